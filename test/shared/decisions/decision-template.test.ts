import { expect, test } from 'vitest';
import {
  decisionTemplate,
  firstArticle,
  isTemplateArticle,
  legalBasesOn,
  namedCounts,
} from '#shared/decisions/decision-template.ts';

test.each([
  { day: '2023-12-31', cited: '91/2017/NĐ-CP', notYet: '98/2023/NĐ-CP' },
  { day: '2024-01-01', cited: '98/2023/NĐ-CP', notYet: '152/2025/NĐ-CP' },
  { day: '2025-07-01', cited: '152/2025/NĐ-CP', notYet: '98/2023/NĐ-CP' },
])('cites the decree in force on $day', ({ day, cited, notYet }) => {
  const text = legalBasesOn(day)
    .map((basis) => basis.text)
    .join('\n');

  expect(text).toContain(cited);
  expect(text).not.toContain(notYet);
});

test('a draft of Lạng Sơn has the lines of the Chairman, not of the Committee', () => {
  const draft = decisionTemplate({
    unitFullName: 'Tỉnh Lạng Sơn',
    unitName: 'Lạng Sơn',
    clusterName: 'Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc',
    year: 2023,
    chairPerson: 'Hồ Tiến Thiệu',
    today: '2024-02-20',
  });

  expect(draft.issuerLine).toBe('CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN');
  expect(draft.commonSentence).toBe(
    'Đã có thành tích xuất sắc, tiêu biểu trong thực hiện phong trào thi đua Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc năm 2023',
  );
  expect(JSON.stringify(draft)).not.toContain('TM. ỦY BAN');
  expect(draft.articles[1]).toContain('Quỹ thi đua, khen thưởng tỉnh Lạng Sơn năm 2024');
});

test('Điều 1 counts in two digits and leaves out what is not there', () => {
  const counted = (collectiveCount: number, individualCount: number, householdCount = 0) =>
    firstArticle({ collectiveCount, individualCount, householdCount }, 'Cụm A', 2023);

  expect(counted(7, 7)).toContain('cho 07 tập thể và 07 cá nhân (có danh sách kèm theo)');
  expect(counted(0, 1)).toContain('cho 01 cá nhân (');
  expect(counted(2, 12, 3)).toContain('cho 02 tập thể, 12 cá nhân, 03 hộ gia đình');
});

test("Điều 1 is taken for ours whatever it counts, and for the clerk's when a word differs", () => {
  const ours = firstArticle({ collectiveCount: 7, individualCount: 7, householdCount: 0 }, 'Cụm A', 2023);

  expect(isTemplateArticle(ours, 'Cụm A', 2023)).toBe(true);
  expect(isTemplateArticle(ours.replace('Tặng', 'Nay tặng'), 'Cụm A', 2023)).toBe(false);
  expect(namedCounts(ours)).toEqual({ collectiveCount: 7, individualCount: 7 });
  expect(namedCounts('Tặng Bằng khen cho một người.')).toEqual({});
});
