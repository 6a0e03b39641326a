import { beforeAll, describe, expect, test } from 'vitest';
import { checkDatabase } from '#db/core/check.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { fold } from '#shared/core/fold.ts';
import { aContext } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import {
  aCertificate,
  aDecision,
  aNomination,
  aReport,
  type MatrixWorld,
  nextNumber,
} from '#test/server/matrix-records.ts';
import { anybody, givenMatrixWorld, type MatrixPlaces } from '#test/server/matrix-world.ts';
import { together } from '#test/server/together.ts';

/*
 * Two people at the same moment. PostgreSQL really runs them side by side (READ COMMITTED), SQLite one after the
 * other in either order: the outcome must be one that some order of the two gives, and never a defect.
 */

const ROUNDS = [1, 2, 3, 4, 5];

let world: MatrixWorld;
let places: MatrixPlaces;
let who: Actor;

beforeAll(async () => {
  ({ world, places } = await givenMatrixWorld(await testDb()));
  who = anybody(world);
});

/** A connection and a person of its own for each call. */
const as = (actor: Actor = who) => createCaller(aContext(world.db, { ...actor, accountId: uuidv7() }));

const sorted = (outcomes: string[]) => outcomes.toSorted();
const statusOf = (kind: 'nomination' | 'decision' | 'report', id: string) =>
  world.db.reads
    .selectFrom(kind)
    .select('status')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
    .then(({ status }) => status as string);

describe('a list of a decision', () => {
  test.each(ROUNDS)('two decisions take one nomination: one gets it (%i)', async () => {
    const { id: wanted } = await aNomination(world, places.memberA, 'checked');
    const decisions = [
      await aDecision(world, places.memberA, 'draft'),
      await aDecision(world, places.memberA, 'draft'),
    ];
    const outcomes = await together(
      ...decisions.map(({ id, nominationId }) =>
        as().decisions.setItems({ id, seenVersion: 1, nominationIds: [nominationId, wanted] } as never),
      ),
    );
    expect(sorted(outcomes)).toEqual(['UNPROCESSABLE_CONTENT', 'done']);
  });

  test.each(ROUNDS)('a nomination goes on the list while it is sent back: not both (%i)', async () => {
    const { id: wanted } = await aNomination(world, places.memberA, 'checked');
    const decision = await aDecision(world, places.memberA, 'draft');
    const nominationIds = [decision.nominationId, wanted];
    const back = { id: wanted, seenVersion: 1, reason: 'Thiếu xác nhận thuế.', dueOn: '2024-03-08' };
    const outcomes = await together(
      as().decisions.setItems({ id: decision.id, seenVersion: 1, nominationIds } as never),
      as().nominations.askSupplement(back as never),
    );
    expect(sorted(outcomes)).toEqual(['UNPROCESSABLE_CONTENT', 'done']);
    const isListed = outcomes[0] === 'done';
    expect(await statusOf('nomination', wanted)).toBe(isListed ? 'checked' : 'supplement');
  });

  test.each(ROUNDS)('the list is emptied while it is submitted: nothing empty is submitted (%i)', async () => {
    const { id } = await aDecision(world, places.memberA, 'draft');
    const outcomes = await together(
      as().decisions.submit({ id, seenVersion: 1 } as never),
      as().decisions.setItems({ id, seenVersion: 1, nominationIds: [] } as never),
    );
    // Who comes second is told of the other's version, or already of the empty list.
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(await statusOf('decision', id)).toBe(outcomes[0] === 'done' ? 'submitted' : 'draft');
  });
});

describe('issuing', () => {
  test.each(ROUNDS)('two decisions of one office: numbers without gap or double (%i)', async () => {
    const decisions = [
      await aDecision(world, places.memberA, 'signed'),
      await aDecision(world, places.memberA, 'signed'),
    ];
    const outcomes = await together(
      ...decisions.map(({ id }) =>
        as().decisions.issue({
          id,
          seenVersion: 1,
          number: String(nextNumber()),
          decidedOn: '2024-02-27',
          idempotencyKey: uuidv7(),
        } as never),
      ),
    );
    expect(outcomes).toEqual(['done', 'done']);
    const numbers = await world.db.reads
      .selectFrom('certificate')
      .select('goldenBookNumber')
      .where('goldenBookYear', '=', 2024)
      .orderBy('goldenBookNumber')
      .execute();
    expect(numbers.map(({ goldenBookNumber }) => goldenBookNumber)).toEqual(numbers.map((_, index) => index + 1));
  });

  test('one decision issued, submitted back and issued again at once gives one set of certificates', async () => {
    const { id } = await aDecision(world, places.memberA, 'signed');
    const paper = () => ({
      id,
      seenVersion: 1,
      number: String(nextNumber()),
      decidedOn: '2024-02-27',
      idempotencyKey: uuidv7(),
    });
    const outcomes = await together(
      as().decisions.issue(paper() as never),
      as().decisions.issue(paper() as never),
      as().decisions.returnToDraft({ id, seenVersion: 1, reason: 'Sai tên người nhận.' } as never),
    );
    expect(sorted(outcomes)).toEqual(['CONFLICT', 'CONFLICT', 'done']);
    const made = await world.db.reads.selectFrom('certificate').select('id').where('decisionId', '=', id).execute();
    expect(made.length).toBe((await statusOf('decision', id)) === 'issued' ? 1 : 0);
  });
});

describe('certificates', () => {
  const step = (id: string) => ({ items: [{ id, seenVersion: 1 }], to: 'printed', handedOn: null, handedTo: '' });

  test.each(ROUNDS)('recorded as printed twice at once: once, with one entry (%i)', async () => {
    const { certificateId } = await aCertificate(world, places.memberA);
    const outcomes = await together(
      as().certificates.advance(step(certificateId) as never),
      as().certificates.advance(step(certificateId) as never),
    );
    expect(sorted(outcomes)).toEqual(['CONFLICT', 'done']);
    const entries = await world.db.reads
      .selectFrom('auditEntry')
      .select('id')
      .where('subjectId', '=', certificateId)
      .execute();
    expect(entries).toHaveLength(1);
  });

  test.each(ROUNDS)('recorded while the decision is cancelled: the cancelled one stays cancelled (%i)', async () => {
    const { certificateId, decisionId } = await aCertificate(world, places.memberA);
    const cancelling = {
      id: decisionId,
      seenVersion: 1,
      ground: 'a',
      reason: 'Kê khai thành tích không đúng.',
      number: '99/QĐ-UBND',
      cancelledOn: '2024-03-01',
    };
    const [advanced, cancelled] = await together(
      as().certificates.advance(step(certificateId) as never),
      as().decisions.cancel(cancelling as never),
    );
    expect(cancelled).toBe('done');
    expect(['done', 'CONFLICT', 'UNPROCESSABLE_CONTENT']).toContain(advanced);
    const row = await world.db.reads
      .selectFrom('certificate')
      .select(['status', 'cancelledOn'])
      .where('id', '=', certificateId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ status: advanced === 'done' ? 'printed' : 'made', cancelledOn: '2024-03-01' });
  });
});

describe('reports', () => {
  test.each(ROUNDS)('a figure is emptied while the report is sent: nothing incomplete is sent (%i)', async () => {
    const id = await aReport(world, places.chairA, 'draft');
    const cell = { valueStatus: 'official', sourceOffice: '', note: '', seenVersion: 1 };
    const outcomes = await together(
      as().reports.saveCells({
        id,
        cells: [{ ...cell, indicatorVersionId: world.indicators.budget, value: null }],
      } as never),
      as().reports.send({ id, seenVersion: 1 } as never),
    );
    expect(sorted(outcomes)).toEqual(['UNPROCESSABLE_CONTENT', 'done']);
    expect(await statusOf('report', id)).toBe(outcomes[0] === 'done' ? 'draft' : 'sent');
  });
});

describe('recipients and the registry', () => {
  test.each(ROUNDS)('one award recorded by two people is there once (%i)', async () => {
    const award = {
      recipientKind: 'individual',
      name: `Lò Văn Đua ${nextNumber()}`,
      printedPlace: '',
      sex: 'male',
      personClass: 'frontline-worker',
      unitId: world.units.LS,
      awardCode: 'BKT',
      way: 'merit',
      year: 2023,
      decisionNumber: '15/QĐ-UBND',
      decidedOn: '2023-12-20',
      sentence: '',
    };
    const outcomes = await together(
      as().awards.record({ ...award, idempotencyKey: uuidv7() } as never),
      as().awards.record({ ...award, idempotencyKey: uuidv7() } as never),
    );
    expect(sorted(outcomes)).toEqual(['UNPROCESSABLE_CONTENT', 'done']);
  });

  test.each(ROUNDS)('two dossiers of one person checked at once lead to one recipient (%i)', async () => {
    const name = `Lò Thị Đôi ${nextNumber()}`;
    const twins = [
      await aNomination(world, places.memberA, 'submitted'),
      await aNomination(world, places.memberA, 'submitted'),
    ];
    for (const { id } of twins)
      await world.db.writes
        .updateTable('nomination')
        .set({ name, nameFold: fold(name) })
        .where('id', '=', id)
        .execute();
    const outcomes = await together(
      ...twins.map(({ id }) =>
        as().nominations.check({ id, seenVersion: 1, note: 'Hai hồ sơ của một người.' } as never),
      ),
    );
    expect(outcomes).toEqual(['done', 'done']);
    const rows = await world.db.reads
      .selectFrom('nomination')
      .select('recipientId')
      .distinct()
      .where(
        'id',
        'in',
        twins.map(({ id }) => id),
      )
      .execute();
    expect(rows).toHaveLength(1);
  });
});

test('after all of it nothing in the database contradicts itself', async () => {
  const broken = (await checkDatabase(world.db)).filter((result) => result.broken.length > 0);
  // Certificates of the samples carry numbers of another year, made by hand.
  const byHand = ['golden-book-without-gaps', 'certificate-of-its-decision'];
  expect(broken.map(({ name }) => name).filter((name) => !byHand.includes(name))).toEqual([]);
});
