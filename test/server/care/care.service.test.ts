import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { readDataFile } from '#db/seed/data-file.ts';
import { createCaller } from '#server/app-router.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { CareLens } from '#shared/care/care.schema.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import type { DecisionId } from '#shared/decisions/decisions.schema.ts';
import type { NominationId } from '#shared/nominations/nominations.schema.ts';
import { DEMO_ACTORS, givenDemo } from '#test/builders/demo.builder.ts';
import { testDb } from '#test/core/test-db.ts';

/* The demo year on its way from thirteen nominations sent to fourteen awards given, as people would go it. */

const EXPECTED = readDataFile<{ expected: { careLens: Record<string, number> } }>('demo-2023.json').expected.careLens;
const REASON = 'Đối chiếu cơ cấu trước khi trình ký.';
const { chair, sonla, auditor, admin, caobang } = DEMO_ACTORS;

let db: Db;
let clusterYearId: ClusterYearId;
let decisionId: DecisionId;
let as: (actor: Actor) => ReturnType<typeof createCaller>;

beforeAll(async () => {
  db = await testDb();
  const { contextOf } = await givenDemo(db);
  as = (actor) => createCaller(contextOf(actor));
  const year = await db.reads.selectFrom('clusterYear').select('id').where('year', '=', 2023).executeTakeFirstOrThrow();
  clusterYearId = year.id as ClusterYearId;
  const [draft] = await as(chair).decisions.list({ status: 'draft' });
  decisionId = draft!.id as DecisionId;
});

const reasonsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing was refused',
    (error) => error.cause?.reasons ?? error.cause ?? error,
  );

type Figures = Awaited<ReturnType<ReturnType<typeof createCaller>['care']['ofYear']>>['total'];
const told = (figures: Figures) =>
  Object.fromEntries(
    figures.map(({ lens, state, count, whole }) => [lens, state === 'counted' ? `${count}/${whole}` : state]),
  );

const ALL_FOURTEEN: Record<CareLens, string> = {
  border: `${EXPECTED.border}/${EXPECTED.total}`,
  'region-3': `${EXPECTED.region3}/${EXPECTED.total}`,
  'border-or-region-3': '11/14',
  'ethnic-minority-area': '14/14',
  'small-collectives': `${EXPECTED.smallCollectives}/7`,
  'frontline-workers': `${EXPECTED.frontlineWorkers}/7`,
  leaders: `${EXPECTED.leaders}/7`,
  women: `${EXPECTED.women}/7`,
  'ethnic-minority': `${EXPECTED.ethnicMinority}/7`,
};

describe('before the last two are in', () => {
  test('the members see what was sent; Sơn La sees what its own draft would make of it', async () => {
    const toCaoBang = await as(caobang).care.ofList({ clusterYearId });
    expect(toCaoBang).toMatchObject({ basis: 'nominations', count: 13, remainingCount: 0, withRemaining: null });
    const toSonLa = await as(sonla).care.ofList({ clusterYearId });
    expect(toSonLa).toMatchObject({ count: 13, remainingCount: 1 });
    // One more person: whose dân tộc it is must not be read off the difference.
    expect(told(toSonLa.withRemaining!)).toEqual({ ...ALL_FOURTEEN, 'ethnic-minority': 'hidden' });
    expect(told((await as(admin).care.ofList({ clusterYearId })).withRemaining!)).toEqual(ALL_FOURTEEN);
  });

  test('the draft decision holds twelve, and says what the other one would change', async () => {
    const list = await as(chair).care.ofList({ clusterYearId, decisionId });
    expect(list).toMatchObject({ basis: 'drafts', count: 12, remainingCount: 1 });
    expect(told(list.figures)).toMatchObject({ border: '8/12', 'frontline-workers': '4/5', leaders: '1/5' });
    expect(told(list.withRemaining!)).toMatchObject({ border: '9/13', leaders: '2/6', 'ethnic-minority': '5/6' });
    expect(list.figures.find(({ lens }) => lens === 'border-or-region-3')?.aim).toEqual({
      leastPermille: 700,
      needed: 9,
      missing: 0,
      isReached: true,
    });
  });

  test('the share of dân tộc thiểu số is not told of five and of six, unless to those who may open the list', async () => {
    const minority = async (actor: Actor, basis: 'drafts' | 'nominations') =>
      told((await as(actor).care.ofYear({ clusterYearId, basis })).total)['ethnic-minority'];
    expect(await minority(DEMO_ACTORS.leader, 'drafts')).toMatch(/\/5$/);
    expect(await minority(DEMO_ACTORS.leader, 'nominations')).toBe('hidden');
    const sent = await as(DEMO_ACTORS.leader).care.ofList({ clusterYearId });
    expect(told(sent.figures)['ethnic-minority']).toBe('hidden');
    expect(await minority(chair, 'nominations')).toMatch(/\/6$/);
    // Members do not see the drafts, so for them there is nothing to take off.
    expect(await minority(caobang, 'nominations')).toMatch(/\/6$/);
  });

  test('a draft is the office’s own business', async () => {
    expect(await reasonsOf(as(caobang).care.ofList({ clusterYearId, decisionId }))).toEqual([
      { code: 'decision.not-found' },
    ]);
    const page = await as(caobang).care.ofYear({ clusterYearId, basis: 'drafts' });
    expect(page.has).toEqual({ awards: 0, drafts: 0, nominations: 13 });
    expect(await as(caobang).care.rows({ clusterYearId, basis: 'drafts', lens: 'border' })).toEqual([]);
  });
});

describe('the fourteen of 2023', () => {
  beforeAll(async () => {
    const [ofSonLa] = (await as(sonla).nominations.list({ clusterYearId, status: 'draft' })).rows;
    await as(sonla).nominations.submit({ id: ofSonLa!.id as NominationId, seenVersion: 1 });
  });

  test('as nominations, before anything is decided', async () => {
    const page = await as(sonla).care.ofYear({ clusterYearId, basis: 'nominations' });
    expect(told(page.total)).toEqual(ALL_FOURTEEN);
    expect(page.total.flatMap(({ lens, aim }) => (aim ? [[lens, aim.isReached]] : []))).toEqual([
      ['border-or-region-3', true],
      ['small-collectives', true],
      ['frontline-workers', true],
    ]);
    const lang = page.members.find(({ unitId }) => unitId === 'VN63-20')!;
    expect(told(lang.figures)).toMatchObject({ border: '0/2', 'ethnic-minority': 'hidden' });
  });

  test('as awards, after the decision is issued, with the rows behind each number', async () => {
    const { rows } = await as(chair).nominations.list({ clusterYearId, status: 'submitted' });
    for (const { id } of rows)
      await as(chair).nominations.check({
        id: id as NominationId,
        seenVersion: await versionOf(id),
        note: 'Đủ hồ sơ.',
      });
    const { version, candidates } = await as(chair).decisions.byId({ id: decisionId });
    const nominationIds = candidates.map(({ nominationId }) => nominationId as NominationId);
    await as(chair).decisions.setItems({ id: decisionId, seenVersion: version, nominationIds });
    await as(chair).decisions.submit({ id: decisionId, seenVersion: version + 1 });
    await as(chair).decisions.recordSigned({ id: decisionId, seenVersion: version + 2, signedOn: '2024-02-27' });
    const drafted = await as(chair).care.ofYear({ clusterYearId });
    expect(drafted.basis).toBe('drafts');
    expect(told(drafted.total)).toEqual(ALL_FOURTEEN);
    await as(chair).decisions.issue({
      id: decisionId,
      seenVersion: version + 3,
      number: '372',
      decidedOn: '2024-02-27',
      idempotencyKey: randomUUID(),
    });

    const page = await as(sonla).care.ofYear({ clusterYearId });
    expect(page.basis).toBe('awards');
    expect(told(page.total)).toEqual(ALL_FOURTEEN);
    expect(page.years).toMatchObject([{ year: 2023 }]);
    expect(told(page.years[0]!.figures)).toEqual(ALL_FOURTEEN);
    for (const { lens, count } of page.total) {
      if (lens === 'ethnic-minority') continue;
      const behind = await as(sonla).care.rows({ clusterYearId, basis: 'awards', lens });
      expect(behind, lens).toHaveLength(count);
      expect(behind.every(({ awardId, why }) => awardId !== null && why.length > 0)).toBe(true);
    }
    const ofSonLa = await as(sonla).care.rows({
      clusterYearId,
      basis: 'awards',
      lens: 'border',
      unitId: 'VN63-14' as never,
    });
    expect(ofSonLa.map(({ unitName }) => unitName)).toEqual(['Sơn La', 'Sơn La']);
  });

  test('facts of the award stay, whatever becomes of nomination and recipient', async () => {
    await inTransaction(db, async (tx) => {
      const later = { areaClass: 'none', isBorderArea: 0, isSmallCollective: 0, personClass: null, sex: null } as const;
      await tx.updateTable('nomination').set(later).execute();
      await tx.updateTable('recipient').set({ sex: null }).execute();
    });
    expect(told((await as(sonla).care.ofYear({ clusterYearId })).total)).toEqual(ALL_FOURTEEN);
  });

  test('what the nominations stated of dân tộc is known of the recipients', async () => {
    const known = await db.reads.selectFrom('recipientSensitive').selectAll().execute();
    expect(known).toHaveLength(7);
  });
});

async function versionOf(id: string): Promise<number> {
  const row = await db.reads.selectFrom('nomination').select('version').where('id', '=', id).executeTakeFirstOrThrow();
  return row.version;
}

describe('behind "dân tộc thiểu số"', () => {
  const ask = (actor: Actor) => as(actor).care.minorityRows({ clusterYearId, basis: 'awards', reason: REASON });
  const reads = () => db.reads.selectFrom('sensitiveRead').selectAll().orderBy('id').execute();

  test('a reporter sees the number, not the people, and nothing is logged as read', async () => {
    expect(await reasonsOf(ask(sonla))).toEqual([{ code: 'account.lacks-role' }]);
    const { minority } = await as(sonla).care.ofYear({ clusterYearId });
    expect(minority.reasons[0]?.text).toMatch(/^Bạn xem được con số, không xem được danh sách/);
    expect(await reads()).toEqual([]);
  });

  test('neither does the staff of a member that does not lead', async () =>
    expect(await reasonsOf(ask(DEMO_ACTORS.chair2024))).toEqual([
      { code: 'care.minority-closed', facts: { chair: 'Lạng Sơn' } },
    ]));

  test('the leading unit does; each person read is logged, and the history tells no name and no people', async () => {
    const rows = await ask(chair);
    expect(rows.map(({ ethnicity }) => ethnicity).toSorted((a, b) => a.localeCompare(b, 'vi'))).toEqual([
      'Dao',
      'Mông',
      'Mông',
      'Nùng',
      'Nùng',
      'Thái',
    ]);
    const logged = await reads();
    expect(logged).toHaveLength(6);
    expect(new Set(logged.map(({ actorId, field, reason }) => `${actorId} ${field} ${reason}`))).toEqual(
      new Set([`${chair.accountId} ethnicity ${REASON}`]),
    );
    // Every member reads this history: how many people stand behind the list is not said in it.
    const history = await as(caobang).audit.ofRecord({ subjectKind: 'cluster-year', subjectId: clusterYearId });
    expect(history.find(({ action }) => action === 'care.minority-opened')).toMatchObject({
      reason: REASON,
      changes: [{ field: 'opened', from: null, to: 'Dân tộc' }],
    });
  });

  test('a unit that does not exist is nobody', async () => {
    const unitId = 'VN99-99' as never;
    expect(await as(chair).care.minorityRows({ clusterYearId, basis: 'awards', unitId, reason: REASON })).toEqual([]);
  });

  test('auditors do too', async () => expect(await ask(auditor)).toHaveLength(6));
});

describe('aims', () => {
  const set = (actor: Actor, seenVersion: number, leastPermille: number | null) =>
    as(actor).care.setAims({
      clusterYearId,
      seenVersion,
      aims: [{ lens: 'frontline-workers', leastPermille, source: 'Quy chế của Cụm' }],
    });

  test('are set by the leading unit, with the version it saw', async () => {
    const { aims } = await as(chair).care.ofYear({ clusterYearId });
    expect(aims).toMatchObject({ version: 3, reasons: [] });
    expect(await set(chair, 3, 800)).toEqual({ version: 4 });
    expect(await set(chair, 4, 800)).toEqual({ version: 4 });
    const page = await as(sonla).care.ofYear({ clusterYearId });
    expect(page.total.find(({ lens }) => lens === 'frontline-workers')?.aim).toEqual({
      leastPermille: 800,
      needed: 6,
      missing: 1,
      isReached: false,
    });
    const refused = await reasonsOf(set(chair, 3, 700));
    expect(refused).toMatchObject([
      { code: 'care.changed-meanwhile', facts: { who: chair.name, what: 'Người trực tiếp công tác, lao động' } },
    ]);
    const change = await db.reads
      .selectFrom('auditChange')
      .selectAll()
      .where('field', '=', 'frontline-workers')
      .execute();
    expect(change).toMatchObject([
      { oldValue: 'ít nhất 60,0 % (minh họa)', newValue: 'ít nhất 80,0 % (Quy chế của Cụm)' },
    ]);
  });

  test('can be given up, and nobody else sets them', async () => {
    expect(await set(chair, 4, null)).toEqual({ version: 5 });
    const page = await as(sonla).care.ofYear({ clusterYearId });
    expect(page.total.find(({ lens }) => lens === 'frontline-workers')?.aim).toBeNull();
    expect(await reasonsOf(set(sonla, 5, 600))).toEqual([{ code: 'account.lacks-role' }]);
    expect(await reasonsOf(set(DEMO_ACTORS.chair2024, 5, 600))).toMatchObject([{ code: 'care.not-leading' }]);
  });

  test('one lens twice is refused, over 100 % too', async () => {
    const aim = { lens: 'women' as const, leastPermille: 300, source: '' };
    expect(await reasonsOf(as(chair).care.setAims({ clusterYearId, seenVersion: 5, aims: [aim, aim] }))).toMatchObject([
      { code: 'care.aim-twice', facts: { lens: 'Nữ' } },
    ]);
    const most = { ...aim, leastPermille: 1001 };
    await expect(as(chair).care.setAims({ clusterYearId, seenVersion: 5, aims: [most] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

test('a cancelled decision takes its awards out of the structure', async () => {
  const { version } = await as(chair).decisions.byId({ id: decisionId });
  await as(chair).decisions.cancel({
    id: decisionId,
    seenVersion: version,
    ground: 'a',
    reason: 'Kê khai thành tích không đúng sự thật.',
    number: '99/QĐ-UBND',
    cancelledOn: '2024-03-01',
  });
  const page = await as(sonla).care.ofYear({ clusterYearId, basis: 'awards' });
  expect(page.has.awards).toBe(0);
  expect(told(page.total)).toMatchObject({ border: 'empty', women: 'empty' });
});
