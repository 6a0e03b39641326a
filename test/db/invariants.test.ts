import { type RawBuilder, sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { checkDatabase, loadInvariants } from '#db/core/check.ts';
import type { Db } from '#db/core/connect.ts';
import type { Invariant } from '#db/core/invariant.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { Writer } from '#db/database.ts';
import { givenDemo } from '#test/builders/demo.builder.ts';
import { anActor } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { givenAccounts } from '#test/server/matrix-world.ts';

/*
 * Each invariant is broken on purpose in the demo year, which is sound: an alarm that was never heard is none. An
 * invariant without a plant fails this test.
 */

let db: Db;

beforeAll(async () => {
  db = await testDb();
  await givenDemo(db);
  await givenAccounts(db, [anActor('Người thử', null, 'admin')]);
});

/** Leaves the transaction without a trace. */
class Undo extends Error {}

type Plant = (tx: Writer) => Promise<unknown>;
const run =
  (text: RawBuilder<unknown>): Plant =>
  (tx) =>
    text.execute(tx);
const ISSUED = sql`(select id from decision where status = 'issued' order by id limit 1)`;
const OTHER_UNIT = sql`(select id from unit where id not in (select unit_id from cluster_member) order by id limit 1)`;

const DRAFT = sql`(select id from decision where status = 'draft' order by id limit 1)`;

/** A version of the papers of a conference, sound but for what the plant says. */
async function plantPack(
  tx: Writer,
  wrong: { sha256?: string; sent_at?: string; sent_by_name?: string; sent_to?: string },
) {
  const hash = 'a'.repeat(64);
  await sql`insert into file (id, sha256, size_bytes, media_type, name, subject_kind, subject_id, created_by, created_at)
    values ('pack-file', ${hash}, 1, 'application/zip', 'x.zip', 'conference-pack', 'pack', 'x', '2024-03-01T00:00:00.000Z')`.execute(
    tx,
  );
  await sql`insert into conference_pack (id, cluster_year_id, number, file_id, sha256, size_bytes, contents, made_at,
      made_by_name, sent_at, sent_by_name, sent_to)
    select 'pack', (select min(id) from cluster_year), 1, 'pack-file', ${wrong.sha256 ?? hash}, 1, '{}',
      '2024-03-01T00:00:00.000Z', 'Mẫu', ${wrong.sent_at ?? null}, ${wrong.sent_by_name ?? null}, ${wrong.sent_to ?? null}`.execute(
    tx,
  );
}

const PLANTS: Readonly<Record<string, Plant>> = {
  'unit-names-cover-its-life': run(sql`update unit_name set valid_to = '2025-06-29' where valid_to = '2025-06-30'`),
  'unit-life-in-order': run(sql`update unit_code set valid_from = '2030-01-01' where valid_to is not null`),
  'unit-lineage-at-end-and-start': run(sql`update unit_lineage set from_on = '2025-07-02'`),
  'unit-shares-within-whole': run(
    sql`insert into unit_lineage (id, ancestor_id, descendant_id, from_on, share_permille)
      select 'planted', ancestor_id, ancestor_id, from_on, 1 from unit_lineage limit 1`,
  ),
  'unit-code-once-a-day': run(
    sql`insert into unit_code (id, unit_id, scheme, code, valid_from, valid_to)
      select 'planted', ${OTHER_UNIT}, scheme, code, valid_from, valid_to from unit_code where unit_id <> ${OTHER_UNIT} limit 1`,
  ),
  'unit-parent-lives-as-long': run(sql`update unit set parent_id = 'VN63-15' where id = 'VN63-14'`),
  'conference-pack-file-as-frozen': (tx) => plantPack(tx, { sha256: 'b'.repeat(64) }),
  'conference-pack-sent-whole': (tx) =>
    plantPack(tx, { sent_at: '2024-03-01T00:00:00.000Z', sent_by_name: 'Mẫu', sent_to: '' }),
  'paper-template-has-its-file': async (tx) => {
    await plantPack(tx, {});
    await sql`insert into paper_template (id, unit_id, cluster_id, paper, file_id, status, uploaded_at, uploaded_by_name)
      select 'planted', (select min(id) from unit), (select min(id) from cluster), 'report', 'pack-file', 'checked',
        '2024-03-01T00:00:00.000Z', 'Mẫu'`.execute(tx);
  },
  'award-count-matches': run(
    sql`insert into award_count_delta (unit_id, year, dimension, value, awards) values ('LS', 2020, 'form', 'BKT', 1)`,
  ),
  'award-found-by-words': run(sql`update award set search_text = 'khac' where id = (select min(id) from award)`),
  'recipient-found-by-words': run(
    sql`update recipient set name_sort = 'khac' where id = (select min(id) from recipient)`,
  ),
  'account-whole': run(sql`delete from account_profile`),
  'role-has-its-reach': run(
    sql`insert into account_role (id, user_id, role, unit_id) select 'planted', id, 'reporter', null from auth_user limit 1`,
  ),
  'role-span-in-order': run(
    sql`insert into account_role (id, user_id, role, valid_from, valid_to)
      select 'planted', id, 'admin', '2024-02-01', '2024-01-01' from auth_user limit 1`,
  ),
  'audit-as-written': run(sql`update audit_entry set reason = 'sửa lén'`),
  'audit-without-sensitive-data': run(
    sql`insert into audit_change (entry_id, position, field, old_value, new_value)
      select id, 99, 'cccd', null, '014088001234' from audit_entry limit 1`,
  ),
  'award-rule-once-a-day': run(
    sql`insert into award_form_version (id, award_code, valid_from, valid_to, source, certainty, json)
      select 'planted', award_code, valid_from, valid_to, source, certainty, json from award_form_version limit 1`,
  ),
  'base-salary-once-a-day': run(sql`update base_salary set valid_to = null`),
  'golden-book-without-gaps': run(sql`update golden_book set next_number = 1`),
  'award-prize-follows-rule': run(sql`update award set prize_vnd = prize_vnd + 10000`),
  'care-aim-of-known-lens': run(sql`update care_aim set lens = 'leaders' where lens = 'small-collectives'`),
  'ethnicity-of-persons-only': run(sql`update nomination_sensitive set ethnicity_code = '99'`),
  'certificate-life-in-order': run(sql`update certificate set sealed_at = null`),
  'certificate-of-its-decision': run(sql`update certificate set golden_book_year = 1999`),
  'certificate-cancelled-with-decision': run(
    sql`update certificate set cancelled_on = '2023-12-01' where decision_id = ${ISSUED}`,
  ),
  'certificate-handed-after-issue': run(sql`update certificate set handed_on = '2001-01-01'`),
  'certificate-code-well-formed': run(sql`update certificate set verify_code = verify_code || 'X'`),
  'cluster-year-led-by-members': run(sql`update cluster_year set chair_unit_id = ${OTHER_UNIT}`),
  'cluster-year-span-in-order': run(sql`update cluster_year set ends_on = '2001-01-01'`),
  'cluster-member-span-in-order': run(
    sql`update cluster_member set valid_from = '2024-01-02', valid_to = '2024-01-01' where cluster_id = 'CUM-7BG'`,
  ),
  'cluster-hand-over-in-order': run(sql`update cluster_year set hand_over_on = '2024-03-15'`),
  'cluster-member-once': run(
    sql`insert into cluster_member (id, cluster_id, unit_id, position)
      select 'planted', cluster_id, unit_id, 99 from cluster_member limit 1`,
  ),
  'conference-held-is-whole': run(sql`update conference set status = 'held'`),
  'agenda-in-order': run(sql`update agenda_item set starts_at = '23:00' where position = 1`),
  'recommendation-of-its-conference': run(sql`update recommendation set made_on = '2024-03-01'`),
  'recommendation-number-once': run(sql`update recommendation set number = 1`),
  'recommendation-has-lead': run(sql`delete from recommendation_task`),
  'recommendation-led-by-members': run(
    sql`update recommendation_task set unit_id = ${OTHER_UNIT}
      where id = (select id from recommendation_task order by id limit 1)`,
  ),
  'recommendation-task-reported-after-made': run(
    sql`update recommendation_task set status = 'doing', reported_at = '2024-03-01T03:00:00.000Z'`,
  ),
  'decision-issued-is-whole': run(
    sql`update decision set status = 'issued', number = '1', decided_on = '2024-01-01' where id = ${DRAFT}`,
  ),
  'decision-open-gives-nothing': run(sql`update decision set status = 'signed' where id = ${ISSUED}`),
  'decision-cancelled-reaches-awards': run(sql`update decision set status = 'cancelled' where id = ${ISSUED}`),
  'decision-number-of-its-year': run(sql`update decision set number_year = 1999 where id = ${ISSUED}`),
  'decision-list-of-checked': run(sql`update nomination set status = 'submitted' where status = 'checked'`),
  'decision-dates-in-order': run(sql`update decision set signed_on = '2199-01-01' where id = ${ISSUED}`),
  'decision-cancelled-says-why': run(sql`update decision set cancel_reason = null`),
  'decision-list-in-order': run(sql`update decision_item set position = position + 1`),
  'job-held-while-it-runs': run(
    sql`insert into job (id, kind, payload, status, run_after, created_by, created_at)
      values ('planted', 'k', '{}', 'running', 'a', 'somebody', 'a')`,
  ),
  'job-ended-once': run(
    sql`insert into job (id, kind, payload, status, run_after, created_by, created_at)
      values ('planted', 'k', '{}', 'done', 'a', 'somebody', 'a')`,
  ),
  'file-hash-well-formed': run(
    sql`insert into file (id, sha256, size_bytes, media_type, name, subject_kind, subject_id, created_by, created_at)
      select 'planted', 'x', 1, 'application/pdf', 'a.pdf', 'decision', id, 'a', 'b' from decision limit 1`,
  ),
  'file-has-its-record': run(
    sql`insert into file (id, sha256, size_bytes, media_type, name, subject_kind, subject_id, created_by, created_at)
      select 'planted', 'x', 1, 'application/pdf', 'a.pdf', 'report', id, 'a', 'b' from decision limit 1`,
  ),
  'nomination-decided-has-decision': run(sql`update nomination set status = 'decided' where status = 'checked'`),
  'nomination-supplement-says-why': run(
    sql`update nomination set status = 'supplement', supplement_reason = null where status = 'checked'`,
  ),
  'saved-view-layout-of-a-view': run(
    sql`insert into list_layout (account_id, list, layout) values ('somebody', 'awards:gone', '{}')`,
  ),
  'exemplar-found-by-its-words': run(sql`update exemplar set title = 'Tên khác hẳn'`),
  'exemplar-is-plain-text': run(sql`update exemplar set story = 'Bản <b>sáng</b>'`),
  'exemplar-of-a-member': run(sql`update exemplar set unit_id = ${OTHER_UNIT}`),
  'replication-of-another-unit': run(
    sql`update replication set unit_id = (select unit_id from exemplar where exemplar.id = replication.exemplar_id)`,
  ),
  'effect-of-a-record': run(sql`update effect set what = 'Nội dung khác hẳn'`),
  'registration-names-within-count': run(sql`update title_registration_line set count = 0`),
  'registration-by-member': run(
    sql`update title_registration set unit_id = ${OTHER_UNIT} where id = (select min(id) from title_registration)`,
  ),
  'movement-confirmed-after-sent': run(sql`update cluster_year_movement set sent_on = null`),
  'movement-period-in-order': run(sql`update movement set period_to = '2000-01-01'`),
  'movement-has-its-launcher': run(sql`update movement set unit_id = null`),
  'movement-taken-up-at-home': run(sql`update movement set unit_id = ${OTHER_UNIT} where level = 'province'`),
  'indicator.versions-apart': run(
    sql`insert into indicator_version (id, indicator_id, name, unit_of_measure, kind, aggregation, better, decimals,
        source_office, valid_from)
      select 'planted', indicator_id, name, unit_of_measure, kind, aggregation, better, decimals, source_office,
        '2023-06-01' from indicator_version limit 1`,
  ),
  'indicator.factor-with-predecessor': run(sql`update indicator_version set factor_num = 1, factor_den = 1000`),
  'indicator.asked-once-a-year': run(
    sql`update indicator_version set indicator_id = (select id from indicator order by id limit 1), valid_from = id`,
  ),
  'cluster-year.draft-is-empty': run(sql`update cluster_year set status = 'draft'`),
  'cluster-year.status-has-day': run(sql`update cluster_year set status = 'archived'`),
  'launch-says-what': run(sql`delete from launch_content`),
  'nomination-by-member': run(sql`update nomination set unit_id = ${OTHER_UNIT}`),
  'nomination-found-by-name': run(sql`update nomination set name = 'Tên khác'`),
  'pledge-progress-of-members': run(
    sql`insert into pledge_progress (pledge_id, unit_id, indicator_version_id, quarter, note, saved_at, saved_by)
      select pledge.id, ${OTHER_UNIT}, iv.id, 1, '', '', '' from pledge, indicator_version as iv limit 1`,
  ),
  'pledge-quarter-has-its-figures': run(
    sql`insert into pledge_quarter (id, pledge_id, unit_id, quarter, as_of, saved_at, saved_by)
      select 'planted', pledge.id, ${OTHER_UNIT}, 1, '1999-01-01', '', '' from pledge limit 1`,
  ),
  'pledge-signed-by-members': run(
    sql`update pledge_signature set unit_id = ${OTHER_UNIT} where id = (select id from pledge_signature limit 1)`,
  ),
  'pledge-frozen-as-agreed': run(sql`update pledge_target set value = value + 1`),
  'pledge-scan-of-its-signature': run(sql`update pledge_signature set file_id = 'nowhere'`),
  'pledge-steps-in-order': run(sql`update pledge set place = null`),
  'pledge-target-is-asked': run(sql`delete from cluster_year_indicator`),
  'recipient-merged-once': run(
    sql`update recipient set merged_into = id, kind = 'household' where id = (select id from recipient limit 1)`,
  ),
  'merged-recipient-holds-nothing': run(
    sql`update recipient set merged_into = (select max(id) from recipient) where id <> (select max(id) from recipient)`,
  ),
  'open-pair-of-living': run(
    sql`insert into recipient_pair (id, first_id, second_id, grounds, score, found_at)
      select 'planted', max(id), min(id), '[]', 50, '2024-01-01' from recipient`,
  ),
  'merge-stands-or-is-undone': run(
    sql`insert into recipient_merge (id, kept_id, merged_id, merged_at, merged_by, undo_until, snapshot)
      select 'planted', max(id), min(id), '2024-01-01', 'x', '2024-01-31', '{}' from recipient`,
  ),
  'recipient-lines-without-circle': run(
    sql`insert into recipient_line (id, from_recipient_id, to_recipient_id, kind, on_date)
      select 'planted', to_recipient_id, from_recipient_id, 'merged', on_date from recipient_line`,
  ),
  'recipient-line-of-collectives': run(
    sql`update recipient set kind = 'household' where id in (select from_recipient_id from recipient_line)`,
  ),
  'recipient-hold-in-order': run(
    sql`insert into recipient_hold (id, recipient_id, kind, from_on, to_on, reason)
      select 'planted', min(id), 'other', '2024-02-01', '2024-01-31', 'x' from recipient`,
  ),
  'recipient-spans-in-order': run(sql`update recipient_name set valid_from = '2030-01-01'`),
  'recipient-found-by-name': run(sql`update recipient set name_fold = 'x'`),
  'recipient-number-sealed': run(sql`update recipient set cccd_cipher = '014088001234', cccd_index = 'x'`),
  'award-as-its-decision': run(sql`update award set decided_on = '2001-01-01' where decision_id is not null`),
  'award-of-an-import': run(sql`update award set import_run_id = 'no-run' where id = (select min(id) from award)`),
  'award-money-complete': run(sql`update award set prize_certainty = null`),
  'award-bears-its-number': run(sql`update award set decision_number = '1/QĐ-SNV' where decision_id is not null`),
  'award-of-its-recipient': run(sql`update recipient set kind = 'household'`),
  'award-once-for-a-nomination': run(
    sql`update award set status = 'active', nomination_id = (select id from nomination limit 1)`,
  ),
  'import-row-told': (tx) => anImport(tx, 'checked', sql`'new', null, '{}', null`),
  'import-written-after-confirmation': (tx) => anImport(tx, 'checked', sql`'new', '2024-01-01', '{}', null`),
  'import-undone-whole': (tx) => anImport(tx, 'undone', sql`'new', '2024-01-01', '{}', null`),
  'report.sent-is-complete': run(sql`update report_value set value = null`),
  'report.status-has-its-date': run(sql`update report set received_at = null`),
  'report.of-a-member': run(sql`update report set unit_id = ${OTHER_UNIT} where id = (select id from report limit 1)`),
  'report.figure-is-asked': run(sql`delete from cluster_year_indicator`),
  'report.versions-are-earlier': run(
    sql`insert into report_value_version (report_id, indicator_version_id, version, value, value_status, source_office, note, saved_by)
      select report_id, indicator_version_id, version, value, value_status, source_office, note, '' from report_value limit 1`,
  ),
  'report.evidence-is-its-own': async (tx) => {
    await sql`insert into file (id, sha256, size_bytes, media_type, name, subject_kind, subject_id, created_by, created_at)
      values ('planted', 'x', 1, 'application/pdf', 'x.pdf', 'nomination', 'x', 'x', '2024-01-01')`.execute(tx);
    await sql`insert into report_cell_file (file_id, report_id, indicator_version_id)
      select 'planted', report_id, indicator_version_id from report_value limit 1`.execute(tx);
  },
  'report.reopened-is-sent': run(
    sql`update report set reopened_until = '2024-03-01T10:00:00.000Z' where id = (select id from report limit 1)`,
  ),
  'report.thread-of-a-sent-report': run(
    sql`insert into report_thread (report_id, indicator_version_id, status) select report_id, indicator_version_id, 'open' from report_value limit 1`,
  ),
  'report.request-link-while-open': (tx) => aRequest(tx, sql`'withdrawn', 'hash', '2024-03-05'`),
  'report.answer-has-figure-or-reason': (tx) => aRequest(tx, sql`'answered', null, null`),
  'report.summary-note-history-whole': (tx) =>
    sql`insert into summary_note (cluster_year_id, period, indicator_version_id, kind, version, content, saved_at, saved_by)
      select cluster_year_id, 'year-end', indicator_version_id, 'paper', 2, 'x', 'x', 'x' from cluster_year_indicator limit 1`.execute(
      tx,
    ),
  'letter-sent-somewhere': (tx) =>
    sql`insert into mail_letter (id, account_id, subject, content, code, status, run_after, created_at)
      select 'planted', id, 'x', 'x', 'x', 'sent', 'x', 'x' from auth_user limit 1`.execute(tx),
  'digest-has-address': (tx) =>
    sql`insert into mail_setting (account_id, digest) select id, 1 from auth_user limit 1`.execute(tx),
  'report.section-of-its-period': async (tx) => {
    await sql`insert into report_heading (id, cluster_year_id, period, position, title)
      select 'planted', cluster_year_id, 'mid-year', 1, 'x' from report where period = 'year-end' limit 1`.execute(tx);
    await sql`insert into report_section (report_id, heading_id, content)
      select id, 'planted', 'x' from report where period = 'year-end' limit 1`.execute(tx);
  },
};

/** A request with one figure: status, link_hash, link_until. */
async function aRequest(tx: Writer, state: RawBuilder<unknown>): Promise<void> {
  await sql`insert into report_request (id, report_id, office_name, due_on, asked_at, asked_by, answered_at, status, link_hash, link_until)
    select 'planted', report_id, 'x', '2024-03-05', 'x', 'x', 'x', ${state} from report_value limit 1`.execute(tx);
  await sql`insert into report_request_cell (request_id, indicator_version_id)
    select 'planted', indicator_version_id from report_value limit 1`.execute(tx);
}

/** A run in this state with one row: verdict, applied_at, effect, undo. */
async function anImport(tx: Writer, status: string, row: RawBuilder<unknown>): Promise<void> {
  await sql`insert into file (id, sha256, size_bytes, media_type, name, subject_kind, subject_id, created_by, created_at)
    values ('planted-file', 'x', 1, 'text/csv', 'x.csv', 'import', 'planted', 'x', '2024-01-01')`.execute(tx);
  await sql`insert into import_run (id, kind, status, file_id, file_name, file_sha256, created_by, created_at)
    values ('planted', 'awards', ${status}, 'planted-file', 'x.csv', 'x', 'x', '2024-01-01')`.execute(tx);
  await sql`insert into import_row (run_id, row_number, cells, verdict, applied_at, effect, undo)
    select 'planted', 2, '[]', ${row}`.execute(tx);
}

const invariants = await loadInvariants();

test('the demo year is sound, and every name is used once', async () => {
  const broken = (await checkDatabase(db)).filter((result) => result.broken.length > 0);
  expect(broken).toEqual([]);
  expect(new Set(invariants.map(({ name }) => name)).size).toBe(invariants.length);
});

test.each(invariants)('$name is heard when it is broken', async ({ name, find }: Invariant) => {
  const plant = PLANTS[name];
  expect(plant, `no plant for ${name}`).toBeDefined();
  const work = inTransaction(db, async (tx) => {
    await plant!(tx);
    const found = await find(tx);
    throw Object.assign(new Undo('undo'), { found });
  });
  const undone = (await work.catch((error: unknown) => error)) as Undo & { found?: unknown[] };
  if (!(undone instanceof Undo)) throw undone;
  expect(undone.found?.length).toBeGreaterThan(0);
});
