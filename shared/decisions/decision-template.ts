import type { Certainty } from '#shared/awards/awards.schema.ts';
import type { DecisionDraft } from '#shared/decisions/decisions.schema.ts';

/** One line of "Căn cứ ban hành" with the days on which it may be cited. `until` is its last day. */
type LegalBasis = { text: string; from: string; until: string | null; certainty: Certainty };

const LOCAL_GOVERNMENT = 'Căn cứ Luật Tổ chức chính quyền địa phương';
const COMMENDATION = 'Căn cứ Luật Thi đua, khen thưởng';
const DETAILS = 'quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng;';

/**
 * Instruments in force by date. The clerk may change every line of a draft; this only saves copying the last
 * decision, with the law of last year in it.
 */
export const LEGAL_BASES: readonly LegalBasis[] = [
  {
    text: `${LOCAL_GOVERNMENT} ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;`,
    from: '2020-07-01',
    until: '2025-02-28',
    certainty: 'probable',
  },
  {
    text: `${LOCAL_GOVERNMENT} ngày 19 tháng 02 năm 2025;`,
    from: '2025-03-01',
    until: '2025-06-15',
    certainty: 'memory',
  },
  { text: `${LOCAL_GOVERNMENT} ngày 16 tháng 6 năm 2025;`, from: '2025-06-16', until: null, certainty: 'memory' },
  {
    text: `${COMMENDATION} ngày 26 tháng 11 năm 2003; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 16 tháng 11 năm 2013;`,
    from: '2014-06-01',
    until: '2023-12-31',
    certainty: 'probable',
  },
  { text: `${COMMENDATION} ngày 15 tháng 6 năm 2022;`, from: '2024-01-01', until: null, certainty: 'certain' },
  {
    text: `Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ ${DETAILS}`,
    from: '2017-10-01',
    until: '2023-12-31',
    certainty: 'certain',
  },
  {
    text: `Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ ${DETAILS}`,
    from: '2024-01-01',
    until: '2025-06-30',
    certainty: 'certain',
  },
  {
    text: 'Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng;',
    from: '2025-07-01',
    until: '2027-02-28',
    certainty: 'probable',
  },
];

/** The lines that may be cited on a day, in the order of rank. */
export function legalBasesOn(day: string): LegalBasis[] {
  return LEGAL_BASES.filter(({ from, until }) => from <= day && (until === null || day <= until));
}

export type TemplateFacts = {
  /** Name in full of the issuing province, 'Tỉnh Lạng Sơn'. */
  unitFullName: string;
  /** 'Lạng Sơn': the place before the date. */
  unitName: string;
  /** Name of the cluster with its kind, 'Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc'. */
  clusterName: string;
  /** The year of the achievements. */
  year: number;
  /** Who signs, as far as known. */
  chairPerson: string | null;
  /** The day of drafting, 'YYYY-MM-DD': which law is in force. */
  today: string;
};

/**
 * A new draft in the words of such decisions. Issuer line and block of signature are those of the Chairman of the
 * provincial People's Committee in his own authority: no "TM. ỦY BAN NHÂN DÂN".
 */
export function decisionTemplate(facts: TemplateFacts): DecisionDraft {
  const unit = upper(facts.unitFullName);
  return {
    subject: 'Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
    issuerLine: `CHỦ TỊCH ỦY BAN NHÂN DÂN ${unit}`,
    headerOrg: `ỦY BAN NHÂN DÂN ${unit}`,
    place: facts.unitName,
    way: 'thematic',
    commonSentence: commonSentence(facts.clusterName, facts.year),
    signatoryCapacity: 'CHỦ TỊCH',
    signatoryName: facts.chairPerson ?? '',
    legalBases: [...legalBasesOn(facts.today).map(({ text }) => text), 'Theo đề nghị của Giám đốc Sở Nội vụ.'],
    articles: [
      firstArticle({ collectiveCount: 0, individualCount: 0, householdCount: 0 }, facts.clusterName, facts.year),
      `Mức tiền thưởng thực hiện theo quy định hiện hành; kinh phí từ Quỹ thi đua, khen thưởng ${lowerFirst(facts.unitFullName)} năm ${facts.today.slice(0, 4)}.`,
      'Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ, thủ trưởng các cơ quan liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành.',
    ],
    submissionLetter: '',
    qrOnCertificates: true,
  };
}

/** The one sentence on all certificates of a decision; each one's own story stays in the list (trích ngang). */
export function commonSentence(clusterName: string, year: number): string {
  return `Đã có thành tích xuất sắc, tiêu biểu trong thực hiện phong trào thi đua ${clusterName} năm ${year}`;
}

export type RecipientCounts = { collectiveCount: number; individualCount: number; householdCount: number };

/** Điều 1 with the counts of the annexed list, two digits as on paper: "cho 07 tập thể và 07 cá nhân". */
export function firstArticle(counts: RecipientCounts, clusterName: string, year: number): string {
  const two = (count: number) => String(count).padStart(2, '0');
  const parts = [
    [counts.collectiveCount, 'tập thể'],
    [counts.individualCount, 'cá nhân'],
    [counts.householdCount, 'hộ gia đình'],
  ] as const;
  const named = parts.filter(([count]) => count > 0).map(([count, word]) => `${two(count)} ${word}`);
  const whom = named.length === 0 ? '… tập thể và … cá nhân' : named.join(named.length === 2 ? ' và ' : ', ');
  return `Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho ${whom} (có danh sách kèm theo): ${lowerFirst(commonSentence(clusterName, year))}.`;
}

/** Whether nobody has written Điều 1 by hand: it differs from the template in its counts at most. */
export function isTemplateArticle(article: string, clusterName: string, year: number): boolean {
  const counted = / cho .+? \(có danh sách kèm theo\)/;
  const template = firstArticle({ collectiveCount: 0, individualCount: 0, householdCount: 0 }, clusterName, year);
  return article.replace(counted, '') === template.replace(counted, '');
}

/** The counts that a text of Điều 1 names, where it names them: "07 tập thể và 07 cá nhân". */
export function namedCounts(article: string): Partial<RecipientCounts> {
  const count = (word: string) => {
    const [, digits] = new RegExp(`(\\d+) ${word}`, 'u').exec(article) ?? [];
    return digits === undefined ? undefined : Number(digits);
  };
  const collectiveCount = count('tập thể');
  const individualCount = count('cá nhân');
  const householdCount = count('hộ gia đình');
  return {
    ...(collectiveCount !== undefined && { collectiveCount }),
    ...(individualCount !== undefined && { individualCount }),
    ...(householdCount !== undefined && { householdCount }),
  };
}

const upper = (text: string) => text.toLocaleUpperCase('vi');
const lowerFirst = (text: string) => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);
