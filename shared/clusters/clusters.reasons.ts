import type { Words } from '#shared/core/wording.ts';

export const CLUSTER_REASONS: Words = {
  'cluster-year.not-found': {
    vi: 'Không tìm thấy năm thi đua này, hoặc đơn vị của bạn không thuộc Cụm.',
    en: 'No such emulation year, or your unit is not in the cluster.',
  },
};
