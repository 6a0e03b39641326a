import type { Reader } from '#db/database.ts';
import { type LookAlikeRow, listNear, listOfCccd, listOfName } from '#db/recipients/look-alike.queries.ts';
import { findScopeOf } from '#db/recipients/recipient-page.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { cccdIndexes } from '#server/recipients/cccd.service.ts';
import { askNumber } from '#server/recipients/number-questions.service.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { fold } from '#shared/core/fold.ts';
import type { GroundCode } from '#shared/duplicates/duplicates.schema.ts';
import { type Likeness, suspicionOf } from '#shared/duplicates/pair-score.rules.ts';
import { cccdDigits, cccdReasons } from '#shared/recipients/cccd.rules.ts';
import { readPartialDate, yearOf } from '#shared/recipients/partial-date.ts';
import type { LookAlikeInput } from '#shared/recipients/recipient-page.schema.ts';

/** Somebody already there who may be the one that is about to be added, with why. */
export type LookAlike = Pick<
  LookAlikeRow,
  'id' | 'kind' | 'name' | 'birthYear' | 'foundedOn' | 'positionHeld' | 'place' | 'unitName'
> & { grounds: GroundCode[] };
/** `hiddenCount`: records with this citizen number that are outside the reader's scope, of which nothing else is told. */
export type LookAlikes = { found: LookAlike[]; hiddenCount: number };

const MOST_SHOWN = 10;
/** Not the id of anybody: that of whoever is not there yet. */
const NOBODY = '';

/** `lookAlikes` for whoever asks from outside: a citizen number among what is asked is counted and written down. */
export async function askLookAlikes(ctx: ActorContext, input: LookAlikeInput): Promise<LookAlikes> {
  await askNumber(ctx, input.cccd, 'always');
  // Reads of other units' names, and of all people of a unit: on the threads for long reads.
  return lookAlikes(ctx, ctx.db.longReads, input);
}

/** Who is like somebody about to be added: same citizen number, same or similar name with what goes beside it. */
export async function lookAlikes(ctx: ActorContext, db: Reader, input: LookAlikeInput): Promise<LookAlikes> {
  const candidate = candidateOf(ctx, input);
  const indexes = cccdReasons(input.cccd).length === 0 ? cccdIndexes(ctx.keys, cccdDigits(input.cccd)) : [];
  const [sameNumber, ...others] = await Promise.all([
    indexes.length > 0 ? listOfCccd(db, indexes) : [],
    candidate.nameFold === '' ? [] : listOfName(db, candidate.kind, candidate.nameFold),
    candidate.nameFold === '' || candidate.unitId === null ? [] : nearOf(db, candidate, candidate.unitId),
  ]);
  const suspects = new Map<string, LookAlikeRow & { grounds: GroundCode[]; score: number }>();
  for (const row of sameNumber) suspects.set(row.id, { ...row, grounds: ['same-cccd'], score: 100 });
  for (const row of others.flat()) {
    if (suspects.has(row.id)) continue;
    const judged = judge(candidate, row);
    if (judged) suspects.set(row.id, { ...row, ...judged });
  }
  const open = await findScopeOf(db, accessFor(ctx.actor, 'recipients.byId') ?? NO_ACCESS, [...suspects.keys()]);
  const found = [...suspects.values()]
    .filter(({ id }) => open.has(id))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SHOWN)
    .map(({ id, kind, name, birthYear, foundedOn, positionHeld, place, unitName, grounds }) => ({
      id,
      kind,
      name,
      birthYear,
      foundedOn,
      positionHeld,
      place,
      unitName,
      grounds,
    }));
  return { found, hiddenCount: sameNumber.filter(({ id }) => !open.has(id)).length };
}

function judge(candidate: Likeness, row: LookAlikeRow): { grounds: GroundCode[]; score: number } | undefined {
  const isSameUnit = candidate.unitId !== null && candidate.unitId === row.unitId;
  const suspicion = suspicionOf(candidate, row, isSameUnit, row.isFormer);
  return suspicion && { grounds: suspicion.grounds.map(({ code }) => code), score: suspicion.score };
}

function nearOf(db: Reader, { kind, nameFold, birthYear }: Likeness, unitId: string): Promise<LookAlikeRow[]> {
  const words = nameFold.split(' ');
  const isPerson = kind === 'individual';
  return listNear(db, {
    kind,
    unitId,
    ending: words.slice(isPerson ? -1 : -2).join(' '),
    beginning: isPerson ? words.slice(0, -1).join(' ') : '',
    birthYear,
  });
}

function candidateOf({ keys }: ActorContext, { recipientKind, name, birth, unitId, cccd }: LookAlikeInput): Likeness {
  const born = recipientKind === 'individual' ? (readPartialDate(birth) ?? null) : null;
  const isNumber = cccdReasons(cccd).length === 0;
  return {
    id: NOBODY,
    kind: recipientKind,
    nameFold: fold(name),
    unitId,
    birthYear: born ? yearOf(born) : null,
    birthOn: born?.length === 10 ? born : null,
    sex: null,
    cccdIndex: isNumber ? cccdIndexes(keys, cccdDigits(cccd))[0]! : null,
    place: '',
    foundedOn: null,
  };
}
