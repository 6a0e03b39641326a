import type { Words } from '#shared/core/wording.ts';

export const CLUSTER_REASONS: Words = {
  'cluster-year.not-found': {
    vi: 'Không tìm thấy năm thi đua này, hoặc đơn vị của bạn không thuộc Cụm.',
    en: 'No such emulation year, or your unit is not in the cluster.',
  },
  'cluster.member-ended': {
    vi: '{unit} là thành viên của Cụm đến hết ngày {validTo}; từ sau ngày đó chỉ xem được.',
    en: '{unit} was a member of the cluster until {validTo}; since then it can only read.',
  },
  'cluster.not-member-yet': {
    vi: '{unit} không là thành viên của Cụm vào ngày này, nên chỉ xem được.',
    en: '{unit} is not a member of the cluster on this day and can only read.',
  },
};
