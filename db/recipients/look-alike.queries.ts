import type { Reader } from '#db/database.ts';
import type { Likeness } from '#shared/duplicates/pair-score.rules.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';

/** As many of one kind as a person can still look through. */
const MOST = 20;
/** As many as are compared name by name. */
const MOST_NEAR = 200;

/** A recipient as pairs are judged, with what a list of them shows. */
export type LookAlikeRow = Likeness & {
  name: string;
  positionHeld: string;
  unitName: string | null;
  /** Found by a name it no longer bears, which stands in `nameFold`. */
  isFormer?: boolean;
};

function living(db: Reader) {
  return db
    .selectFrom('recipient')
    .leftJoin('unit', 'unit.id', 'recipient.unitId')
    .where('recipient.mergedInto', 'is', null)
    .select([
      'recipient.id',
      'recipient.kind',
      'recipient.name',
      'recipient.nameFold',
      'recipient.sex',
      'recipient.birthYear',
      'recipient.birthOn',
      'recipient.foundedOn',
      'recipient.positionHeld',
      'recipient.place',
      'recipient.cccdIndex',
      'recipient.unitId',
      'unit.name as unitName',
    ]);
}

/** Whoever bears one of these indexes of a citizen number. */
export function listOfCccd(db: Reader, indexes: readonly string[], exceptId?: string): Promise<LookAlikeRow[]> {
  return living(db)
    .where('recipient.cccdIndex', 'in', [...indexes])
    .$if(exceptId !== undefined, (query) => query.where('recipient.id', '<>', exceptId!))
    .orderBy('recipient.id')
    .limit(MOST)
    .execute();
}

/** Those of the same name now, or of a name they bore. */
export async function listOfName(db: Reader, kind: RecipientKind, nameFold: string): Promise<LookAlikeRow[]> {
  const [now, before] = await Promise.all([
    living(db)
      .where('recipient.nameFold', '=', nameFold)
      .where('recipient.kind', '=', kind)
      .orderBy('recipient.id')
      .limit(MOST_NEAR)
      .execute(),
    living(db)
      .innerJoin('recipientName as former', 'former.recipientId', 'recipient.id')
      .where('former.nameFold', '=', nameFold)
      .where('recipient.kind', '=', kind)
      .orderBy('recipient.id')
      .limit(MOST)
      .execute(),
  ]);
  const former = before.map((row) => ({ ...row, nameFold, isFormer: true }));
  return [...new Map([...former, ...now].map((row) => [row.id, row])).values()];
}

type Near = { kind: RecipientKind; unitId: string; ending: string; beginning: string; birthYear: number | null };

/**
 * Those of a unit whose name ends alike (a person's given name, the last words of a collective), and those of the same
 * year of birth whose name begins alike. Both folded.
 */
export function listNear(db: Reader, { kind, unitId, ending, beginning, birthYear }: Near): Promise<LookAlikeRow[]> {
  return living(db)
    .where('recipient.unitId', '=', unitId)
    .where('recipient.kind', '=', kind)
    .where((eb) =>
      eb.or([
        eb('recipient.nameFold', 'like', `%${plain(ending)}`),
        ...(birthYear === null || beginning === ''
          ? []
          : [
              eb.and([
                eb('recipient.birthYear', '=', birthYear),
                eb('recipient.nameFold', 'like', `${plain(beginning)} %`),
              ]),
            ]),
      ]),
    )
    .orderBy('recipient.nameSort')
    .orderBy('recipient.id')
    .limit(MOST_NEAR)
    .execute();
}

/** Signs that stand for others in a pattern are none here. */
const plain = (text: string) => text.replace(/[%_\\]/gu, ' ');
