import type { SubjectKind } from '#shared/audit/audit.schema.ts';
import { CARE_ACTION_LABELS, CARE_FIELD_LABELS } from '#shared/care/care.labels.ts';
import { CERTIFICATE_ACTION_LABELS, CERTIFICATE_FIELD_LABELS } from '#shared/certificates/certificates.labels.ts';
import { CLUSTER_ACTION_LABELS, CLUSTER_FIELD_LABELS } from '#shared/clusters/clusters.labels.ts';
import {
  CONFERENCE_ACTION_LABELS,
  CONFERENCE_FIELD_LABELS,
  RECOMMENDATION_FIELD_LABELS,
  RECOMMENDATION_TASK_FIELD_LABELS,
} from '#shared/conferences/conferences.labels.ts';
import { PACK_ACTION_LABELS, PACK_FIELD_LABELS } from '#shared/conferences/packs.labels.ts';
import type { Localized } from '#shared/core/localized.ts';
import type { Words } from '#shared/core/wording.ts';
import { DECISION_ACTION_LABELS, DECISION_FIELD_LABELS } from '#shared/decisions/decisions.labels.ts';
import { DUMP_ACTION_LABELS, DUMP_FIELD_LABELS } from '#shared/dumps/dumps.labels.ts';
import { DUPLICATE_ACTION_LABELS, DUPLICATE_FIELD_LABELS } from '#shared/duplicates/duplicates.labels.ts';
import { EXEMPLAR_ACTION_LABELS, EXEMPLAR_FIELD_LABELS } from '#shared/exemplars/exemplars.labels.ts';
import { EXPORT_ACTION_LABELS, EXPORT_FIELD_LABELS } from '#shared/exports/exports.labels.ts';
import { FILE_ACTION_LABELS, FILE_FIELD_LABELS } from '#shared/files/files.labels.ts';
import { IMPORT_ACTION_LABELS, IMPORT_FIELD_LABELS } from '#shared/imports/imports.labels.ts';
import { INDICATOR_ACTION_LABELS, INDICATOR_FIELD_LABELS } from '#shared/indicators/indicators.labels.ts';
import { JOB_ACTION_LABELS, JOB_FIELD_LABELS } from '#shared/jobs/jobs.labels.ts';
import { MAIL_ACTION_LABELS, MAIL_FIELD_LABELS, MAIL_SETTING_FIELD_LABELS } from '#shared/mail/mail.labels.ts';
import {
  LAUNCH_FIELD_LABELS,
  MOVEMENT_ACTION_LABELS,
  MOVEMENT_FIELD_LABELS,
} from '#shared/movements/movements.labels.ts';
import { NOMINATION_ACTION_LABELS, NOMINATION_FIELD_LABELS } from '#shared/nominations/nominations.labels.ts';
import { PLEDGE_ACTION_LABELS, PLEDGE_FIELD_LABELS, PLEDGE_RULE_FIELD_LABELS } from '#shared/pledges/pledges.labels.ts';
import { RECIPIENT_ACTION_LABELS, RECIPIENT_FIELD_LABELS } from '#shared/recipients/recipients.labels.ts';
import { REGISTRATION_ACTION_LABELS, REGISTRATION_FIELD_LABELS } from '#shared/registrations/registrations.labels.ts';
import { REGISTRY_ACTION_LABELS, REGISTRY_FIELD_LABELS } from '#shared/registry/registry.labels.ts';
import { REPLICATION_ACTION_LABELS, REPLICATION_FIELD_LABELS } from '#shared/replications/replications.labels.ts';
import { REPORT_ACTION_LABELS, REPORT_FIELD_LABELS, SUMMARY_FIELD_LABELS } from '#shared/reports/reports.labels.ts';
import { COLLECTING_ACTION_LABELS, COLLECTING_FIELD_LABELS } from '#shared/reports/requests.labels.ts';
import {
  COMMENT_FIELD_LABELS,
  REVIEWING_ACTION_LABELS,
  REVIEWING_FIELD_LABELS,
} from '#shared/reports/reviewing.labels.ts';
import { SAVED_VIEW_ACTION_LABELS, SAVED_VIEW_FIELD_LABELS } from '#shared/saved-views/saved-views.labels.ts';
import { TRAINING_ACTION_LABELS, TRAINING_FIELD_LABELS } from '#shared/training/training.labels.ts';
import { UNIT_ACTION_LABELS, UNIT_FIELD_LABELS } from '#shared/units/units.labels.ts';

export const SUBJECT_LABELS: Readonly<Record<SubjectKind, Localized>> = {
  account: { vi: 'Tài khoản', en: 'Account' },
  letter: { vi: 'Thư điện tử', en: 'Letter' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  cluster: { vi: 'Cụm, khối thi đua', en: 'Cluster' },
  'cluster-year': { vi: 'Năm thi đua', en: 'Emulation year' },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  movement: { vi: 'Phong trào thi đua', en: 'Movement' },
  'movement-confirmation': { vi: 'Xác nhận tham gia phong trào', en: 'Confirmation of a movement' },
  exemplar: { vi: 'Điển hình, mô hình', en: 'Exemplar' },
  replication: { vi: 'Hồ sơ nhân rộng', en: 'Adoption of a model' },
  'title-registration': { vi: 'Đăng ký thi đua', en: 'Registration of titles' },
  conference: { vi: 'Hội nghị', en: 'Conference' },
  'conference-pack': { vi: 'Bộ tài liệu Hội nghị', en: 'Conference papers' },
  'paper-template': { vi: 'Mẫu văn bản', en: 'Template of a paper' },
  recommendation: { vi: 'Ý kiến chỉ đạo, đề nghị', en: 'Recommendation' },
  'recommendation-task': { vi: 'Việc theo ý kiến chỉ đạo, đề nghị', en: 'Task of a recommendation' },
  pledge: { vi: 'Giao ước', en: 'Pledge' },
  'pledge-signature': { vi: 'Chữ ký giao ước', en: 'Signature of a pledge' },
  'pledge-progress': { vi: 'Tiến độ giao ước theo quý', en: 'Quarterly progress of a pledge' },
  report: { vi: 'Báo cáo', en: 'Report' },
  'report-request': { vi: 'Giao sở, ngành cung cấp số', en: 'Request for figures' },
  'report-review': { vi: 'Trao đổi, đôn đốc về báo cáo', en: 'Comments and reminders on a report' },
  nomination: { vi: 'Đề nghị khen thưởng', en: 'Nomination' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  certificate: { vi: 'Bằng', en: 'Certificate' },
  award: { vi: 'Sổ khen thưởng', en: 'Commendation register' },
  recipient: { vi: 'Tập thể, cá nhân', en: 'Recipient' },
  'recipient-pair': { vi: 'Nghi trùng hồ sơ', en: 'Likely duplicate' },
  import: { vi: 'Nhập từ Excel', en: 'Import' },
  'saved-view': { vi: 'Chế độ xem', en: 'Saved view' },
  export: { vi: 'Xuất danh sách', en: 'Export' },
  dump: { vi: 'Kết xuất toàn bộ dữ liệu', en: 'Full dump' },
  training: { vi: 'Bản tập huấn', en: 'Training copy' },
  file: { vi: 'Tệp', en: 'File' },
  setting: { vi: 'Thiết lập', en: 'Setting' },
  job: { vi: 'Công việc nền', en: 'Job' },
};

/** Actions of the platform: accounts, catalogue, demo. */
const PLATFORM_ACTION_LABELS: Words = {
  'account.created': { vi: 'Tạo tài khoản', en: 'Account made' },
  'account.password-set': { vi: 'Đặt lại mật khẩu', en: 'Password set' },
  'account.language-set': { vi: 'Đổi ngôn ngữ màn hình', en: 'Language changed' },
  'account.signed-in': { vi: 'Đăng nhập', en: 'Signed in' },
  'account.signed-out': { vi: 'Đăng xuất', en: 'Signed out' },
  'account.sign-in-failed': { vi: 'Đăng nhập không thành công', en: 'Sign-in failed' },
  'catalogue.loaded': { vi: 'Nạp danh mục ban đầu', en: 'Catalogue loaded' },
  'demo.seeded': { vi: 'Nạp dữ liệu minh họa', en: 'Demo loaded' },
  'demo.reset': { vi: 'Đặt lại dữ liệu minh họa', en: 'Demo reset' },
  'demo.clock-moved': { vi: 'Đổi ngày giả định', en: 'Demo day moved' },
};

/** What happened, by the action of the entry. A test asks that no action in the sources is missing here. */
export const ACTION_LABELS: Words = {
  ...PLATFORM_ACTION_LABELS,
  ...CLUSTER_ACTION_LABELS,
  ...INDICATOR_ACTION_LABELS,
  ...UNIT_ACTION_LABELS,
  ...PLEDGE_ACTION_LABELS,
  ...REPORT_ACTION_LABELS,
  ...COLLECTING_ACTION_LABELS,
  ...REVIEWING_ACTION_LABELS,
  ...NOMINATION_ACTION_LABELS,
  ...DECISION_ACTION_LABELS,
  ...CERTIFICATE_ACTION_LABELS,
  ...CARE_ACTION_LABELS,
  ...CONFERENCE_ACTION_LABELS,
  ...PACK_ACTION_LABELS,
  ...REGISTRY_ACTION_LABELS,
  ...EXEMPLAR_ACTION_LABELS,
  ...MOVEMENT_ACTION_LABELS,
  ...REPLICATION_ACTION_LABELS,
  ...REGISTRATION_ACTION_LABELS,
  ...FILE_ACTION_LABELS,
  ...RECIPIENT_ACTION_LABELS,
  ...DUPLICATE_ACTION_LABELS,
  ...IMPORT_ACTION_LABELS,
  ...JOB_ACTION_LABELS,
  ...MAIL_ACTION_LABELS,
  ...SAVED_VIEW_ACTION_LABELS,
  ...DUMP_ACTION_LABELS,
  ...TRAINING_ACTION_LABELS,
  ...EXPORT_ACTION_LABELS,
};

/** Fields by the kind of record: "Số" of a decision is not that of anything else. */
const FIELD_LABELS: Readonly<Record<SubjectKind, Words>> = {
  account: {
    username: { vi: 'Tên đăng nhập', en: 'Username' },
    role: { vi: 'Vai trò', en: 'Role' },
    lang: { vi: 'Ngôn ngữ', en: 'Language' },
    session: { vi: 'Phiên làm việc', en: 'Session' },
    address: { vi: 'Địa chỉ mạng', en: 'Network address' },
    ...MAIL_SETTING_FIELD_LABELS,
  },
  unit: UNIT_FIELD_LABELS,
  cluster: CLUSTER_FIELD_LABELS,
  'cluster-year': {
    heading: REPORT_FIELD_LABELS.heading!,
    ...SUMMARY_FIELD_LABELS,
    ...CLUSTER_FIELD_LABELS,
    ...CARE_FIELD_LABELS,
    ...LAUNCH_FIELD_LABELS,
    ...PLEDGE_RULE_FIELD_LABELS,
  },
  indicator: INDICATOR_FIELD_LABELS,
  movement: MOVEMENT_FIELD_LABELS,
  'movement-confirmation': MOVEMENT_FIELD_LABELS,
  exemplar: EXEMPLAR_FIELD_LABELS,
  replication: REPLICATION_FIELD_LABELS,
  'title-registration': REGISTRATION_FIELD_LABELS,
  conference: CONFERENCE_FIELD_LABELS,
  'conference-pack': PACK_FIELD_LABELS,
  'paper-template': PACK_FIELD_LABELS,
  recommendation: RECOMMENDATION_FIELD_LABELS,
  'recommendation-task': RECOMMENDATION_TASK_FIELD_LABELS,
  pledge: PLEDGE_FIELD_LABELS,
  'pledge-signature': PLEDGE_FIELD_LABELS,
  'pledge-progress': PLEDGE_FIELD_LABELS,
  report: { ...REPORT_FIELD_LABELS, ...REVIEWING_FIELD_LABELS },
  'report-request': COLLECTING_FIELD_LABELS,
  'report-review': COMMENT_FIELD_LABELS,
  nomination: { ...NOMINATION_FIELD_LABELS, decision: DECISION_FIELD_LABELS.decision! },
  decision: { ...CERTIFICATE_FIELD_LABELS, ...DECISION_FIELD_LABELS },
  certificate: { ...DECISION_FIELD_LABELS, ...CERTIFICATE_FIELD_LABELS },
  award: { ...DECISION_FIELD_LABELS, ...REGISTRY_FIELD_LABELS },
  file: {},
  setting: { today: { vi: 'Ngày giả định', en: 'Demo day' } },
  job: JOB_FIELD_LABELS,
  letter: MAIL_FIELD_LABELS,
  recipient: { ...DUPLICATE_FIELD_LABELS, ...RECIPIENT_FIELD_LABELS },
  'recipient-pair': DUPLICATE_FIELD_LABELS,
  import: IMPORT_FIELD_LABELS,
  'saved-view': SAVED_VIEW_FIELD_LABELS,
  export: EXPORT_FIELD_LABELS,
  dump: DUMP_FIELD_LABELS,
  training: TRAINING_FIELD_LABELS,
};

/**
 * The name of a changed field on the screen; undefined for one that goes by its own name, as the indicators of a
 * report do. Evidence (tài liệu minh chứng) can hang on any record.
 */
export function fieldLabel(subjectKind: string, field: string): Localized | undefined {
  const own = Object.hasOwn(FIELD_LABELS, subjectKind) ? FIELD_LABELS[subjectKind as SubjectKind] : {};
  if (Object.hasOwn(own, field)) return own[field];
  return Object.hasOwn(FILE_FIELD_LABELS, field) ? FILE_FIELD_LABELS[field] : undefined;
}
