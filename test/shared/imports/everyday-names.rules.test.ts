import { describe, expect, test } from 'vitest';
import { everydayNames } from '#db/imports/everyday-names.ts';
import { readDataFile } from '#db/seed/data-file.ts';
import { awardFormOptions, writtenWays } from '#shared/imports/everyday-names.rules.ts';
import { WAYS } from '#shared/imports/fields/awards.fields.ts';
import { RECIPIENT_KIND } from '#shared/imports/fields/common.fields.ts';
import { valueList } from '#shared/imports/suggestions.rules.ts';
import { type UnitNameFact, unitNames, unitOn, unitOptions } from '#shared/imports/unit-names.rules.ts';

const { awardForms } = readDataFile<{ awardForms: { code: string; name: string; nameEn: string | null }[] }>(
  'award-forms.json',
);
const { units } = readDataFile<{ units: { id: string; kind: UnitNameFact['kind']; name: string; fullName: string }[] }>(
  'units.json',
);
const forms = valueList(awardFormOptions(awardForms, everydayNames()));

/** All steps of a reckoning at once. */
function whole<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

test.each([
  ['a [b] c', ['a b c', 'a c']],
  ['(a|b) c', ['a c', 'b c']],
  ['a [(b|c)] d', ['a b d', 'a c d', 'a d']],
  ['a', ['a']],
])('%s is written in these ways', (pattern, ways) => expect(writtenWays(pattern).toSorted()).toEqual(ways.toSorted()));

describe('an award form by the name it has in lists', () => {
  test.each([
    ['Bằng khen cấp tỉnh', 'BKT'],
    ['Bằng khen UBND tỉnh', 'BKT'],
    ['BK tỉnh', 'BKT'],
    ['BK UBND tỉnh', 'BKT'],
    ['Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh', 'BKT'],
    ['Bằng khen Chủ tịch UBND tỉnh Lạng Sơn', 'BKT'],
    ['BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH LẠNG SƠN', 'BKT'],
    ['Bằng khen UBND thành phố Hà Nội', 'BKT'],
    ['Bằng khen của Thủ tướng', 'BKTTG'],
    ['BK TTg', 'BKTTG'],
    ['CSTĐ cấp tỉnh', 'CSTDT'],
    ['Chiến sỹ thi đua cấp tỉnh', 'CSTDT'],
    ['CSTĐ tỉnh Cao Bằng', 'CSTDT'],
    ['CSTĐCS', 'CSTDCS'],
    ['CSTĐ CS', 'CSTDCS'],
    ['Danh hiệu Chiến sĩ thi đua cơ sở', 'CSTDCS'],
    ['CSTĐ toàn quốc', 'CSTDTQ'],
    ['LĐTT', 'LDTT'],
    ['Danh hiệu Lao động tiên tiến', 'LDTT'],
    ['TTLĐXS', 'TTLDXS'],
    ['Tập thể LĐXS', 'TTLDXS'],
    ['Tập thể LĐTT', 'TTLDTT'],
    ['Huân chương LĐ hạng Ba', 'HCLD3'],
    ['HCLĐ hạng 3', 'HCLD3'],
    ['HCLĐ hạng III', 'HCLD3'],
    ['Huân chương Lao động hạng nhì', 'HCLD2'],
    ['HC Độc lập hạng Nhất', 'HCDL1'],
    ['Cờ thi đua CP', 'CTDCP'],
    ['Cờ thi đua của Chính phủ', 'CTDCP'],
    ['Cờ thi đua cấp tỉnh', 'CTDT'],
    ['Cờ thi đua UBND tỉnh', 'CTDT'],
    ['Giấy khen Chủ tịch UBND xã', 'GKX'],
    ['Giấy khen UBND thành phố Lạng Sơn', 'GKH'],
    ['Giấy khen của Giám đốc Sở Nội vụ', 'GK'],
    ['Kỷ niệm chương', 'KNC'],
  ])('%s', (text, code) => expect(forms.find(text)?.value ?? null).toBe(code));

  test.each([
    ['Giấy khen', ['GK', 'GKH', 'GKX']],
    ['Bằng khen', ['BKT', 'BKTTG']],
    ['HCLĐ', ['HCLD1', 'HCLD2', 'HCLD3']],
  ])('%s may be several: it is only suggested', (text, codes) => {
    expect(forms.find(text)).toBeNull();
    expect(forms.nearest(text).map(({ value }) => value)).toEqual(expect.arrayContaining(codes));
  });

  test('two awards in one cell are no award', () => {
    expect(forms.find('Bằng khen UBND tỉnh và Giấy khen')).toBeNull();
    expect(forms.find('Bằng khen UBND tỉnh, LĐTT')).toBeNull();
  });

  test('every everyday name is of a form or a province that there is', () => {
    const codes = new Set(awardForms.map(({ code }) => code));
    const names = new Set(units.map(({ name }) => name));
    names.add('Thừa Thiên Huế');
    expect(everydayNames().awardForms.filter(({ code }) => !codes.has(code))).toEqual([]);
    expect(everydayNames().units.filter(({ name }) => !names.has(name))).toEqual([]);
  });
});

test.each([
  ['Thường xuyên', 'merit'],
  ['Khen thưởng theo công trạng và thành tích đạt được', 'merit'],
  ['Khen thưởng theo đợt', 'thematic'],
  ['Chuyên đề', 'thematic'],
  ['Khen thưởng phong trào thi đua', 'thematic'],
  ['đột xuất', 'sudden'],
  ['Khen thưởng quá trình cống hiến', 'lifelong'],
])('the way %s', (text, value) => expect(valueList(WAYS).find(text)?.value).toBe(value));

test.each([
  ['CN', 'individual'],
  ['Tập thể', 'collective'],
  ['TT', 'collective'],
  ['Hộ GĐ', 'household'],
])('the kind of recipient %s', (text, value) =>
  expect(valueList(RECIPIENT_KIND.options!).find(text)?.value).toBe(value),
);

describe('a province by the name it has in lists', () => {
  const fact = (id: string, kind: UnitNameFact['kind'], name: string, fullName: string): UnitNameFact => ({
    unitId: id,
    name,
    fullName,
    validFrom: null,
    validTo: null,
    kind,
    parentId: null,
    lastName: name,
    lastFullName: fullName,
    endedOn: null,
  });
  const names = whole(
    unitNames(
      [
        ...units.map(({ id, kind, name, fullName }) => fact(id, kind, name, fullName)),
        fact('commune', 'commune', 'Lạng Sơn', 'Xã Lạng Sơn'),
      ],
      [],
    ),
  );
  const list = valueList(whole(unitOptions(names, everydayNames())));

  test.each([
    ['tỉnh LS', 'Lạng Sơn'],
    ['LS', 'Lạng Sơn'],
    ['Lạng Sơn', 'Lạng Sơn'],
    ['TỈNH LẠNG SƠN', 'Lạng Sơn'],
    ['UBND tỉnh Lạng Sơn', 'Lạng Sơn'],
    ['Chủ tịch UBND tỉnh Lạng Sơn', 'Lạng Sơn'],
    ['TP Hà Nội', 'Hà Nội'],
    ['TP.HCM', 'Hồ Chí Minh'],
    ['Bắc Cạn', 'Bắc Kạn'],
    ['BR-VT', 'Bà Rịa - Vũng Tàu'],
  ])('%s', (text, name) => expect(list.find(text)?.value ?? null).toBe(name));

  test('two provinces of the same letters are only suggested', () => {
    expect(list.find('HN')).toBeNull();
    expect(list.nearest('HN').map(({ value }) => value)).toEqual(expect.arrayContaining(['Hà Nội', 'Hà Nam']));
  });

  test('a commune that bears the name of a province is meant by its full name', () => {
    const asked = (text: string) => unitOn(names, list.find(text)!.value, '2024-01-01', 'unit');
    expect(asked('Xã Lạng Sơn')).toEqual({ ok: true, unitId: 'commune' });
    expect(asked('Lạng Sơn')).toMatchObject({ ok: true, unitId: expect.stringContaining('VN63') });
  });
});
