import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';

/** Who a row speaks of. `born` is 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY'; `cccdIndex` the keyed hash of the citizen number. */
export type SoughtRecipient = {
  kind: RecipientKind;
  nameFold: string;
  unitId: string | null;
  placeFold: string;
  born: string | null;
  cccdIndex: string | null;
};

/** A recipient that is known, or one that an earlier row of the same file makes. */
export type KnownRecipient = {
  id: string;
  kind: RecipientKind;
  /** Every name it bore, folded. */
  nameFolds: readonly string[];
  unitId: string | null;
  placeFold: string;
  born: string | null;
  cccdIndex: string | null;
};

export type Match =
  | { is: 'known'; id: string }
  | { is: 'new' }
  /** `code`: why a person has to say which. */
  | { is: 'doubt'; code: string; ids: readonly string[] };

/**
 * Which known recipient a row means: by the citizen number, then name and birth, then name and unit. What could be two
 * people is never joined without asking: a wrong join cannot be told from the awards any more, a double can be merged.
 */
export function matchRecipient(who: SoughtRecipient, among: readonly KnownRecipient[]): Match {
  const sameKind = among.filter(({ kind }) => kind === who.kind);
  if (who.cccdIndex !== null) {
    const holders = sameKind.filter(({ cccdIndex }) => cccdIndex === who.cccdIndex);
    if (holders.length > 1) return doubt('import.cccd-of-many', holders);
    const holder = holders[0];
    if (holder)
      return holder.nameFolds.includes(who.nameFold)
        ? { is: 'known', id: holder.id }
        : doubt('import.cccd-other-name', holders);
  }
  const named = sameKind.filter(
    ({ nameFolds, cccdIndex }) =>
      nameFolds.includes(who.nameFold) && (who.cccdIndex === null || cccdIndex === null || cccdIndex === who.cccdIndex),
  );
  if (who.kind !== 'individual') return one(named.filter(({ unitId }) => unitId === who.unitId));
  return who.born === null ? matchByUnit(who, named) : matchByBirth(who, who.born, named);
}

function matchByBirth(who: SoughtRecipient, born: string, named: readonly KnownRecipient[]): Match {
  const isWhole = born.length === 10;
  const sameDay = isWhole ? named.filter((one) => one.born === born) : [];
  if (sameDay.length === 1) return { is: 'known', id: sameDay[0]!.id };
  if (sameDay.length > 1) {
    const here = sameDay.filter(({ unitId }) => unitId === who.unitId);
    return here.length === 1 ? { is: 'known', id: here[0]!.id } : doubt('import.many-alike', sameDay);
  }
  const here = named.filter(({ unitId }) => unitId === who.unitId);
  const fitting = here.filter((one) => one.born !== null && fits(one.born, born));
  if (fitting.length > 0) return one(fitting);
  const unborn = here.filter((known) => known.born === null);
  return unborn.length > 0 ? doubt('import.birth-not-known', unborn) : { is: 'new' };
}

/** Without a birth date only the same name, unit and workplace are taken for the same person. */
function matchByUnit(who: SoughtRecipient, named: readonly KnownRecipient[]): Match {
  const here = named.filter(({ unitId }) => unitId === who.unitId);
  if (here.length === 0) return { is: 'new' };
  const samePlace = here.filter(({ placeFold }) => placeFold !== '' && placeFold === who.placeFold);
  return here.length === 1 && samePlace.length === 1
    ? { is: 'known', id: here[0]!.id }
    : doubt('import.same-name-here', here);
}

/** 1980 fits 1980-08-15; two days have to be one. */
const fits = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

function one(found: readonly KnownRecipient[]): Match {
  if (found.length > 1) return doubt('import.many-alike', found);
  return found[0] ? { is: 'known', id: found[0].id } : { is: 'new' };
}

const doubt = (code: string, found: readonly KnownRecipient[]): Match => ({
  is: 'doubt',
  code,
  ids: found.map(({ id }) => id),
});
