/** Abbreviations of office names, as folded words, with what they stand for; longer ones first. */
const ABBREVIATIONS: readonly (readonly [string, string])[] = [
  ['td kt', 'thi dua khen thuong'],
  ['tdkt', 'thi dua khen thuong'],
  ['gd dt', 'giao duc dao tao'],
  ['gddt', 'giao duc dao tao'],
  ['gd va dt', 'giao duc dao tao'],
  ['so nv', 'so noi vu'],
  ['snv', 'so noi vu'],
  ['so yt', 'so y te'],
  ['ubnd', 'uy ban nhan dan'],
  ['hdnd', 'hoi dong nhan dan'],
  ['ubmttq', 'uy ban mat tran to quoc'],
  ['mttq', 'mat tran to quoc'],
  ['vphdnd', 'van phong hoi dong nhan dan'],
  ['vpub', 'van phong uy ban nhan dan'],
  ['vp', 'van phong'],
  ['ldld', 'lien doan lao dong'],
  ['lhpn', 'lien hiep phu nu'],
  ['tncs', 'thanh nien cong san'],
  ['ccb', 'cuu chien binh'],
  ['htx', 'hop tac xa'],
  ['thpt', 'trung hoc pho thong'],
  ['thcs', 'trung hoc co so'],
  ['ptdtnt', 'pho thong dan toc noi tru'],
  ['ptdtbt', 'pho thong dan toc ban tru'],
  ['bv', 'benh vien'],
  ['ttyt', 'trung tam y te'],
  ['tt y te', 'trung tam y te'],
  ['cty', 'cong ty'],
  ['tnhh', 'trach nhiem huu han'],
  ['cp', 'co phan'],
  ['bqp', 'bo quoc phong'],
  ['bdbp', 'bo doi bien phong'],
  ['btv', 'ban thuong vu'],
  ['bql', 'ban quan ly'],
];

/** Words in which a word of LEVELS stands for something else. */
const KEPT_TOGETHER: readonly (readonly [string, string])[] = [
  ['hop tac xa', 'hoptacxa'],
  ['bao hiem xa hoi', 'baohiemxahoi'],
  ['lao dong thuong binh va xa hoi', 'laodongthuongbinhxahoi'],
  ['xa hoi', 'xahoi'],
];

/** Words that say of what level an office is; written or left out as people like. Longer ones first. */
const LEVELS: readonly (readonly [string, string])[] = [
  ['thanh pho', 'city'],
  ['tp', 'city'],
  ['thi xa', 'town'],
  ['thi tran', 'township'],
  ['tinh', 'province'],
  ['huyen', 'district'],
  ['xa', 'commune'],
  ['phuong', 'ward'],
];

const FILLERS = new Set(['va', 'thuoc', 'cua', 'nuoc', 'chxhcn']);

/** A collective's name without what is written now so, now so. */
export type CollectiveName = {
  /** The words that matter, in their order. */
  core: string;
  /** Levels that the name tells ("huyện" → district), in their order. */
  levels: readonly string[];
};

/**
 * "UBND huyện Mai Sơn" and "Ủy ban nhân dân Mai Sơn" have the same core. The words of a level are kept apart: they may
 * be missing, but "huyện Mai Sơn" is not "xã Mai Sơn" (see `levelsAgree`).
 * @param nameFold folded name
 */
export function collectiveName(nameFold: string): CollectiveName {
  let text = ` ${nameFold.replace(/[^a-z0-9]+/gu, ' ').trim()} `;
  for (const [short, long] of ABBREVIATIONS) text = text.replaceAll(` ${short} `, ` ${long} `);
  for (const [words, one] of KEPT_TOGETHER) text = text.replaceAll(` ${words} `, ` ${one} `);
  const levels: string[] = [];
  for (const [word, level] of LEVELS) {
    if (!text.includes(` ${word} `)) continue;
    levels.push(level);
    text = text.replaceAll(` ${word} `, ' ');
  }
  const words = text.split(' ').filter((word) => word !== '' && !FILLERS.has(word));
  return { core: words.join(' '), levels };
}

/** No level of the one speaks against those of the other: one of them may say less. */
export function levelsAgree(a: CollectiveName, b: CollectiveName): boolean {
  const [few, many] = a.levels.length <= b.levels.length ? [a, b] : [b, a];
  return few.levels.every((level) => many.levels.includes(level));
}
