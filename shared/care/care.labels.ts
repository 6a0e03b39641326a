import type { Certainty } from '#shared/awards/awards.schema.ts';
import type { LENSES, Why } from '#shared/care/care.rules.ts';
import { type CareBasis, type CareLens, careLens } from '#shared/care/care.schema.ts';
import type { Localized } from '#shared/core/localized.ts';

export const LENS_LABELS: Readonly<Record<CareLens, Localized>> = {
  border: { vi: 'Biên giới', en: 'Border' },
  'region-3': { vi: 'Xã khu vực III', en: 'Region III communes' },
  'border-or-region-3': { vi: 'Biên giới hoặc xã khu vực III', en: 'Border or region III' },
  'ethnic-minority-area': {
    vi: 'Vùng đồng bào dân tộc thiểu số và miền núi',
    en: 'Ethnic-minority and mountainous areas',
  },
  'small-collectives': { vi: 'Tập thể nhỏ', en: 'Small collectives' },
  'frontline-workers': { vi: 'Người trực tiếp công tác, lao động', en: 'Direct workers' },
  leaders: { vi: 'Lãnh đạo, quản lý', en: 'Leaders and managers' },
  women: { vi: 'Nữ', en: 'Women' },
  'ethnic-minority': { vi: 'Người dân tộc thiểu số', en: 'Ethnic-minority people' },
};

/** Of what a share is taken. */
export const WHOLE_LABELS: Readonly<Record<(typeof LENSES)[CareLens]['whole'], Localized>> = {
  all: { vi: 'lượt khen', en: 'awards' },
  collectives: { vi: 'tập thể', en: 'collectives' },
  individuals: { vi: 'cá nhân', en: 'individuals' },
};

export const BASIS_LABELS: Readonly<Record<CareBasis, Localized>> = {
  awards: { vi: 'Khen thưởng đã ban hành', en: 'Awards issued' },
  drafts: { vi: 'Dự thảo quyết định', en: 'Draft decisions' },
  nominations: { vi: 'Hồ sơ đề nghị đã gửi', en: 'Nominations sent' },
};

export const BASIS_NOTES: Readonly<Record<CareBasis, Localized>> = {
  awards: {
    vi: 'Từ Sổ khen thưởng, không tính khen thưởng đã hủy bỏ; khu vực, phân loại, giới tính lấy theo thời điểm khen.',
    en: 'From the register, without cancelled awards; area, class and sex as they were at the time of the award.',
  },
  drafts: {
    vi: 'Từ danh sách kèm theo các quyết định chưa ban hành mà bạn được xem.',
    en: 'From the lists of decisions not yet issued that you may see.',
  },
  nominations: {
    vi: 'Từ hồ sơ các đơn vị đã gửi, không tính hồ sơ đã rút hoặc không đủ điều kiện.',
    en: 'From the nominations that members have sent, without those withdrawn or found not eligible.',
  },
};

/** Cách tính: what is counted, and how sure the definition is. */
export const LENS_HOW: Readonly<Record<CareLens, { how: Localized; source: Localized; certainty: Certainty }>> = {
  border: {
    how: {
      vi: 'Nơi công tác hoặc địa bàn là xã, phường biên giới đất liền, do đơn vị đề nghị đánh dấu.',
      en: 'The place of work lies in a land-border commune, as marked by the proposing unit.',
    },
    source: { vi: 'Nghị định 34/2014/NĐ-CP (khu vực biên giới đất liền)', en: 'Decree 34/2014/NĐ-CP' },
    certainty: 'memory',
  },
  'region-3': {
    how: {
      vi: 'Xã nơi công tác được phân định khu vực III.',
      en: 'The commune of work is classed as region III.',
    },
    source: { vi: 'Quyết định 861/QĐ-TTg ngày 04/6/2021 (giai đoạn 2021-2025)', en: 'Decision 861/QĐ-TTg (2021-2025)' },
    certainty: 'memory',
  },
  'border-or-region-3': {
    how: {
      vi: 'Ít nhất một trong hai: xã biên giới hoặc xã khu vực III; mỗi lượt khen tính một lần.',
      en: 'At least one of the two; each award counts once.',
    },
    source: { vi: 'Cách gộp của Cụm để theo dõi mục tiêu', en: "The cluster's own grouping, for its aim" },
    certainty: 'certain',
  },
  'ethnic-minority-area': {
    how: {
      vi: 'Xã nơi công tác thuộc khu vực I, II hoặc III. Thôn đặc biệt khó khăn của xã ngoài danh mục chưa được ghi nhận nên chưa tính.',
      en: 'The commune of work is of region I, II or III. Villages in special difficulty of other communes are not recorded and not counted.',
    },
    source: { vi: 'Quyết định 861/QĐ-TTg ngày 04/6/2021 (giai đoạn 2021-2025)', en: 'Decision 861/QĐ-TTg (2021-2025)' },
    certainty: 'memory',
  },
  'small-collectives': {
    how: {
      vi: 'Tập thể được đơn vị đề nghị đánh dấu là tập thể nhỏ (tổ, đội, bản, trường lẻ…), trên tổng số tập thể.',
      en: 'Collectives marked as small by the proposing unit (team, hamlet, single school…), of all collectives.',
    },
    source: { vi: 'Chưa có ngưỡng số người theo quy định', en: 'No headcount is fixed by regulation' },
    certainty: 'unknown',
  },
  'frontline-workers': {
    how: {
      vi: 'Phân loại đối tượng là người trực tiếp công tác, lao động, học tập, chiến đấu, trên tổng số cá nhân.',
      en: 'Classed as direct worker, of all individuals.',
    },
    source: { vi: 'Thông tư 02/2023/TT-BNV (biểu thống kê 0603)', en: 'Circular 02/2023/TT-BNV (form 0603)' },
    certainty: 'probable',
  },
  leaders: {
    how: {
      vi: 'Lãnh đạo các cấp và doanh nhân, quản lý doanh nghiệp, trên tổng số cá nhân.',
      en: 'Leaders of all ranks and business managers, of all individuals.',
    },
    source: { vi: 'Thông tư 02/2023/TT-BNV (biểu thống kê 0603)', en: 'Circular 02/2023/TT-BNV (form 0603)' },
    certainty: 'probable',
  },
  women: {
    how: { vi: 'Cá nhân là nữ, trên tổng số cá nhân.', en: 'Women, of all individuals.' },
    source: { vi: 'Thông tư 02/2023/TT-BNV (biểu thống kê 0603)', en: 'Circular 02/2023/TT-BNV (form 0603)' },
    certainty: 'probable',
  },
  'ethnic-minority': {
    how: {
      vi: 'Cá nhân thuộc dân tộc khác dân tộc Kinh trong danh mục các dân tộc Việt Nam, trên tổng số cá nhân. Số chung hiện từ 05 cá nhân, theo đơn vị từ 10 cá nhân; danh sách chỉ mở cho người được giao và mỗi lần mở được ghi lại.',
      en: "Individuals of Việt Nam's peoples other than the Kinh, of all individuals. The total shows from 5 individuals, by member from 10; the list opens to those in charge only, and each opening is logged.",
    },
    source: { vi: 'Quyết định 421-TCTK/PPCĐ ngày 02/3/1979 (danh mục dân tộc)', en: 'Decision 421-TCTK/PPCĐ (1979)' },
    certainty: 'memory',
  },
};

export const WHY_LABELS: Readonly<Record<Exclude<Why, 'class' | 'sex' | 'ethnicity'>, Localized>> = {
  border: { vi: 'Xã biên giới', en: 'Border commune' },
  'region-1': { vi: 'Xã khu vực I', en: 'Region I commune' },
  'region-2': { vi: 'Xã khu vực II', en: 'Region II commune' },
  'region-3': { vi: 'Xã khu vực III', en: 'Region III commune' },
  small: { vi: 'Tập thể nhỏ', en: 'Small collective' },
};

/** What the audit calls what happens here; both hang on the cluster-year. */
export const CARE_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'care.aims-set': { vi: 'Đặt mục tiêu cơ cấu khen thưởng', en: 'Aims of the award structure set' },
  'care.minority-opened': {
    vi: 'Mở danh sách người dân tộc thiểu số',
    en: 'List of ethnic-minority people opened',
  },
};

/** Fields of these events: an aim goes by its lens. */
export const CARE_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  ...Object.fromEntries(
    careLens.options.map((lens) => [
      lens,
      { vi: `Mục tiêu: ${LENS_LABELS[lens].vi}`, en: `Aim: ${LENS_LABELS[lens].en}` },
    ]),
  ),
  opened: { vi: 'Dữ liệu nhạy cảm đã mở', en: 'Sensitive data opened' },
};
