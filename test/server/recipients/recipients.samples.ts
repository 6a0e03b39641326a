import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { A_DRAFT, givenRecipient } from '#test/builders/recipients.builder.ts';
import { type MatrixWorld, nextNumber, type Place } from '#test/server/matrix-records.ts';

type Sampler = (world: MatrixWorld, place: Place) => Sample | Promise<Sample>;
type Sample = { input?: unknown; shows?: string };

const person = ({ db }: MatrixWorld, { unitId }: Place) =>
  givenRecipient(db, { unitId, name: `Lò Văn Mẫu ${nextNumber()}` });
const collective = ({ db }: MatrixWorld, { unitId }: Place) =>
  givenRecipient(db, { unitId, kind: 'collective', name: `Phòng Mẫu số ${nextNumber()}` });
const seen = async (id: Promise<string>) => ({ id: await id, seenVersion: 1 });
const CHANGE = { changedOn: '2023-06-01', document: 'Quyết định 10/QĐ-UBND' };

/** Calls of the matrix on recipients. */
export const RECIPIENT_SAMPLES: Record<string, Sampler> = {
  'recipients.list': async (world, place) => {
    // A name of its own: the list is long by now.
    const name = `Lò Văn Riêng${nextNumber()}`;
    const id = await givenRecipient(world.db, { unitId: place.unitId, name });
    return { input: { q: name }, shows: id };
  },
  'recipients.byId': async (world, place) => {
    const id = await person(world, place);
    return { input: { id }, shows: id };
  },
  'recipients.awards': async (world, place) => ({ input: { id: await person(world, place) } }),
  'recipients.lookAlikes': (_world, { unitId }) => ({
    input: { recipientKind: 'individual', name: 'Lò Văn Mẫu', birth: '', unitId, cccd: '' },
  }),
  'recipients.create': (_world, { unitId }) => ({
    input: {
      recipientKind: 'individual',
      unitId,
      draft: { ...A_DRAFT, name: `Vàng A Mẫu ${nextNumber()}` },
      cccd: '',
      anyway: true,
      idempotencyKey: uuidv7(),
    },
  }),
  'recipients.save': async (world, place) => ({ input: { ...(await seen(person(world, place))), draft: A_DRAFT } }),
  'recipients.rename': async (world, place) => ({
    input: { ...(await seen(collective(world, place))), name: `Phòng Mới số ${nextNumber()}`, ...CHANGE },
  }),
  'recipients.move': async (world, place) => ({
    input: {
      ...(await seen(person(world, place))),
      unitId: place.unitId,
      positionHeld: 'Hiệu trưởng',
      place: 'Trường Mẫu',
      ...CHANGE,
    },
  }),
  'recipients.setCccd': async (world, place) => ({
    input: {
      ...(await seen(person(world, place))),
      cccd: String(14_085_000_000 + nextNumber()).padStart(12, '0'),
      anyway: false,
    },
  }),
  'recipients.revealCccd': async (world, place) => ({
    input: { id: await person(world, place), reason: 'Đối chiếu hồ sơ giấy' },
  }),
  'recipients.readEthnicity': async (world, place) => ({
    input: { id: await person(world, place), reason: 'Lập biểu cơ cấu' },
  }),
  'recipients.setEthnicity': async (world, place) => ({
    input: { ...(await seen(person(world, place))), code: '08' },
  }),
  'recipients.addHold': async (world, place) => ({
    input: {
      ...(await seen(person(world, place))),
      kind: 'inspection',
      fromOn: '2024-02-01',
      toOn: null,
      document: '',
      reason: 'Đang thanh tra',
    },
  }),
  'recipients.liftHold': async (world, place) => {
    const id = await person(world, place);
    const holdId = uuidv7();
    await inTransaction(world.db, (tx) =>
      tx
        .insertInto('recipientHold')
        .values({
          id: holdId,
          recipientId: id,
          kind: 'other',
          fromOn: '2024-02-01',
          toOn: null,
          reason: 'Lý do mẫu',
          liftedOn: null,
          liftReason: null,
        })
        .execute(),
    );
    return { input: { id, seenVersion: 1, holdId, liftedOn: '2024-02-20', reason: 'Đã có kết luận' } };
  },
  'recipients.addLine': async (world, place) => ({
    input: {
      ...(await seen(collective(world, place))),
      direction: 'into',
      otherId: await collective(world, place),
      onDate: '2023-07-01',
      document: '',
    },
  }),
  'recipients.removeLine': async (world, place) => {
    const [id, otherId] = [await collective(world, place), await collective(world, place)];
    const lineId = uuidv7();
    await inTransaction(world.db, (tx) =>
      tx
        .insertInto('recipientLine')
        .values({ id: lineId, fromRecipientId: id, toRecipientId: otherId, kind: 'merged', onDate: '2023-07-01' })
        .execute(),
    );
    return { input: { id, seenVersion: 1, lineId, reason: 'Ghi nhầm tập thể' } };
  },
};
