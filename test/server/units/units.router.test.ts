import { expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { DEMO_ACTORS, DEMO_UNITS, givenDemo } from '#test/builders/demo.builder.ts';
import { anActor } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const { contextOf } = await givenDemo(db);
const units = createCaller(contextOf(DEMO_ACTORS.sonla)).units;
const total = (counts: readonly { count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0);
const id = (text: string) => text as never;

test.each([
  ['2025-06-30', 63],
  ['2025-07-01', 34],
])('on %s there are %i provinces, in the order of the Vietnamese alphabet', async (on, count) => {
  const first = await units.list({ on });
  expect(total(first.counts)).toBe(count);
  const second = first.nextCursor ? (await units.list({ on, cursor: first.nextCursor })).rows : [];
  const names = [...first.rows, ...second].map(({ name }) => name);
  expect(names).toHaveLength(count);
  expect(names).toEqual(names.toSorted(new Intl.Collator('vi').compare));
});

test('without a date the list is that of the business day', async () => {
  const { on, counts } = await units.list({});
  expect([on, total(counts)]).toEqual(['2024-03-01', 63]);
});

test('code 15 was Yên Bái and is Lào Cai, each with its dates', async () => {
  const { rows } = await units.list({ q: '15' });
  expect(rows.map(({ name, codes }) => [name, codes])).toEqual([
    ['Lào Cai', [{ scheme: 'gso', code: '15', validFrom: '2025-07-01', validTo: null }]],
    ['Yên Bái', [{ scheme: 'gso', code: '15', validFrom: null, validTo: '2025-06-30' }]],
  ]);
});

test.each([
  ['yen bai', ['Yên Bái']],
  ['thua thien', ['Huế']],
  ['lao cai', ['Lào Cai', 'Lào Cai']],
  ['LÀO  CAI', ['Lào Cai', 'Lào Cai']],
  ['100%', []],
  ['_', []],
])('"%s" finds by a name of any time, without accents', async (q, names) => {
  expect((await units.list({ q })).rows.map(({ name }) => name)).toEqual(names);
});

test('a unit found by an old name says which one and until when', async () => {
  const [hue] = (await units.list({ q: 'thua thien' })).rows;
  expect(hue!.otherNames).toEqual([{ name: 'Thừa Thiên Huế', validFrom: null, validTo: '2024-12-31' }]);
  const [before] = (await units.list({ on: '2024-12-31', kind: 'city', q: '' })).rows.filter(
    ({ id: one }) => one === 'VN63-46',
  );
  expect(before!.name).toBe('Thừa Thiên Huế');
});

test('the page of a unit: names, codes, clusters, where it came from and went to, with the document', async () => {
  const yenBai = await units.byId({ id: id('VN63-15') });
  expect(yenBai.mergedInto).toMatchObject([
    { name: 'Lào Cai', fromOn: '2025-07-01', sharePermille: 1000, document: 'Nghị quyết 202/2025/QH15' },
  ]);
  expect(yenBai.todayUnits).toEqual([{ unitId: 'VN34-15', sharePermille: 1000, name: 'Lào Cai' }]);
  const laoCai = await units.byId({ id: id('VN34-15') });
  expect(laoCai.formedFrom.map(({ name }) => name)).toEqual(['Lào Cai', 'Yên Bái']);
  expect((await units.byId({ id: id(DEMO_UNITS['Sơn La']) })).memberships.map(({ name }) => name)).toContain(
    'Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc',
  );
});

test('a unit that is not there', async () => {
  await expect(units.byId({ id: id('VN63-99') })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the seven of the cluster as the units of today, honest about who came from outside', async () => {
  const seven = ['VN63-14', 'VN63-12', 'VN63-11', 'VN63-10', 'VN63-02', 'VN63-04', 'VN63-20'];
  const mapping = await units.today({ ids: seven.map(id) });
  expect(mapping.sinceOn).toBe('2025-07-01');
  expect(mapping.of.map(({ unitId, parts }) => [unitId, parts])).toEqual(
    [
      ['VN63-14', 'VN63-14'],
      ['VN63-12', 'VN63-12'],
      ['VN63-11', 'VN63-11'],
      ['VN63-10', 'VN34-15'],
      ['VN63-02', 'VN34-08'],
      ['VN63-04', 'VN63-04'],
      ['VN63-20', 'VN63-20'],
    ].map(([from, to]) => [from, [{ unitId: to, sharePermille: 1000 }]]),
  );
  const formed = Object.fromEntries(
    mapping.units.map(({ name, formedFrom }) => [name, formedFrom.map((one) => one.name)]),
  );
  expect(formed).toEqual({
    'Cao Bằng': [],
    'Điện Biên': [],
    'Lai Châu': [],
    'Lạng Sơn': [],
    'Lào Cai': ['Lào Cai', 'Yên Bái'],
    'Sơn La': [],
    'Tuyên Quang': ['Hà Giang', 'Tuyên Quang'],
  });
});

test('the registry by the units of today: Lào Cai of today finds the awards of Yên Bái and of the old Lào Cai', async () => {
  const at = { recipientKind: 'individual', sex: 'female', personClass: 'frontline-worker', awardCode: 'BKT' } as const;
  const record = async (unitId: string, name: string) => {
    const specialist = createCaller(contextOf(anActor(`Chuyên viên ${name}`, unitId, 'specialist')));
    await specialist.awards.record({
      ...at,
      idempotencyKey: uuidv7(),
      name,
      printedPlace: '',
      unitId: id(unitId),
      way: 'merit',
      year: 2022,
      decisionNumber: '12/QĐ-UBND',
      decidedOn: '2023-01-10',
      sentence: '',
    });
  };
  await record('VN63-15', 'Hà Thị Mẫu');
  await record('VN63-10', 'Vàng Thị Mẫu');
  const { awards } = createCaller(contextOf(DEMO_ACTORS.auditor));
  const names = async (filters: { unitId: string; view?: 'hien-nay' }) =>
    (await awards.list(filters as never)).rows.map(({ printedName }) => printedName).toSorted();
  expect(await names({ unitId: 'VN34-15' })).toEqual([]);
  expect(await names({ unitId: 'VN63-15', view: 'hien-nay' })).toEqual(['Hà Thị Mẫu']);
  expect(await names({ unitId: 'VN34-15', view: 'hien-nay' })).toEqual(
    expect.arrayContaining(['Hà Thị Mẫu', 'Vàng Thị Mẫu']),
  );
  // Whoever may see one of them only finds that one, under the name of its time.
  const yenBai = createCaller(contextOf(anActor('Tổng hợp Yên Bái', 'VN63-15', 'reporter'))).awards;
  const { rows } = await yenBai.list({ unitId: id('VN34-15'), view: 'hien-nay' });
  expect(rows.map(({ printedName, unitName }) => [printedName, unitName])).toEqual([['Hà Thị Mẫu', 'Yên Bái']]);
});

test('an award shows the name the unit bore on the day of the decision', async () => {
  const specialist = createCaller(contextOf(anActor('Chuyên viên Huế', 'VN63-46', 'specialist')));
  await specialist.awards.record({
    idempotencyKey: uuidv7(),
    recipientKind: 'collective',
    name: 'Nhân dân và cán bộ xã Mẫu',
    printedPlace: '',
    sex: null,
    personClass: null,
    unitId: id('VN63-46'),
    awardCode: 'BKT',
    way: 'merit',
    year: 2022,
    decisionNumber: '13/QĐ-UBND',
    decidedOn: '2023-01-10',
    sentence: '',
  });
  const [row] = (await specialist.awards.list({ unitId: id('VN63-46') })).rows;
  expect(row!.unitName).toBe('Thừa Thiên Huế');
  expect((await specialist.awards.byId({ id: row!.id as never })).unitName).toBe('Thừa Thiên Huế');
});
