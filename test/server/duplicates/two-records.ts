import { inTransaction } from '#db/core/transaction.ts';
import { invariants } from '#db/duplicates/duplicates.invariants.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { givenPair, givenRecipient, KEEP_ALL } from '#test/builders/duplicates.builder.ts';
import type { World } from '#test/builders/world.builder.ts';

/** The codes of a refusal, each with its field. */
export async function refusalOf(work: Promise<unknown>): Promise<string[]> {
  const error = (await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )) as { cause?: { reasons?: { code: string; field?: string }[] } } | undefined;
  return (error?.cause?.reasons ?? []).map(({ code, field }) => (field ? `${code} @${field}` : code));
}

const TABLES = [
  'recipient',
  'recipientName',
  'recipientHold',
  'recipientPost',
  'recipientLine',
  'recipientSensitive',
  'recipientPair',
  'award',
  'nomination',
  'file',
] as const;

/** Every row that a merge may touch; versions count on and the search sees pairs again, so they are left out. */
export async function everything(world: World): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await world.db.reads.selectFrom(table).selectAll().execute();
    all[table] = rows
      .map((row) => {
        const { version: _, foundAt: __, ...rest } = row as Record<string, unknown>;
        return JSON.stringify(rest);
      })
      .sort();
  }
  return all;
}

/** Names of the invariants of pairs and merges that do not hold. */
export const broken = async (world: World) => {
  const found: string[] = [];
  for (const { name, find } of invariants) if ((await find(world.db.reads)).length > 0) found.push(name);
  return found;
};

/** Two records of Sơn La with everything that can hang on a recipient, and others around them. */
export async function givenTwo(world: World) {
  const { db, units } = world;
  const keptId = await givenRecipient(db, units.SL, 'Lò Văn Mẫu', {
    awards: 2,
    sex: 'male',
    place: 'Bản Mẫu, huyện Mẫu',
    cccdCipher: 'cipher-kept',
    cccdIndex: 'index',
  });
  const mergedId = await givenRecipient(db, units.SL, 'Lò Mẫu', {
    awards: 3,
    birthYear: 1970,
    birthOn: '1970-05-02',
    positionHeld: 'Trưởng bản',
    cccdCipher: 'cipher-merged',
    cccdIndex: 'index',
    ethnicityCode: '03',
  });
  const gone = await givenRecipient(db, units.SL, 'Lò Văn Cũ', { mergedInto: mergedId });
  const third = await givenRecipient(db, units.SL, 'Lò Văn Khác');
  const fourth = await givenRecipient(db, units.SL, 'Lò Văn Nữa');
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('recipientName')
      .values({
        id: uuidv7(),
        recipientId: mergedId,
        name: 'Lò Văn Mậu',
        nameFold: 'lo van mau',
        validFrom: null,
        validTo: '2010-01-01',
      })
      .execute();
    await tx
      .insertInto('recipientHold')
      .values({
        id: uuidv7(),
        recipientId: mergedId,
        kind: 'complaint',
        fromOn: '2024-01-01',
        toOn: null,
        reason: 'Đơn thư',
        liftedOn: null,
        liftReason: null,
      })
      .execute();
    await tx
      .insertInto('recipientPost')
      .values({ id: uuidv7(), recipientId: mergedId, unitId: units.LS, validFrom: null, validTo: '2015-01-01' })
      .execute();
    await tx
      .insertInto('recipientLine')
      .values([
        { id: uuidv7(), fromRecipientId: mergedId, toRecipientId: keptId, kind: 'merged', onDate: '2020-01-01' },
        { id: uuidv7(), fromRecipientId: mergedId, toRecipientId: third, kind: 'split', onDate: '2020-01-01' },
        { id: uuidv7(), fromRecipientId: keptId, toRecipientId: third, kind: 'split', onDate: '2020-01-01' },
        { id: uuidv7(), fromRecipientId: fourth, toRecipientId: mergedId, kind: 'merged', onDate: '2019-01-01' },
      ])
      .execute();
    await tx
      .insertInto('file')
      .values({
        id: uuidv7(),
        sha256: 'a'.repeat(64),
        sizeBytes: 1,
        mediaType: 'application/pdf',
        name: 'giay-to.pdf',
        subjectKind: 'recipient',
        subjectId: mergedId,
        unitId: units.SL,
        createdBy: 'somebody',
        createdAt: '2024-01-01T00:00:00.000Z',
        removedAt: null,
      })
      .execute();
  });
  return { keptId, mergedId, gone, third, fourth, id: await givenPair(db, keptId, mergedId) };
}

/** Some values of each. */
export const MIXED = {
  ...KEEP_ALL,
  birth: 'merged',
  positionHeld: 'merged',
  cccd: 'merged',
  ethnicity: 'merged',
} as const;
