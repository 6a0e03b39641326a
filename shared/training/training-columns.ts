/**
 * What becomes of a column in the training copy (bản tập huấn):
 * - `keep`     as it is: ids, dates of business, figures, states, names of public bodies, law
 * - `person`   the name of a person: an invented one
 * - `named`    the name of whatever `kind`, `recipient_kind` says: person, household or collective
 * - `scrub`    a place or an office: names of people in it (behind ông, bà, hộ …) are invented, the rest stays
 * - `text`     free text, which may name anybody: a marked placeholder; empty stays empty
 * - `title`    free text by which records are told apart in lists: the placeholder with a number
 * - `sentence` the sentence on a certificate: one standard sentence
 * - `none`     NULL
 * - `empty`    nothing ('')
 * - `list`     a JSON list of texts: empty
 * - `birth`    a year or day of birth: another one, the same for the same name
 * - `series`   a number or symbol of a document: with the mark of the training series behind it
 * - `code`     the code for verifying: another one that no real paper carries
 * - `derived`  computed anew from the other columns of the row
 * - `file`     of a stored document: the placeholder that lies in its stead
 */
export const COLUMN_RULES = [
  'keep', 'person', 'named', 'scrub', 'text', 'title', 'sentence', 'none', 'empty', 'list', 'birth', 'series', 'code', 'derived', 'file',
] as const; // biome-ignore format: a list
export type ColumnRule = (typeof COLUMN_RULES)[number];

/** Columns by rule, SQL names with a space between; or why the table stays behind, whole. */
export type TableRule = { leftOut: string } | ({ [Rule in ColumnRule]?: string } & { skip?: SkippedRows });
/** Rows that stay behind: those whose column has one of these values. */
export type SkippedRows = { column: string; values: readonly string[] };

const PASSING = 'of the moment, or made anew by the program';
const QUOTES = 'quotes other records word for word, names among them';
const SENSITIVE = 'sensitive personal data';

/** Every table and column of the database. A test fails for one that nobody decided about. */
export const TRAINING_COLUMNS: Readonly<Record<string, TableRule>> = {
  account_profile: { keep: 'user_id unit_id title lang disabled_at is_demo version' },
  account_role: { keep: 'id user_id role unit_id valid_from valid_to' },
  agenda_item: { keep: 'id conference_id position starts_at', title: 'content', text: 'speaker note' },
  audit_change: { leftOut: QUOTES },
  audit_entry: { leftOut: QUOTES },
  // Nobody signs in to the copy with the password of the real system: one enters from there.
  auth_account: { leftOut: 'passwords' },
  auth_session: { leftOut: PASSING },
  auth_user: {
    keep: 'id email_verified created_at updated_at',
    person: 'name',
    derived: 'email username display_username',
    none: 'image',
  },
  auth_verification: { leftOut: PASSING },
  award: {
    keep:
      'id recipient_id decision_id nomination_id cluster_year_id award_code award_version_id unit_id issuing_unit_id ' +
      'year decided_on recipient_kind way sex person_class area_class is_border_area is_small_collective field ' +
      'coefficient_hundredths base_salary_vnd prize_raw_vnd prize_vnd prize_certainty status is_demo version',
    named: 'printed_name',
    scrub: 'printed_place',
    series: 'decision_number',
    sentence: 'sentence',
    text: 'achievement',
    none: 'import_run_id',
    derived: 'name_fold search_text name_sort',
  },
  award_count: { leftOut: PASSING },
  award_count_delta: { leftOut: PASSING },
  award_form: { keep: 'code kind name name_en level applies_to position' },
  award_form_version: { keep: 'id award_code valid_from valid_to source certainty json' },
  base_salary: { keep: 'id valid_from valid_to amount_vnd source certainty' },
  care_aim: { keep: 'cluster_year_id lens least_permille source version' },
  certificate: {
    keep:
      'id award_id decision_id issuing_unit_id golden_book_year golden_book_number key_id status print_count printed_at ' +
      'signed_at sealed_at handed_on cancelled_on version',
    code: 'verify_code',
    derived: 'signature',
    person: 'handed_to',
  },
  cluster: { keep: 'id kind name short_name source version organizer_unit_id closed_on' },
  cluster_member: { keep: 'id cluster_id unit_id position valid_from valid_to' },
  cluster_year: {
    keep:
      'id cluster_id year name starts_on ends_on chair_unit_id deputy_chair_unit_id hand_over_on award_allotment is_demo ' +
      'version year_kind status published_at archived_at model_year_id',
    person: 'chair_person',
    scrub: 'standing_office',
    text: 'hand_over_note',
  },
  cluster_year_indicator: { keep: 'cluster_year_id indicator_version_id position is_headline' },
  cluster_year_movement: { keep: 'cluster_year_id movement_id position sent_on confirm_by' },
  conference_pack: { leftOut: 'papers full of names' },
  conference: {
    keep:
      'id cluster_year_id held_on status closed_at is_demo version next_chair_unit_id next_deputy_unit_id next_method ' +
      'next_present_votes next_agreed_votes',
    scrub: 'title place',
    person: 'chaired_by secretary',
    text: 'minutes next_note',
  },
  decision: {
    keep:
      'id cluster_year_id numbering_unit_id status number number_norm number_year decided_on achievement_year award_code ' +
      'way issuer_line header_org place signatory_capacity legal_bases submitted_at signed_on issued_at cancel_ground ' +
      'cancelled_on qr_on_certificates is_demo version',
    series: 'document_type submission_letter cancel_number',
    person: 'signatory_name',
    sentence: 'common_sentence',
    title: 'subject',
    text: 'cancel_reason',
    list: 'articles',
  },
  decision_item: { keep: 'id decision_id nomination_id position', sentence: 'sentence_override' },
  delegate: {
    keep: 'id conference_id unit_id role headcount attendance present_count invitation_sent_on position version',
    person: 'name',
    scrub: 'organization position_held',
    text: 'note',
  },
  effect: {
    keep: 'subject_kind subject_id position before_value after_value unit_of_measure',
    title: 'what',
    text: 'source',
    derived: 'what_fold',
  },
  exemplar: {
    keep: 'id cluster_year_id unit_id kind field source is_demo removed_at version sharing sharing_at',
    title: 'title',
    text: 'story sharing_reason',
    person: 'presenter',
    scrub: 'place',
    derived: 'search_fold',
  },
  file: {
    keep: 'id subject_kind subject_id unit_id created_by created_at removed_at',
    file: 'sha256 size_bytes media_type name',
    // What somebody sent for an import, or had made of a list, is a list of people.
    skip: { column: 'subject_kind', values: ['import', 'export', 'conference-pack', 'paper-template'] },
  },
  golden_book: { keep: 'unit_id year next_number' },
  idempotency: { leftOut: PASSING },
  import_row: { leftOut: QUOTES },
  import_run: { leftOut: QUOTES },
  import_shape: { leftOut: PASSING },
  indicator: { keep: 'id code owner_unit_id is_demo' },
  indicator_version: {
    keep:
      'id indicator_id name unit_of_measure kind aggregation weight_indicator_id better decimals source_office ' +
      'paper_wording valid_from valid_to definition predecessor_id factor_num factor_den predecessor_note version',
  },
  job: { leftOut: PASSING },
  job_log: { leftOut: PASSING },
  indicator_field: { keep: 'cluster_id indicator_id field field_fold' },
  launch: {
    keep: 'cluster_year_id launched_on is_demo version',
    scrub: 'place launched_by',
  },
  launch_content: { keep: 'cluster_year_id position', title: 'content' },
  list_layout: { leftOut: PASSING },
  movement: {
    keep: 'id period_from period_to document source level kind unit_id cluster_id is_demo version',
    scrub: 'name launched_by',
    text: 'goal',
  },
  movement_confirmation: {
    keep: 'id cluster_year_id movement_id unit_id confirmed_on is_demo version',
    person: 'person',
    text: 'document note',
  },
  movement_review: { keep: 'cluster_year_id movement_id kind held_on version', text: 'content' },
  nomination: {
    keep:
      'id cluster_year_id unit_id award_code recipient_id recipient_kind way salutation sex person_class area_class ' +
      'is_border_area is_small_collective headcount field proposal_on status submitted_at supplement_due_on is_demo version',
    named: 'name printed_name',
    scrub: 'printed_place position_held workplace',
    birth: 'birth_year',
    series: 'proposal_number',
    text: 'achievement supplement_reason check_note duplicate_note',
    derived: 'name_fold',
  },
  nomination_sensitive: { leftOut: SENSITIVE },
  due_reminder: { leftOut: PASSING },
  mail_letter: { leftOut: QUOTES },
  mail_setting: { leftOut: 'addresses of people; the copy sends nothing' },
  notice: { leftOut: QUOTES },
  paper_template: { leftOut: 'a file of the office: the copy fills the templates of the program' },
  pledge: {
    keep: 'id cluster_year_id status is_demo version consult_due_on consult_opened_at frozen_at published_on place',
    text: 'joint_text',
    // Of what is signed; written anew when all of it stands (signatures too).
    derived: 'content_hash',
  },
  pledge_opinion: { keep: 'pledge_id unit_id stance given_at', text: 'opinion', person: 'given_by_name' },
  pledge_progress: {
    keep: 'pledge_id unit_id indicator_version_id quarter value saved_at version',
    text: 'note',
    person: 'saved_by',
  },
  pledge_quarter: { keep: 'id pledge_id unit_id quarter as_of saved_at version', person: 'saved_by' },
  pledge_rule: {
    keep: 'cluster_year_id kept_from exceeded_from entered_at version',
    scrub: 'source',
    person: 'entered_by',
  },
  pledge_signature: {
    keep: 'id pledge_id unit_id signed_on capacity file_id is_demo',
    person: 'signatory_name',
    derived: 'content_hash',
  },
  pledge_target: { keep: 'pledge_id unit_id indicator_version_id value version', text: 'note' },
  pledge_voided_signature: {
    keep: 'id pledge_id unit_id signed_on capacity content_hash file_id voided_at',
    person: 'signatory_name voided_by_name',
    text: 'reason',
  },
  prior_value: { keep: 'cluster_year_id unit_id indicator_version_id value' },
  rate_limit: { leftOut: PASSING },
  recipient: {
    keep: 'id kind sex unit_id merged_into is_demo version founded_on',
    named: 'name',
    scrub: 'place position_held',
    birth: 'birth_year birth_on',
    none: 'cccd_cipher cccd_index',
    derived: 'name_fold search_text name_sort',
  },
  recipient_hold: {
    keep: 'id recipient_id kind from_on to_on lifted_on is_demo version',
    text: 'document reason lift_reason',
  },
  recipient_line: {
    keep: 'id from_recipient_id to_recipient_id kind on_date is_demo version',
    text: 'document',
  },
  recipient_merge: { leftOut: QUOTES },
  recipient_name: {
    keep: 'id recipient_id valid_from valid_to',
    named: 'name',
    text: 'document',
    derived: 'name_fold',
  },
  recipient_pair: { leftOut: PASSING },
  recipient_post: {
    keep: 'id recipient_id unit_id valid_from valid_to',
    scrub: 'place position_held',
    text: 'document',
  },
  recipient_sensitive: { leftOut: SENSITIVE },
  recommendation: {
    keep: 'id cluster_year_id conference_id number made_on due_on removed_at is_demo version',
    scrub: 'lead_office coordinating',
    person: 'made_by',
    title: 'content',
    text: 'measure',
  },
  recommendation_task: {
    keep: 'id recommendation_id unit_id status reported_at version',
    text: 'outcome',
    person: 'reported_by_name',
  },
  replication: {
    keep: 'id exemplar_id unit_id cluster_year_id started_on status is_demo version',
    scrub: 'place',
    person: 'leader',
    text: 'steps stop_reason',
  },
  replication_entry: { keep: 'id replication_id on_date', text: 'content', person: 'entered_by' },
  report: {
    keep: 'id cluster_year_id unit_id period status due_on sent_at received_at supplement_due_on reopened_until is_demo version',
    person: 'sent_by',
    text: 'supplement_reason reopen_reason narrative',
  },
  report_cell_file: { keep: 'file_id report_id indicator_version_id' },
  report_comment: { keep: 'id report_id indicator_version_id side said_at', text: 'content', person: 'said_by' },
  report_heading: { keep: 'id cluster_year_id period position title hint' },
  report_reminder: { keep: 'id report_id sent_at', text: 'content', person: 'sent_by' },
  report_request: {
    keep: 'id report_id unit_id due_on status asked_at answered_at is_demo version',
    scrub: 'office_name',
    text: 'note',
    none: 'link_hash link_until',
    person: 'asked_by answered_by',
  },
  report_request_cell: { keep: 'request_id indicator_version_id value value_status outcome', text: 'note' },
  report_section: { keep: 'report_id heading_id version', text: 'content' },
  report_thread: { keep: 'report_id indicator_version_id status version' },
  report_value: {
    keep: 'report_id indicator_version_id value value_status version saved_at',
    scrub: 'source_office',
    person: 'saved_by',
    text: 'note',
  },
  report_value_version: {
    keep: 'report_id indicator_version_id version value value_status saved_at',
    scrub: 'source_office',
    person: 'saved_by',
    text: 'note',
  },
  saved_view: { leftOut: QUOTES },
  search_word: { leftOut: PASSING },
  sensitive_read: { leftOut: SENSITIVE },
  setting: { keep: 'key value version' },
  stage: { keep: 'id cluster_year_id kind name opens_on closes_on position', text: 'due_note' },
  stock_flow: { keep: 'cluster_id stock_indicator_id flow_indicator_id' },
  suggestion_dismissal: { keep: 'cluster_year_id unit_id exemplar_id indicator_id' },
  summary_note: {
    keep: 'cluster_year_id period indicator_version_id kind version figure saved_at',
    text: 'content',
    person: 'saved_by',
  },
  title_registration: { keep: 'id cluster_year_id unit_id status sent_at is_demo version' },
  title_registration_line: { keep: 'registration_id award_code recipient_kind count', list: 'names' },
  unit: { keep: 'id kind parent_id name full_name name_en name_fold valid_from valid_to source version' },
  unit_change: { keep: 'id kind effective_on document created_at created_by', text: 'note' },
  unit_code: { keep: 'id unit_id scheme code valid_from valid_to' },
  unit_former_parent: { keep: 'id unit_id parent_id valid_from valid_to change_id' },
  unit_lineage: { keep: 'id ancestor_id descendant_id from_on share_permille source change_id' },
  unit_name: { keep: 'id unit_id name name_fold valid_from valid_to full_name change_id name_sort' },
};

/** The rule of every column of a table that is copied; undefined for a table left out, or one nobody decided about. */
export function rulesOf(table: string): ReadonlyMap<string, ColumnRule> | undefined {
  const given = Object.hasOwn(TRAINING_COLUMNS, table) ? TRAINING_COLUMNS[table]! : undefined;
  if (!given || 'leftOut' in given) return undefined;
  return new Map(
    COLUMN_RULES.flatMap((rule) =>
      (given[rule] ?? '')
        .split(' ')
        .filter(Boolean)
        .map((name) => [name, rule]),
    ),
  );
}

/** Rows of a copied table that stay behind. */
export function skippedRowsOf(table: string): SkippedRows | undefined {
  const given = TRAINING_COLUMNS[table];
  return given && 'skip' in given ? given.skip : undefined;
}
