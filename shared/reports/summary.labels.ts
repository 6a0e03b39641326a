import type { Words } from '#shared/core/wording.ts';

/** Side notes of figures that were put together from members' figures. */
export const JOINED_WORDS: Words = {
  'joined.no-figures': { vi: 'Chưa có số liệu của {units}', en: 'No figures from {units}' },
  'joined.no-weights': {
    vi: 'Không tính được: thiếu quyền số để tính bình quân gia quyền của {units}',
    en: 'Not computable: no weights for the weighted mean of {units}',
  },
  'joined.zero-weights': {
    vi: 'Không tính được: tổng quyền số của {units} bằng 0',
    en: 'Not computable: the weights of {units} add up to 0',
  },
  'joined.not-added': { vi: 'Không cộng gộp được số của {units}', en: 'The figures of {units} cannot be added up' },
  'joined.own': { vi: 'Số của {units}', en: 'Figure of {units}' },
  'joined.sum': { vi: 'Cộng số của {units}', en: 'Sum of {units}' },
  'joined.weighted-mean': { vi: 'Bình quân gia quyền của {units}', en: 'Weighted mean of {units}' },
  'joined.outside': { vi: 'chưa gồm {units} (ngoài Cụm)', en: 'without {units} (outside the cluster)' },
  'joined.estimated': { vi: 'chia theo tỷ lệ, là số ước tính', en: 'divided by share, an estimate' },
  'joined.missing': { vi: 'còn thiếu {missing} đơn vị', en: '{missing|unit|units} missing' },
};

/** What the file of a summary says beside its figures. */
export const SUMMARY_WORDS: Words = {
  'summary.cluster': { vi: 'Toàn Cụm', en: 'Whole cluster' },
  'summary.no-figure': { vi: 'Chưa có số liệu', en: 'No figure' },
  'summary.completing': { vi: 'Đang bổ sung', en: 'Being completed' },
  'summary.not-computable': { vi: 'Không tính được', en: 'Not computable' },
  'summary.counted': { vi: '{method}, {counted}/{of} đơn vị', en: '{method}, {counted} of {of} units' },
  'summary.weighted': { vi: '{method} theo {weight}', en: '{method} by {weight}' },
};
