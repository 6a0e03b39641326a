import type { ClusterKind, StageKind } from '#shared/clusters/clusters.schema.ts';
import type { LeadState } from '#shared/clusters/hand-over.rules.ts';
import type { StageState } from '#shared/clusters/matrix.rules.ts';
import type { Localized } from '#shared/core/localized.ts';
import type { Words } from '#shared/core/wording.ts';

/** A cụm has a Cụm trưởng, a khối a Khối trưởng. */
export const CHAIR_LABELS: Readonly<Record<ClusterKind, Localized>> = {
  cluster: { vi: 'Cụm trưởng', en: 'Chair' },
  bloc: { vi: 'Khối trưởng', en: 'Chair' },
};
export const DEPUTY_CHAIR_LABELS: Readonly<Record<ClusterKind, Localized>> = {
  cluster: { vi: 'Cụm phó', en: 'Deputy chair' },
  bloc: { vi: 'Khối phó', en: 'Deputy chair' },
};
export const STANDING_OFFICE_LABELS: Readonly<Record<ClusterKind, Localized>> = {
  cluster: { vi: 'Cơ quan thường trực Cụm', en: 'Standing office' },
  bloc: { vi: 'Cơ quan thường trực Khối', en: 'Standing office' },
};

/** How a stage stands (giai đoạn của năm thi đua). */
export const STAGE_STATE_LABELS: Readonly<Record<StageState, Localized>> = {
  done: { vi: 'Đã qua', en: 'Past' },
  open: { vi: 'Đang diễn ra', en: 'Under way' },
  ahead: { vi: 'Sắp tới', en: 'Ahead' },
};

/** Words of the matrix cells (Bảng theo dõi tiến độ). */
export const CELL_WORDS: Words = {
  'report.not-asked': { vi: 'Chưa mở', en: 'Not open' },
  'report.not-sent': { vi: 'Chưa gửi (hạn {dueOn})', en: 'Not sent (due {dueOn})' },
  'report.overdue': { vi: 'Quá hạn {overdueCount} ngày', en: '{overdueCount|day|days} overdue' },
  'report.sent': { vi: 'Đã gửi', en: 'Sent' },
  'report.sent-late': { vi: 'Đã gửi, trễ {lateCount} ngày', en: 'Sent {lateCount|day|days} late' },
  'report.supplement': { vi: 'Đề nghị bổ sung (hạn {supplementDueOn})', en: 'To be completed by {supplementDueOn}' },
  'report.supplement-overdue': {
    vi: 'Quá hạn bổ sung {overdueCount} ngày',
    en: 'Completion {overdueCount|day|days} overdue',
  },
  'report.received': { vi: 'Đã tiếp nhận', en: 'Received' },
  'report.received-late': { vi: 'Đã tiếp nhận, trễ {lateCount} ngày', en: 'Received, {lateCount|day|days} late' },
  'report.consolidated': { vi: 'Đã tổng hợp', en: 'Consolidated' },
  'member.left': { vi: 'Đã rời Cụm ({leftOn})', en: 'Left the cluster ({leftOn})' },
  'pledge.none': { vi: 'Chưa có giao ước', en: 'No pledge yet' },
  'pledge.unsigned': { vi: 'Chưa ký', en: 'Not signed' },
  'pledge.signed': { vi: 'Đã ký kết', en: 'Signed' },
  'nominations.supplement': { vi: 'Chờ bổ sung {supplementCount} hồ sơ', en: '{supplementCount} to be completed' },
  'nominations.checked': {
    vi: 'Đã thẩm định {checkedCount}/{allottedCount}',
    en: 'Checked {checkedCount}/{allottedCount}',
  },
  'nominations.sent': { vi: 'Đã gửi {sentCount}/{allottedCount}', en: 'Sent {sentCount}/{allottedCount}' },
  'nominations.none': { vi: 'Chưa gửi (0/{allottedCount})', en: 'None sent (0/{allottedCount})' },
  'nominations.not-allotted': { vi: 'Đã gửi {sentCount} (chưa phân bổ)', en: 'Sent {sentCount} (no allotment)' },
  'nominations.overdue': {
    vi: 'Đã gửi {sentCount}/{allottedCount}, quá hạn {overdueCount} ngày',
    en: 'Sent {sentCount}/{allottedCount}, {overdueCount|day|days} overdue',
  },
  'nominations.partly': { vi: 'Đã gửi {sentCount}/{allottedCount}', en: 'Sent {sentCount}/{allottedCount}' },
};

export const CLUSTER_KIND_LABELS: Readonly<Record<ClusterKind, Localized>> = {
  cluster: { vi: 'Cụm thi đua', en: 'Cluster' },
  bloc: { vi: 'Khối thi đua', en: 'Bloc' },
};

/** What the history of a cluster and of its years calls what happened. */
export const CLUSTER_ACTION_LABELS: Words = {
  'cluster.created': { vi: 'Lập cụm, khối thi đua', en: 'Cluster made' },
  'cluster.saved': { vi: 'Sửa thông tin cụm, khối', en: 'Cluster edited' },
  'cluster.member-added': { vi: 'Thêm đơn vị thành viên', en: 'Member added' },
  'cluster.member-ended': { vi: 'Kết thúc tư cách thành viên', en: 'Membership ended' },
  'cluster-year.opened': { vi: 'Mở năm thi đua', en: 'Emulation year opened' },
  'cluster-year.published': { vi: 'Công bố năm thi đua', en: 'Emulation year published' },
  'cluster-year.dropped': { vi: 'Bỏ dự thảo năm thi đua', en: 'Draft of a year dropped' },
  'cluster-year.archived': { vi: 'Lưu hồ sơ năm thi đua', en: 'Emulation year archived' },
  'cluster-year.restored': { vi: 'Mở lại năm thi đua đã lưu', en: 'Archived year opened again' },
  'cluster-year.indicators-set': { vi: 'Chọn chỉ tiêu của năm', en: 'Indicators of the year chosen' },
  'cluster-year.saved': { vi: 'Sửa năm thi đua', en: 'Emulation year edited' },
  'cluster-year.hand-over-set': { vi: 'Ghi ngày bàn giao', en: 'Hand-over day set' },
  'cluster-year.hand-over-packed': { vi: 'Tải hồ sơ bàn giao', en: 'Hand-over files downloaded' },
};

export const CLUSTER_FIELD_LABELS: Words = {
  name: { vi: 'Tên', en: 'Name' },
  shortName: { vi: 'Tên ngắn', en: 'Short name' },
  kind: { vi: 'Loại', en: 'Kind' },
  source: { vi: 'Căn cứ', en: 'Legal basis' },
  organizer: { vi: 'Cơ quan tổ chức', en: 'Organiser' },
  closedOn: { vi: 'Kết thúc hoạt động', en: 'Closed on' },
  member: { vi: 'Đơn vị thành viên', en: 'Member' },
  year: { vi: 'Năm', en: 'Year' },
  startsOn: { vi: 'Bắt đầu', en: 'Begins' },
  endsOn: { vi: 'Kết thúc', en: 'Ends' },
  chair: { vi: 'Cụm trưởng', en: 'Chair' },
  deputyChair: { vi: 'Cụm phó', en: 'Deputy chair' },
  chairPerson: { vi: 'Người đứng đầu', en: 'Person in the chair' },
  standingOffice: { vi: 'Cơ quan thường trực', en: 'Standing office' },
  allotment: { vi: 'Phân bổ số lượng khen', en: 'Allotment of awards' },
  stages: { vi: 'Kế hoạch năm', en: 'Plan of the year' },
  yearKind: { vi: 'Loại năm', en: 'Kind of year' },
  status: { vi: 'Trạng thái', en: 'State' },
  model: { vi: 'Theo mẫu năm', en: 'After the year' },
  indicators: { vi: 'Chỉ tiêu', en: 'Indicators' },
  headlines: { vi: 'Chỉ tiêu chính', en: 'Headline indicators' },
  careAims: { vi: 'Mục tiêu cơ cấu khen thưởng', en: 'Aims for who is commended' },
  handOverOn: { vi: 'Ngày bàn giao', en: 'Hand-over day' },
  handOverNote: { vi: 'Ghi chú bàn giao', en: 'Hand-over note' },
};

/** The stages of a year by their kind; each year may word its own. */
export const STAGE_KIND_LABELS: Readonly<Record<StageKind, Localized>> = {
  launch: { vi: 'Phát động thi đua', en: 'Launch' },
  pledge: { vi: 'Đăng ký thi đua, ký kết giao ước', en: 'Pledge' },
  'mid-year-report': { vi: 'Báo cáo sơ kết 6 tháng', en: 'Mid-year report' },
  guidance: { vi: 'Hướng dẫn tổng kết', en: 'Guidance for the year-end review' },
  'year-end-report': { vi: 'Báo cáo tổng kết năm', en: 'Year-end report' },
  'official-figures': { vi: 'Cập nhật số chính thức', en: 'Official figures' },
  nominations: { vi: 'Hồ sơ đề nghị khen thưởng', en: 'Nominations' },
  scoring: { vi: 'Họp thống nhất điểm', en: 'Scoring meeting' },
  council: { vi: 'Họp Hội đồng Thi đua - Khen thưởng', en: 'Council meeting' },
  decision: { vi: 'Trình, ban hành quyết định', en: 'Decision' },
  results: { vi: 'Thông báo kết quả', en: 'Results announced' },
  conference: { vi: 'Hội nghị tổng kết', en: 'Conference' },
  'hand-over': { vi: 'Bàn giao nhiệm vụ Cụm trưởng', en: 'Hand-over' },
  archive: { vi: 'Lưu hồ sơ năm thi đua', en: 'Archive' },
};

/** How a year stands in the row of hand-overs. */
export const LEAD_STATE_LABELS: Readonly<Record<LeadState, Localized>> = {
  leading: { vi: 'Đang phụ trách', en: 'In charge' },
  'handed-over': { vi: 'Đã bàn giao', en: 'Handed over' },
  ahead: { vi: 'Chưa nhận bàn giao', en: 'To take over' },
};
