import { inTransaction } from '#db/core/transaction.ts';
import { insertComment, setThread } from '#db/reports/reviewing.writes.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { aReport, type MatrixWorld, nextNumber, type Place } from '#test/server/matrix-records.ts';

type Sample = { input?: unknown; shows?: string };
type Sampler = (world: MatrixWorld, place: Place) => Sample | Promise<Sample>;

const REASON = 'Đơn vị đề nghị sửa số thu ngân sách.';

/** A sent report with a word of the chair's office beside its first figure. */
export async function aThread(world: MatrixWorld, place: Place): Promise<string> {
  const reportId = await aReport(world, place, 'sent');
  const key = { reportId, indicatorVersionId: world.indicators.budget };
  await inTransaction(world.db, async (tx) => {
    await setThread(tx, key, 'open');
    const said = { saidAt: '2024-02-28T03:00:00.000Z', saidBy: 'Trần Văn Mẫu' };
    await insertComment(tx, { id: uuidv7(), ...key, side: 'chair', content: 'Số này khác số sơ bộ.', ...said });
  });
  return reportId;
}

/** Calls of the matrix on looking reports through. */
export const REVIEWING_SAMPLES: Record<string, Sampler> = {
  'reviewing.comment': async (world, place) => ({
    input: {
      id: await aThread(world, place),
      indicatorVersionId: world.indicators.budget,
      content: `Đề nghị kiểm tra lại (${nextNumber()})`,
      idempotencyKey: uuidv7(),
    },
  }),
  'reviewing.settle': async (world, place) => ({
    input: {
      id: await aThread(world, place),
      indicatorVersionId: world.indicators.budget,
      done: true,
      seenVersion: 1,
    },
  }),
  'reviewing.reopen': async (world, place) => ({
    input: {
      id: await aReport(world, place, 'sent'),
      seenVersion: 1,
      untilOn: '2024-03-02',
      untilTime: '17:00',
      reason: REASON,
    },
  }),
  'reviewing.lock': async (world, place) => {
    const id = await aReport(world, place, 'sent');
    const until = { reopenedUntil: '2024-03-02T10:00:00.000Z', reopenReason: REASON };
    await inTransaction(world.db, (tx) => tx.updateTable('report').set(until).where('id', '=', id).execute());
    return { input: { id, seenVersion: 1 } };
  },
  'reviewing.remind': async (world, place) => ({
    input: {
      clusterYearId: place.clusterYearId,
      period: 'year-end',
      reportIds: [await aReport(world, place, 'draft')],
      again: [],
      message: 'Trân trọng đề nghị quý cơ quan gửi báo cáo.',
      idempotencyKey: uuidv7(),
    },
  }),
  'reviewing.board': async (world, place) => ({
    shows: await aReport(world, place, 'sent'),
    input: { clusterYearId: place.clusterYearId },
  }),
};
