import type { Reader } from '#db/database.ts';
import { type AlikeRecipient, findAlikeRecipients, findRecipientsById } from '#db/imports/matching.queries.ts';
import { findScopeOf } from '#db/recipients/recipient-page.queries.ts';
import type { NewRecipient } from '#db/recipients/recipients.table.ts';
import type { Judged, RowIn, Work } from '#server/imports/kinds/kind.ts';
import { cccdIndex, cccdIndexes, sealCccd } from '#server/recipients/cccd.service.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { fold } from '#shared/core/fold.ts';
import type { RecipientCandidate, RowReason } from '#shared/imports/imports.schema.ts';
import { type KnownRecipient, type Match, matchRecipient, type SoughtRecipient } from '#shared/imports/match.rules.ts';
import { formatPartialDate } from '#shared/recipients/partial-date.ts';
import { draftReasons } from '#shared/recipients/recipient.rules.ts';
import type { RecipientKind, Sex } from '#shared/recipients/recipients.schema.ts';

/** Who a row speaks of, as far as its cells say. */
export type Person = {
  kind: RecipientKind;
  name: string;
  nameFold: string;
  sex: Sex | null;
  born: string | null;
  foundedOn: string | null;
  unitId: string | null;
  place: string;
  placeFold: string;
  positionHeld: string;
  cccd: string | null;
  /** Its keyed hash under the newest key. */
  cccdIndex: string | null;
  /** The same under every key: records written before a change of keys bear an older one. */
  cccdIndexes: readonly string[];
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Without a column for it, a row that tells sex, birth or a citizen number is about a person. */
export function personOf(
  work: Work,
  { values }: RowIn,
  unitId: string | null,
  fallback: RecipientKind | null,
): Person | null {
  const told = values.kind as RecipientKind | null | undefined;
  const isPerson = Boolean(values.sex || values.birthOn || values.cccd || values.personClass);
  const kind = told ?? (isPerson ? 'individual' : fallback);
  if (!kind) return null;
  const name = text(values.name);
  const cccd = kind === 'individual' ? text(values.cccd) || null : null;
  return {
    kind,
    name,
    nameFold: fold(name),
    sex: (values.sex as Sex | null | undefined) ?? null,
    born: kind === 'individual' ? ((values.birthOn as string | null | undefined) ?? null) : null,
    foundedOn: kind === 'individual' ? null : ((values.foundedOn as string | null | undefined) ?? null),
    unitId,
    place: text(values.place),
    placeFold: fold(text(values.place)),
    positionHeld: text(values.positionHeld),
    cccd,
    cccdIndex: cccd === null ? null : cccdIndex(work.ctx.keys, cccd),
    cccdIndexes: cccd === null ? [] : cccdIndexes(work.ctx.keys, cccd),
  };
}

/** Why nobody could be written like this, by the rules of the recipient's own page. */
export function personReasons(person: Person, today: string): RowReason[] {
  const { kind, name, sex, positionHeld, place } = person;
  const draft = {
    name,
    sex,
    positionHeld,
    place,
    birth: formatPartialDate(person.born),
    founded: formatPartialDate(person.foundedOn),
  };
  return draftReasons(draft as Parameters<typeof draftReasons>[0], kind, today).map(({ code, field, facts }) => ({
    code,
    ...(field !== undefined && { field: FIELD_OF[field] ?? field }),
    ...(facts && { facts }),
  }));
}
const FIELD_OF: Readonly<Record<string, string>> = { birth: 'birthOn', founded: 'foundedOn' };

/** Recipients that rows may mean, and those that earlier rows of the file make. */
export class People {
  readonly #known = new Map<string, AlikeRecipient>();
  readonly #knownBy = { name: new Map<string, KnownRecipient[]>(), number: new Map<string, KnownRecipient[]>() };
  readonly #madeBy = { name: new Map<string, KnownRecipient[]>(), number: new Map<string, KnownRecipient[]>() };
  readonly #made = new Map<string, { rowNumber: number; person: Person }>();
  /** Of each index that was asked about, the same number's under the newest key. */
  #newestOf: ReadonlyMap<string, string> = new Map();
  readonly #unitName: (id: string | null) => string;

  constructor(unitName: (id: string | null) => string) {
    this.#unitName = unitName;
  }

  /** Reads whom these persons may mean. What earlier rows made is kept. */
  async load(db: Reader, work: Work, persons: readonly Person[], decided: readonly string[]): Promise<void> {
    const { engine } = work.ctx.db;
    this.#forgetKnown();
    this.#newestOf = new Map(
      persons.flatMap((one) => one.cccdIndexes.map((index) => [index, one.cccdIndex!] as const)),
    );
    const found = await findAlikeRecipients(db, engine, {
      names: [
        ...new Map(
          persons.map(({ nameFold, born }) => [
            `${nameFold} ${born?.slice(0, 4)}`,
            [nameFold, born?.slice(0, 4) ?? ''] as const,
          ]),
        ).values(),
      ],
      cccdIndexes: [...this.#newestOf.keys()],
    });
    const wanted = new Set(decided);
    const rows = [...found];
    // A merged recipient stands for the one it was merged into, which may bear another name.
    for (let round = 0; round < 5; round += 1) {
      const have = new Set(rows.map(({ id }) => id));
      for (const { mergedInto } of rows) if (mergedInto !== null) wanted.add(mergedInto);
      const missing = [...wanted].filter((id) => !have.has(id));
      if (missing.length === 0) break;
      const more = await findRecipientsById(db, missing);
      if (more.length === 0) break;
      rows.push(...more);
    }
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const row of rows) {
      let kept = row;
      for (let hops = 0; kept.mergedInto !== null && hops < 5; hops += 1) kept = byId.get(kept.mergedInto) ?? kept;
      this.#know(kept, row.soughtFold);
    }
  }

  #forgetKnown(): void {
    this.#known.clear();
    this.#knownBy.name.clear();
    this.#knownBy.number.clear();
  }

  #know(row: AlikeRecipient, soughtFold: string): void {
    const before = this.#known.has(row.id);
    this.#known.set(row.id, row);
    const list = this.#knownBy.name.get(soughtFold) ?? [];
    if (list.some(({ id }) => id === row.id)) return;
    const known: KnownRecipient = {
      id: row.id,
      kind: row.kind,
      nameFolds: [...new Set([row.nameFold, soughtFold])],
      unitId: row.unitId,
      placeFold: fold(row.place),
      born: row.birthOn ?? (row.birthYear === null ? null : String(row.birthYear)),
      cccdIndex: row.cccdIndex === null ? null : (this.#newestOf.get(row.cccdIndex) ?? row.cccdIndex),
    };
    this.#knownBy.name.set(soughtFold, [...list, known]);
    if (known.cccdIndex !== null && !before)
      this.#knownBy.number.set(known.cccdIndex, [...(this.#knownBy.number.get(known.cccdIndex) ?? []), known]);
  }

  /** What this row's person is: known, new, or in doubt. */
  match(person: Person): Match {
    const who: SoughtRecipient = {
      kind: person.kind,
      nameFold: person.nameFold,
      unitId: person.unitId,
      placeFold: person.placeFold,
      born: person.born,
      cccdIndex: person.cccdIndex,
    };
    const sources = [this.#knownBy, this.#madeBy];
    const among = sources.flatMap(({ name, number }) => [
      ...(name.get(who.nameFold) ?? []),
      ...(who.cccdIndex === null ? [] : (number.get(who.cccdIndex) ?? [])),
    ]);
    return matchRecipient(who, [...new Map(among.map((one) => [one.id, one])).values()]);
  }

  /** Whether the row may mean this recipient: only those it was asked about can be the answer. */
  offers(person: Person, id: string): boolean {
    const match = this.match(person);
    return match.is === 'doubt' ? match.ids.includes(id) : match.is === 'known' && match.id === id;
  }

  /** An earlier row of the file makes this person: later rows may mean it. Its id is 'row:<number>' until then. */
  make(rowNumber: number, person: Person): void {
    const id = `row:${rowNumber}`;
    this.#made.set(id, { rowNumber, person });
    const known: KnownRecipient = {
      id,
      kind: person.kind,
      nameFolds: [person.nameFold],
      unitId: person.unitId,
      placeFold: person.placeFold,
      born: person.born,
      cccdIndex: person.cccdIndex,
    };
    add(this.#madeBy.name, person.nameFold, known);
    if (known.cccdIndex !== null) add(this.#madeBy.number, known.cccdIndex, known);
  }

  /** Those that earlier chunks made are in the database now. */
  forgetMade(): void {
    this.#made.clear();
    this.#madeBy.name.clear();
    this.#madeBy.number.clear();
  }

  known(id: string): AlikeRecipient | undefined {
    return this.#known.get(id);
  }

  /** Number of the row that makes this one, when an earlier row does. */
  rowOf(id: string): number | undefined {
    return this.#made.get(id)?.rowNumber;
  }

  /** Those in doubt, as a person is shown them. */
  reasonOf(match: Extract<Match, { is: 'doubt' }>): RowReason {
    const rows = match.ids.flatMap((id) => this.rowOf(id) ?? []);
    const candidates = match.ids.flatMap((id): RecipientCandidate[] => {
      const row = this.#known.get(id);
      if (!row) return [];
      return [
        {
          id,
          name: row.name,
          unitName: this.#unitName(row.unitId),
          birthYear: row.birthYear,
          place: row.place,
        },
      ];
    });
    const facts = { manyCount: match.ids.length, rows: rows.join(', ') };
    if (candidates.length === 0 && rows.length > 0) return { code: 'import.same-name-in-file', field: 'name', facts };
    return { code: match.code, field: match.code.startsWith('import.cccd') ? 'cccd' : 'name', facts, candidates };
  }
}

function add(index: Map<string, KnownRecipient[]>, key: string, known: KnownRecipient): void {
  const list = index.get(key);
  if (list) list.push(known);
  else index.set(key, [known]);
}

/** The row of a new recipient; its citizen number is sealed. */
export function newRecipientOf(work: Work, id: string, person: Person): NewRecipient {
  const sealed = person.cccd === null ? null : sealCccd(work.ctx.keys, person.cccd);
  return {
    id,
    kind: person.kind,
    name: person.name,
    nameFold: person.nameFold,
    sex: person.sex,
    birthYear: person.born === null ? null : Number(person.born.slice(0, 4)),
    birthOn: person.born?.length === 10 ? person.born : null,
    foundedOn: person.foundedOn,
    unitId: person.unitId,
    place: person.place,
    positionHeld: person.positionHeld,
    cccdCipher: sealed?.cipher ?? null,
    cccdIndex: sealed?.index ?? null,
    mergedInto: null,
    isDemo: work.isDemo,
    version: 1,
  };
}

/**
 * Verdicts with only those candidates that the person may open: a list of citizen numbers must not tell whose they are
 * in other units.
 */
export async function withoutClosed<Plan>(
  db: Reader,
  { ctx }: Work,
  judged: readonly Judged<Plan>[],
): Promise<Judged<Plan>[]> {
  const access = accessFor(ctx.actor, 'recipients.byId') ?? NO_ACCESS;
  const ids = judged.flatMap(({ reasons }) => reasons.flatMap(({ candidates = [] }) => candidates.map(({ id }) => id)));
  if (access.all || ids.length === 0) return [...judged];
  const open = await findScopeOf(db, access, [...new Set(ids)]);
  const reasonOf = (reason: RowReason): RowReason =>
    reason.candidates ? { ...reason, candidates: reason.candidates.filter(({ id }) => open.has(id)) } : reason;
  return judged.map((one) => ({ ...one, reasons: one.reasons.map(reasonOf) }));
}
