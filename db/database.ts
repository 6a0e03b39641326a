import type { Kysely, Transaction } from 'kysely';
import type {
  AccountProfileTable,
  AccountRoleTable,
  AuthAccountTable,
  AuthSessionTable,
  AuthUserTable,
  AuthVerificationTable,
  RateLimitTable,
} from '#db/accounts/accounts.table.ts';
import type { AuditChangeTable, AuditEntryTable } from '#db/audit/audit.table.ts';
import type { AwardFormTable, AwardFormVersionTable, BaseSalaryTable } from '#db/awards/awards.table.ts';
import type { CareAimTable } from '#db/care/care.table.ts';
import type { CertificateTable, GoldenBookTable } from '#db/certificates/certificates.table.ts';
import type { ClusterMemberTable, ClusterTable, ClusterYearTable, StageTable } from '#db/clusters/clusters.table.ts';
import type {
  AgendaItemTable,
  ConferenceTable,
  DelegateTable,
  RecommendationTable,
  RecommendationTaskTable,
} from '#db/conferences/conferences.table.ts';
import type { ConferencePackTable, PaperTemplateTable } from '#db/conferences/packs.table.ts';
import type { DecisionItemTable, DecisionTable } from '#db/decisions/decisions.table.ts';
import type { EffectTable, IndicatorFieldTable, SuggestionDismissalTable } from '#db/exemplars/effects.table.ts';
import type { ExemplarTable } from '#db/exemplars/exemplars.table.ts';
import type { FileTable } from '#db/files/files.table.ts';
import type { IdempotencyTable } from '#db/idempotency/idempotency.table.ts';
import type { ImportRowTable, ImportRunTable, ImportShapeTable } from '#db/imports/imports.table.ts';
import type {
  ClusterYearIndicatorTable,
  IndicatorTable,
  IndicatorVersionTable,
} from '#db/indicators/indicators.table.ts';
import type { JobLogTable, JobTable } from '#db/jobs/jobs.table.ts';
import type { DueReminderTable, MailLetterTable, MailSettingTable } from '#db/mail/mail.table.ts';
import type {
  ClusterYearMovementTable,
  LaunchContentTable,
  LaunchTable,
  MovementConfirmationTable,
  MovementReviewTable,
  MovementTable,
} from '#db/movements/movements.table.ts';
import type { NominationTable } from '#db/nominations/nominations.table.ts';
import type { NoticeTable } from '#db/notices/notices.table.ts';
import type { PledgeRuleTable } from '#db/pledges/pledge-rule.table.ts';
import type {
  PledgeOpinionTable,
  PledgeSignatureTable,
  PledgeTable,
  PledgeTargetTable,
  PledgeVoidedSignatureTable,
} from '#db/pledges/pledges.table.ts';
import type { PledgeProgressTable, PledgeQuarterTable } from '#db/pledges/progress.table.ts';
import type {
  NominationSensitiveTable,
  RecipientHoldTable,
  RecipientLineTable,
  RecipientMergeTable,
  RecipientNameTable,
  RecipientPairTable,
  RecipientPostTable,
  RecipientSensitiveTable,
  RecipientTable,
  SensitiveReadTable,
} from '#db/recipients/recipients.table.ts';
import type { TitleRegistrationLineTable, TitleRegistrationTable } from '#db/registrations/registrations.table.ts';
import type { AwardCountTable, AwardTable, SearchWordTable } from '#db/registry/registry.table.ts';
import type { ReplicationEntryTable, ReplicationTable } from '#db/replications/replications.table.ts';
import type {
  PriorValueTable,
  ReportCellFileTable,
  ReportTable,
  ReportValueTable,
  ReportValueVersionTable,
} from '#db/reports/reports.table.ts';
import type { ReportRequestCellTable, ReportRequestTable } from '#db/reports/requests.table.ts';
import type { ReportCommentTable, ReportReminderTable, ReportThreadTable } from '#db/reports/reviewing.table.ts';
import type { ReportHeadingTable, ReportSectionTable } from '#db/reports/sections.table.ts';
import type { StockFlowTable, SummaryNoteTable } from '#db/reports/summary.table.ts';
import type { ListLayoutTable, SavedViewTable } from '#db/saved-views/saved-views.table.ts';
import type { SettingTable } from '#db/settings/settings.table.ts';
import type {
  UnitChangeTable,
  UnitCodeTable,
  UnitFormerParentTable,
  UnitLineageTable,
  UnitNameTable,
  UnitTable,
} from '#db/units/units.table.ts';

/** Every table by its name. Column names are camelCase here and snake_case in SQL. */
export interface Database {
  unit: UnitTable;
  unitName: UnitNameTable;
  unitCode: UnitCodeTable;
  unitLineage: UnitLineageTable;
  unitChange: UnitChangeTable;
  unitFormerParent: UnitFormerParentTable;
  authUser: AuthUserTable;
  authSession: AuthSessionTable;
  authAccount: AuthAccountTable;
  authVerification: AuthVerificationTable;
  accountProfile: AccountProfileTable;
  accountRole: AccountRoleTable;
  rateLimit: RateLimitTable;
  auditEntry: AuditEntryTable;
  auditChange: AuditChangeTable;
  idempotency: IdempotencyTable;
  job: JobTable;
  jobLog: JobLogTable;
  dueReminder: DueReminderTable;
  mailLetter: MailLetterTable;
  mailSetting: MailSettingTable;
  notice: NoticeTable;
  importRun: ImportRunTable;
  importRow: ImportRowTable;
  importShape: ImportShapeTable;
  savedView: SavedViewTable;
  listLayout: ListLayoutTable;
  file: FileTable;
  setting: SettingTable;
  cluster: ClusterTable;
  clusterMember: ClusterMemberTable;
  clusterYear: ClusterYearTable;
  stage: StageTable;
  movement: MovementTable;
  clusterYearMovement: ClusterYearMovementTable;
  launch: LaunchTable;
  launchContent: LaunchContentTable;
  movementConfirmation: MovementConfirmationTable;
  movementReview: MovementReviewTable;
  indicator: IndicatorTable;
  indicatorVersion: IndicatorVersionTable;
  clusterYearIndicator: ClusterYearIndicatorTable;
  pledge: PledgeTable;
  pledgeTarget: PledgeTargetTable;
  pledgeProgress: PledgeProgressTable;
  pledgeQuarter: PledgeQuarterTable;
  pledgeRule: PledgeRuleTable;
  pledgeSignature: PledgeSignatureTable;
  pledgeOpinion: PledgeOpinionTable;
  pledgeVoidedSignature: PledgeVoidedSignatureTable;
  exemplar: ExemplarTable;
  effect: EffectTable;
  indicatorField: IndicatorFieldTable;
  suggestionDismissal: SuggestionDismissalTable;
  replication: ReplicationTable;
  replicationEntry: ReplicationEntryTable;
  titleRegistration: TitleRegistrationTable;
  titleRegistrationLine: TitleRegistrationLineTable;
  conference: ConferenceTable;
  agendaItem: AgendaItemTable;
  conferencePack: ConferencePackTable;
  paperTemplate: PaperTemplateTable;
  delegate: DelegateTable;
  recommendation: RecommendationTable;
  recommendationTask: RecommendationTaskTable;
  careAim: CareAimTable;
  report: ReportTable;
  reportValue: ReportValueTable;
  reportValueVersion: ReportValueVersionTable;
  reportCellFile: ReportCellFileTable;
  reportRequest: ReportRequestTable;
  reportRequestCell: ReportRequestCellTable;
  reportThread: ReportThreadTable;
  reportComment: ReportCommentTable;
  reportReminder: ReportReminderTable;
  reportHeading: ReportHeadingTable;
  reportSection: ReportSectionTable;
  summaryNote: SummaryNoteTable;
  stockFlow: StockFlowTable;
  priorValue: PriorValueTable;
  awardForm: AwardFormTable;
  awardFormVersion: AwardFormVersionTable;
  baseSalary: BaseSalaryTable;
  recipient: RecipientTable;
  recipientName: RecipientNameTable;
  recipientPost: RecipientPostTable;
  recipientLine: RecipientLineTable;
  recipientHold: RecipientHoldTable;
  recipientPair: RecipientPairTable;
  recipientMerge: RecipientMergeTable;
  recipientSensitive: RecipientSensitiveTable;
  sensitiveRead: SensitiveReadTable;
  nominationSensitive: NominationSensitiveTable;
  nomination: NominationTable;
  decision: DecisionTable;
  decisionItem: DecisionItemTable;
  award: AwardTable;
  awardCount: AwardCountTable;
  awardCountDelta: AwardCountTable;
  searchWord: SearchWordTable;
  goldenBook: GoldenBookTable;
  certificate: CertificateTable;
}

/**
 * What queries take: the selecting half of Kysely, so a read cannot write. Both a connection and an open
 * transaction fit. (Kysely's own ReadonlyKysely accepts neither.)
 */
export type Reader = Pick<Kysely<Database>, 'selectFrom' | 'selectNoFrom' | 'with' | 'fn'>;

/** What writes take: an open transaction, so a write can never stand outside one. */
export type Writer = Transaction<Database>;
