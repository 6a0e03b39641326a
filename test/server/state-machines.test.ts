import { beforeAll, describe, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { certificateStatus } from '#shared/certificates/certificates.schema.ts';
import { decisionStatus } from '#shared/decisions/decisions.schema.ts';
import { nominationStatus } from '#shared/nominations/nominations.schema.ts';
import { reportStatus } from '#shared/reports/reports.schema.ts';
import { COMPLETE_PERSON } from '#test/builders/nomination.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { type Input, type Machine, pairs, seen, triesIn } from '#test/server/machine.ts';
import {
  aCertificate,
  aDecision,
  aNomination,
  aReport,
  type MatrixWorld,
  nextNumber,
} from '#test/server/matrix-records.ts';
import { givenMatrixWorld, type MatrixPlaces } from '#test/server/matrix-world.ts';
import { aReadWorkbook } from '#test/server/reports/reports.samples.ts';

/*
 * Every action from every state, by somebody who may do everything: the table says which pairs succeed. All others
 * are refused with a reason, and leave every table as it was. The table is written down here on purpose and not read
 * from the rules.
 */

let world: MatrixWorld;
let places: MatrixPlaces;

beforeAll(async () => {
  ({ world, places } = await givenMatrixWorld(await testDb()));
});

let tries: ReturnType<typeof triesIn>;
beforeAll(() => {
  tries = triesIn(world);
});

const withReason: Input = (id) => ({ id, seenVersion: 1, reason: 'Thiếu xác nhận của cơ quan thuế.' });

describe('decision', () => {
  let draft: Awaited<ReturnType<typeof aDecision>>['draft'];
  let nominationId: string;
  const machine: Machine = {
    save: { from: ['draft'], input: (id) => ({ id, seenVersion: 1, draft: { ...draft, place: 'Nơi khác' } }) },
    setItems: { from: ['draft'], input: (id) => ({ id, seenVersion: 1, nominationIds: [nominationId] }) },
    setSentence: {
      from: ['draft'],
      input: (id) => ({ id, seenVersion: 1, nominationId, sentence: 'Đã dũng cảm cứu người trong lũ.' }),
    },
    submit: { from: ['draft'], input: seen },
    returnToDraft: { from: ['submitted', 'signed'], input: withReason },
    recordSigned: { from: ['submitted'], input: (id) => ({ id, seenVersion: 1, signedOn: '2024-02-26' }) },
    issue: {
      from: ['signed'],
      input: (id) => ({
        id,
        seenVersion: 1,
        number: String(nextNumber()),
        decidedOn: '2024-02-27',
        idempotencyKey: uuidv7(),
      }),
    },
    cancel: {
      from: ['issued'],
      input: (id) => ({
        ...(withReason(id) as object),
        ground: 'b',
        number: '99/QĐ-UBND',
        cancelledOn: '2024-02-28',
      }),
    },
  };

  test.each(pairs(machine, decisionStatus.options))('$action of one that is $state', async ({ action, state }) => {
    const made = await aDecision(world, places.memberA, state === 'cancelled' ? 'issued' : (state as 'draft'));
    ({ draft, nominationId } = made);
    if (state === 'cancelled')
      await inTransaction(world.db, (tx) =>
        tx
          .updateTable('decision')
          .set({ status: 'cancelled', cancelledOn: '2024-02-28' })
          .where('id', '=', made.id)
          .execute(),
      );
    const { from, input } = machine[action]!;
    await tries(`decisions.${action}`, input(made.id), from.includes(state));
  });
});

describe('nomination', () => {
  const note: Input = (id) => ({ id, seenVersion: 1, note: 'Không đủ tiêu chuẩn về thời gian.' });
  const machine: Machine = {
    save: {
      from: ['draft', 'supplement'],
      input: (id) => ({ id, seenVersion: 1, draft: { ...COMPLETE_PERSON, name: `Mới ${nextNumber()}` } }),
    },
    submit: { from: ['draft', 'supplement'], input: seen },
    withdraw: { from: ['draft', 'submitted', 'supplement'], input: seen },
    check: { from: ['submitted'], input: note },
    askSupplement: {
      from: ['submitted', 'checked'],
      input: (id) => ({ ...(withReason(id) as object), dueOn: '2024-03-08' }),
    },
    refuse: { from: ['submitted', 'supplement', 'checked'], input: note },
  };

  test.each(pairs(machine, nominationStatus.options))('$action of one that is $state', async ({ action, state }) => {
    const { id } = await aNomination(world, places.chairA, state as 'draft');
    const { from, input } = machine[action]!;
    await tries(`nominations.${action}`, input(id), from.includes(state));
  });

  test.each(Object.keys(machine))('%s of one that stands on a decision', async (action) => {
    const { nominationId } = await aDecision(world, places.chairA, 'draft');
    await tries(`nominations.${action}`, machine[action]!.input(nominationId), false);
  });
});

describe('report', () => {
  const machine: Machine = {
    saveCells: {
      from: ['draft', 'supplement'],
      input: (id) => ({
        id,
        cells: [
          {
            indicatorVersionId: world.indicators.budget,
            value: nextNumber(),
            valueStatus: 'official',
            sourceOffice: '',
            note: '',
            seenVersion: 1,
          },
        ],
      }),
    },
    takeWorkbook: {
      from: ['draft', 'supplement'],
      input: (id) => ({
        ...{ id, workbook: aReadWorkbook(world, id, nextNumber()), choices: [] },
        seen: [{ indicatorVersionId: world.indicators.budget, version: 1 }],
      }),
    },
    saveNarrative: {
      from: ['draft', 'supplement'],
      input: (id) => ({ id, seenVersion: 1, narrative: 'Đã triển khai.' }),
    },
    send: { from: ['draft', 'supplement'], input: seen },
    askSupplement: {
      from: ['sent', 'received'],
      input: (id) => ({ ...(withReason(id) as object), dueOn: '2024-03-08' }),
    },
    receive: { from: ['sent'], input: seen },
  };

  test.each(pairs(machine, reportStatus.options))('$action of one that is $state', async ({ action, state }) => {
    const id = await aReport(world, places.chairA, state as 'draft');
    const { from, input } = machine[action]!;
    await tries(`reports.${action}`, input(id), from.includes(state));
  });
});

describe('certificate', () => {
  const STEPS = ['printed', 'signed', 'sealed', 'handed'];
  const before: Record<string, string> = { printed: 'made', signed: 'printed', sealed: 'signed', handed: 'sealed' };
  const grid = STEPS.flatMap((to) =>
    certificateStatus.options.flatMap((state) => [false, true].map((cancelled) => ({ to, state, cancelled }))),
  );

  test.each(grid)('to $to from $state (cancelled: $cancelled)', async ({ to, state, cancelled }) => {
    const { certificateId: id } = await aCertificate(world, places.memberA);
    await inTransaction(world.db, (tx) =>
      tx
        .updateTable('certificate')
        .set({ status: state, cancelledOn: cancelled ? '2024-02-28' : null })
        .where('id', '=', id)
        .execute(),
    );
    const input = {
      items: [{ id, seenVersion: 1 }],
      to,
      handedOn: to === 'handed' ? '2024-02-28' : null,
      handedTo: '',
    };
    await tries('certificates.advance', input, !cancelled && before[to] === state);
  });
});
