import type { SubjectKind } from '#shared/audit/audit.schema.ts';
import type { Localized } from '#shared/core/localized.ts';
import type { Words } from '#shared/core/wording.ts';

export const SUBJECT_LABELS: Readonly<Record<SubjectKind, Localized>> = {
  account: { vi: 'Tài khoản', en: 'Account' },
  'cluster-year': { vi: 'Năm thi đua', en: 'Emulation year' },
  pledge: { vi: 'Giao ước', en: 'Pledge' },
  report: { vi: 'Báo cáo', en: 'Report' },
  nomination: { vi: 'Đề nghị khen thưởng', en: 'Nomination' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  certificate: { vi: 'Bằng', en: 'Certificate' },
  award: { vi: 'Sổ khen thưởng', en: 'Registry' },
  file: { vi: 'Tệp', en: 'File' },
  setting: { vi: 'Thiết lập', en: 'Setting' },
  job: { vi: 'Công việc nền', en: 'Job' },
};

export const COMMON_ACTION_LABELS: Words = {
  'demo.seeded': { vi: 'Nạp dữ liệu minh hoạ', en: 'Demo loaded' },
  'demo.reset': { vi: 'Đặt lại dữ liệu minh hoạ', en: 'Demo reset' },
  'demo.clock-moved': { vi: 'Chuyển ngày minh hoạ', en: 'Demo day moved' },
};
