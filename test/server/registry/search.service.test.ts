import { beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { invariants } from '#db/registry/search.invariants.ts';
import { sampleTexts } from '#db/registry/search-word.queries.ts';
import { createCaller } from '#server/app-router.ts';
import { cursorOf } from '#server/registry/award-hunt.ts';
import { awardPage, eachAward } from '#server/registry/search.service.ts';
import { countSearchWords, frequenciesOf, sweepSearchWords } from '#server/registry/search-frequency.service.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { AwardFilters } from '#shared/registry/registry.schema.ts';
import { givenAwardForm, givenAwards } from '#test/builders/nomination.builder.ts';
import { aContext, aProvince, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let db: Db;
let world: World;
/** Ids by a short name. */
const id: Record<string, string> = {};

beforeAll(async () => {
  db = await testDb();
  world = await givenWorld(db);
  await givenAwardForm(db);
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('awardForm')
      .values({
        code: 'HCLD3',
        kind: 'order',
        name: 'Huân chương Lao động hạng Ba',
        nameEn: null,
        level: 'state',
        appliesTo: '["individual"]',
        position: 2,
      })
      .execute();
    // Lạng Sơn was formed from Mẫu Cũ (minh họa).
    await tx.insertInto('unit').values(aProvince('MC', 'Mẫu Cũ')).execute();
    await tx
      .insertInto('unitName')
      .values({
        id: 'n-mc',
        unitId: 'MC',
        name: 'Mẫu Cũ',
        fullName: 'tỉnh Mẫu Cũ',
        nameFold: 'mau cu',
        validFrom: null,
        validTo: null,
      })
      .execute();
    await tx
      .insertInto('unitLineage')
      .values({ id: 'l-mc', ancestorId: 'MC', descendantId: 'LS', fromOn: '2010-01-01', sharePermille: 1000 })
      .execute();
  });
  const { SL, LS, QT } = world.units;
  const facts = {
    duc: {
      unitId: SL,
      name: 'Nguyễn Đức Cường',
      printedPlace: 'Trường Mầm non Chiềng Mẫu',
      year: 2021,
      decidedOn: '2021-12-01',
      decisionNumber: '123/QĐ-UBND',
      sex: 'male',
      field: 'Giáo dục',
    },
    lan: {
      unitId: SL,
      name: 'Lò Thị Lan',
      year: 2022,
      decidedOn: '2022-12-01',
      decisionNumber: '1234/QĐ-UBND',
      sex: 'female',
      personClass: 'frontline-worker',
      areaClass: 'region-3',
    },
    htx: {
      unitId: LS,
      name: 'Hợp tác xã Đoàn Kết 5',
      recipientKind: 'collective',
      year: 2022,
      decidedOn: '2022-12-02',
      decisionNumber: '05/QĐ-UBND',
      way: 'thematic',
    },
    hoa: {
      unitId: 'MC',
      issuingUnitId: 'MC',
      name: 'Đặng Thị Hoa',
      year: 2008,
      decidedOn: '2009-01-05',
      decisionNumber: '77/QĐ-UBND',
      awardCode: 'HCLD3',
    },
    son: {
      unitId: QT,
      name: 'Lăng Văn Sơn',
      year: 2023,
      decidedOn: '2023-12-20',
      decisionNumber: '88/QĐ-UBND',
      status: 'cancelled',
    },
    anh: { unitId: QT, name: 'Trần Anh', year: 2023, decidedOn: '2023-12-20', decisionNumber: '88/QĐ-UBND' },
  } as const;
  const ids = await givenAwards(db, Object.values(facts));
  for (const [at, name] of Object.keys(facts).entries()) id[name] = ids[at]!;
  await countSearchWords(db, 'award');
});

const as = (actor: Actor) => createCaller(aContext(db, actor)).awards;
const nameOf = (wanted: string) => Object.entries(id).find(([, value]) => value === wanted)?.[0] ?? wanted;
async function found(filters: AwardFilters, actor: Actor = world.actors.admin): Promise<string[]> {
  return (await as(actor).list(filters)).rows.map((row) => nameOf(row.id));
}
const filters = (some: object) => some as AwardFilters;

describe('by words', () => {
  test.each([
    ['Nguyễn Đức Cường', ['duc']],
    ['nguyen duc cuong', ['duc']],
    ['cường nguyễn', ['duc']],
    ['ngu cu du', ['duc']],
    ['Nguyễn Đức'.normalize('NFD'), ['duc']],
    ['đặng', ['hoa']],
    ['doan ket', ['htx']],
    ['chieng mam non', ['duc']],
    ['uyen', []],
    ['khong co ai', []],
  ])('%s finds %j', async (q, names) => {
    expect(await found({ q })).toEqual(names);
  });

  test('the number of a decision in four spellings, and never a longer one before it', async () => {
    for (const q of ['123/QĐ-UBND', '123 qd ubnd', '123/qd', '123'])
      expect([q, await found({ q })]).toEqual([q, ['duc']]);
    expect(await found({ q: '5' })).toEqual(['htx']);
    expect(await found({ q: '05/QĐ-UBND' })).toEqual(['htx']);
    expect(await found({ q: '12' })).toEqual(['lan', 'duc']); // no decision 12: numbers that begin like it
  });

  test('signs of query languages are signs', async () => {
    for (const q of [
      '"',
      '%',
      "'; drop table award; --",
      'nguyen OR lan',
      'NEAR(lan hoa)',
      'lan* -hoa',
      '{a}: x',
      "' | lan:*",
    ]) {
      // 'lan' finds Lan and, by its name, Lạng Sơn; the rest of each text nothing at all.
      const rows = await found({ q });
      expect([q, rows.filter((one) => !['lan', 'son'].includes(one))]).toEqual([q, []]);
    }
    expect((await as(world.actors.admin).list({ q: '%"' })).note).toBe('type-more');
    expect(await found({ q: 'l%n' })).toEqual([]);
  });

  test('a citizen number is not searched, and says so', async () => {
    const page = await as(world.actors.admin).list({ q: '001 099 012 345' });
    expect([page.rows, page.note]).toEqual([[], 'id-number']);
    expect(await as(world.actors.admin).count({ q: '123456789' })).toEqual({ count: 0, isMore: false });
  });
});

describe('by names of units', () => {
  test('old and new names, beside people who are called so', async () => {
    const page = await as(world.actors.admin).list({ q: 'lạng sơn' });
    expect(page.rows.map((row) => nameOf(row.id))).toEqual(['son', 'htx']);
    expect(page.alsoUnits).toEqual([{ id: 'LS', name: 'Lạng Sơn' }]);
    expect(await found({ q: 'tinh mau cu' })).toEqual(['hoa']);
    expect(await found({ q: 'doan lang son' })).toEqual(['htx']);
  });

  test('as it is today: with what it was formed from, and what became of it', async () => {
    expect(await found(filters({ q: 'lang son', view: 'hien-nay' }))).toEqual(['son', 'htx', 'hoa']);
    // Nguyễn Đức Cường works at Chiềng Mẫu.
    expect(await found(filters({ q: 'mau cu', view: 'hien-nay' }))).toEqual(['htx', 'duc', 'hoa']);
    expect(await found(filters({ unitId: 'LS', view: 'hien-nay', sort: 'date-asc' }))).toEqual(['hoa', 'htx']);
  });

  test('suggestions: units by their names, and people', async () => {
    const { units, recipients } = await as(world.actors.admin).suggest({ q: 'lan' });
    expect(units.map((unit) => unit.id)).toEqual(['LS']);
    expect(recipients.map((one) => one.name).sort()).toEqual(['Lò Thị Lan', 'Lăng Văn Sơn']);
    expect(await as(world.actors.admin).suggest({ q: '001099012345' })).toEqual({ units: [], recipients: [] });
  });
});

describe('filters', () => {
  test.each([
    [{ yearFrom: 2021, yearTo: 2022 }, ['htx', 'lan', 'duc']],
    [{ yearTo: 2010 }, ['hoa']],
    [{ yearFrom: 2030 }, []],
    [{ awardCode: 'HCLD3' }, ['hoa']],
    [{ level: 'state' }, ['hoa']],
    [{ level: 'state', awardCode: 'BKT' }, []],
    [{ kind: 'collective' }, ['htx']],
    [{ personClass: 'frontline-worker' }, ['lan']],
    [{ sex: 'male' }, ['duc']],
    [{ areaClass: 'region-3' }, ['lan']],
    [{ field: 'Giáo dục' }, ['duc']],
    [{ field: 'giao DUC' }, ['duc']],
    [{ way: 'thematic' }, ['htx']],
    [{ status: 'cancelled' }, ['son']],
    [{ decision: '123 qđ' }, ['duc']],
    [{ decision: '5/QĐ-UBND' }, ['htx']],
    [{ q: 'van', status: 'active' }, []],
    [{ q: 'thi', yearFrom: 2020 }, ['lan']],
    [{ unitId: 'SL', q: 'lan' }, ['lan']],
  ] as [object, string[]][])('%j', async (given, names) => {
    expect(await found(filters(given))).toEqual(names);
    expect(await as(world.actors.admin).count(given)).toEqual({ count: names.length, isMore: false });
  });

  test('a jump begins with the newest day of a year, from the other end with the oldest', async () => {
    expect(await found({ toYear: 2022 })).toEqual(['htx', 'lan', 'duc', 'hoa']);
    expect((await found({ toYear: 2022, sort: 'date-asc' })).slice(0, 2)).toEqual(['lan', 'htx']);
    expect(await found({ toYear: 2022, q: 'thi' })).toEqual(['lan', 'hoa']);
  });

  test('what one can choose from', async () => {
    const options = await as(world.actors.admin).filters();
    expect(options.levels).toEqual(['province', 'state']);
    expect(options.fields).toEqual(['Giáo dục']);
    expect([options.firstYear, options.lastYear]).toEqual([2008, 2023]);
  });
});

describe('order', () => {
  const ALL = ['anh', 'duc', 'hoa', 'htx', 'lan', 'son'];

  test('people by given name, collectives as they are written, both ways', async () => {
    expect(await found({ sort: 'name-asc' })).toEqual(['anh', 'duc', 'hoa', 'htx', 'lan', 'son']);
    expect(await found({ sort: 'name-desc' })).toEqual(['son', 'lan', 'htx', 'hoa', 'duc', 'anh']);
  });

  test('no order leaves anything out or shows it twice across pages', async () => {
    const other = await testDb();
    const there = await givenWorld(other);
    await givenAwardForm(other);
    const ids = await givenAwards(
      other,
      Array.from({ length: 130 }, (_, n) => ({
        unitId: n % 2 === 0 ? there.units.SL : there.units.LS,
        name: ['Lò Thị Mẫu', 'Nguyễn Văn An', 'Trần An'][n % 3]!,
        decidedOn: `2023-11-${String(1 + (n % 2)).padStart(2, '0')}`,
      })),
    );
    const caller = createCaller(aContext(other, there.actors.admin)).awards;
    const walked = async (some: object) => {
      const seen: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await caller.list(filters({ ...some, ...(cursor && { cursor }) }));
        seen.push(...page.rows.map((row) => row.id));
        if (!page.nextCursor) return seen;
        cursor = page.nextCursor;
      }
    };
    for (const sort of ['date-desc', 'date-asc', 'name-asc', 'name-desc']) {
      const all = await walked({ sort });
      expect(all.toSorted()).toEqual(ids.toSorted());
      const some = await walked({ sort, q: 'an' });
      expect([some.length, some]).toEqual([86, all.filter((one) => some.includes(one))]);
      expect(await walked({ sort, yearFrom: 2023, unitId: 'SL' })).toHaveLength(65);
    }
  });

  test('a page of another order is refused; a broken one begins at the top', async () => {
    const caller = as(world.actors.admin);
    const cursor = cursorOf('name-asc', ['x', id.anh!]);
    await expect(caller.list({ cursor })).rejects.toThrow('award.cursor-of-other-order');
    expect((await caller.list({ cursor: 'broken' })).rows).toHaveLength(ALL.length);
  });
});

describe('scope', () => {
  test('awards of others are never found, counted or exported', async () => {
    const { reporterQT, reporterSL, roleless } = world.actors;
    for (const some of [{ q: 'nguyen' }, { sort: 'name-asc' }, { sex: 'male' }, { q: '123' }, { decision: '123' }])
      expect(await found(filters(some), reporterQT)).not.toContain('duc');
    expect(await found({ q: 'nguyen' }, reporterQT)).toEqual([]);
    expect(await found({ sort: 'name-asc' }, reporterQT)).toEqual(['anh', 'son']);
    expect(await found({ q: 'nguyen' }, reporterSL)).toEqual(['duc']);
    expect(await as(reporterQT).count({})).toEqual({ count: 2, isMore: false });
    expect(await as(reporterQT).count({ q: 'nguyen' })).toEqual({ count: 0, isMore: false });
    expect(await as(reporterQT).suggest({ q: 'nguyen duc' })).toEqual({ units: [], recipients: [] });
    await expect(as(roleless).list({ q: 'nguyen' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const access = accessFor(reporterQT, 'awards.list')!;
    const ctx = { ...aContext(db, reporterQT), actor: reporterQT, procedure: 'awards.list', access };
    const rows: string[] = [];
    for await (const page of eachAward(ctx, { sort: 'name-asc' })) rows.push(...page.map((row) => nameOf(row.id)));
    expect(rows).toEqual(['anh', 'son']);
  });
});

describe('by dân tộc', () => {
  test('only with its permission, and each use is written down', async () => {
    await inTransaction(db, async (tx) => {
      const award = await tx
        .selectFrom('award')
        .select('recipientId')
        .where('id', '=', id.lan!)
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('recipientSensitive')
        .values({ recipientId: award.recipientId, ethnicityCode: '03' })
        .execute();
    });
    const reads = () =>
      db.reads.selectFrom('sensitiveRead').selectAll().where('field', '=', 'ethnicity-filter').execute();
    await expect(as(world.actors.reporterSL).list({ ethnicity: '03' })).rejects.toThrow('award.ethnicity-not-allowed');
    await expect(as(world.actors.reporterSL).count({ ethnicity: '03' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await reads()).toEqual([]);
    expect(await found({ ethnicity: '03' })).toEqual(['lan']);
    expect(await found({ ethnicity: '03', q: 'lo', sort: 'name-asc' })).toEqual(['lan']);
    expect(await found({ ethnicity: '02' })).toEqual([]);
    expect((await reads()).map((row) => row.actorId)).toEqual(Array(3).fill(world.actors.admin.accountId));
  });
});

test('what nobody waits for any more is not asked', async () => {
  const actor = world.actors.admin;
  const ctx = { ...aContext(db, actor), actor, procedure: 'awards.list', access: accessFor(actor, 'awards.list')! };
  await expect(awardPage(ctx, { q: 'lan' }, AbortSignal.abort())).rejects.toMatchObject({
    code: 'CLIENT_CLOSED_REQUEST',
  });
});

test('beginnings of words are counted once, and again when a fifth has come', async () => {
  const share = async (word: string) => (await frequenciesOf(db, 'award')).shareOf(word);
  expect([(await frequenciesOf(db, 'award')).rows, await share('qd'), await share('ngu')]).toEqual([6, 1, 0.166667]);
  await sweepSearchWords(db);
  const counted = () =>
    db.reads.selectFrom('searchWord').selectAll().where('subject', '=', 'award').orderBy('word').execute();
  const before = await counted();
  await givenAwards(db, [
    { unitId: 'SL', name: 'Vi Thị Mẫu' },
    { unitId: 'SL', name: 'Vi Văn Mẫu' },
  ]);
  await sweepSearchWords(db);
  expect(await counted()).not.toEqual(before);
  expect(await share('vi')).toBe(0.25);
});

test('a sample of a large registry is texts of some rows', async () => {
  const texts: string[] = [];
  for await (const part of sampleTexts(db, 'award', 1_000_000, 10_000)) texts.push(...part);
  const all = await db.reads.selectFrom('award').select('searchText').execute();
  for (const text of texts) expect(all.map(({ searchText }) => searchText)).toContain(text);
});

test('every row stands in the index of words', async () => {
  for (const { name, find } of invariants) expect([name, await find(db.reads)]).toEqual([name, []]);
});
