import { VERIFY_CODE_BYTES, verifyCodeFrom } from '#shared/certificates/verify-code.ts';
import { fold } from '#shared/core/fold.ts';
import { effectFold } from '#shared/exemplars/effects.schema.ts';
import { exemplarFold } from '#shared/exemplars/exemplars.rules.ts';
import type { RecipientKind, Sex } from '#shared/recipients/recipients.schema.ts';
import { awardSearchText, nameSortKey, recipientSearchText } from '#shared/registry/search-text.ts';
import { bareName, type Digest, inventHousehold, inventName, inventNamesIn } from '#shared/training/invented-names.ts';
import { type ColumnRule, rulesOf, skippedRowsOf } from '#shared/training/training-columns.ts';
import { TRAINING_SERIES } from '#shared/training/training-series.ts';

/** A row by SQL names. */
export type Row = Record<string, unknown>;

/** Content that stands in for every stored document of its kind. */
export type Placeholder = { sha256: string; sizeBytes: number; mediaType: string; name: string };

export type Disguise = {
  digest: Digest;
  paper: Placeholder;
  picture: Placeholder;
  /** Names a recipient bore before, as they really are; and its kind. Only of recipients that have some. */
  former: ReadonlyMap<string, { kind: RecipientKind; sex: Sex | null; names: readonly string[] }>;
  /** What is known of a recipient where its awards do not say: one person keeps one name. */
  sexes: ReadonlyMap<string, Sex>;
};

/** What is not a signature of anything. */
export const TRAINING_SIGNATURE = 'tap-huan';
export const TRAINING_TEXT = 'Nội dung tập huấn (bản gốc không có trong bản tập huấn).';
const TRAINING_TITLE = 'Nội dung tập huấn số';
const TRAINING_SENTENCE = 'Đã có thành tích xuất sắc trong công tác (nội dung tập huấn)';
const MOST_YEARS_OFF = 6;

/**
 * Makes the row of the copy out of a real one, column by column as TRAINING_COLUMNS says. Undefined: the row stays
 * behind. Pure: the same rows and key give the same copy.
 *
 * @throws Error for a column that nobody decided about: a copy would show what it holds
 */
export function disguiseRow(table: string, row: Row, disguise: Disguise): Row | undefined {
  const rules = rulesOf(table);
  if (!rules) return undefined;
  const skip = skippedRowsOf(table);
  if (skip?.values.includes(String(row[skip.column]))) return undefined;
  const made: Row = {};
  for (const [column, value] of Object.entries(row)) {
    const rule = rules.get(column);
    if (!rule) throw new Error(`nobody decided what becomes of ${table}.${column} in the training copy`);
    made[column] = disguised(rule, value, { column, row, disguise });
  }
  DERIVED[table]?.(made, row, disguise);
  return made;
}

type Place = { column: string; row: Row; disguise: Disguise };

function disguised(rule: ColumnRule, value: unknown, { column, row, disguise }: Place): unknown {
  if (rule === 'none') return null;
  if (rule === 'empty') return '';
  if (value === null || value === '') return value;
  const { digest } = disguise;
  switch (rule) {
    case 'person':
      return inventName(String(value), undefined, digest);
    case 'named':
      return inventedFor(String(value), kindOf(row, disguise), sexOf(row, disguise), digest);
    case 'scrub':
      return inventNamesIn(String(value), digest);
    case 'text':
      return TRAINING_TEXT;
    case 'title':
      return `${TRAINING_TITLE} ${numberOf(String(value), digest)}`;
    case 'sentence':
      return TRAINING_SENTENCE;
    case 'list':
      return '[]';
    case 'birth':
      return otherBirth(value, fold(String(row.name ?? '')), digest);
    case 'series':
      return `${value}${TRAINING_SERIES}`;
    case 'code':
      return verifyCodeFrom(digest(`code ${value}`).slice(0, VERIFY_CODE_BYTES));
    case 'file':
      return placeholderFor(row, disguise)[FILE_FIELDS[column]!];
    case 'keep':
    case 'derived':
      return value;
  }
}

function inventedFor(name: string, kind: RecipientKind, sex: Sex | undefined, digest: Digest): string {
  if (kind === 'individual') return inventName(name, sex, digest);
  return kind === 'household' ? inventHousehold(name, digest) : inventNamesIn(name, digest);
}

function kindOf(row: Row, { former }: Disguise): RecipientKind {
  const own = row.recipient_kind ?? row.kind ?? former.get(String(row.recipient_id))?.kind;
  // A name of nobody knows what is taken for a person's: too much is invented rather than too little.
  return own === 'collective' || own === 'household' ? own : 'individual';
}

function sexOf(row: Row, { former, sexes }: Disguise): Sex | undefined {
  const of = String(row.recipient_id);
  const known = row.sex ?? sexes.get(of) ?? former.get(of)?.sex;
  return known === 'male' || known === 'female' ? known : undefined;
}

/** Four digits by which one title is told from another: the same for the same text, and nothing that leads back to it. */
function numberOf(text: string, digest: Digest): number {
  const [high = 0, low = 0] = digest(`title ${text}`);
  return 1000 + ((high * 256 + low) % 9000);
}

/** Another year near the real one; a day becomes some day of that year, as exact as it was. */
function otherBirth(value: unknown, name: string, digest: Digest): unknown {
  const [off = 0, month = 0, day = 0, sign = 0] = digest(`birth ${name}`);
  const moved = (year: number) => year + (1 + (off % MOST_YEARS_OFF)) * (sign % 2 === 0 ? 1 : -1);
  if (typeof value === 'number') return moved(value);
  const two = (number: number) => String(number).padStart(2, '0');
  const text = `${moved(Number(String(value).slice(0, 4)))}-${two(1 + (month % 12))}-${two(1 + (day % 28))}`;
  return text.slice(0, String(value).length);
}

const FILE_FIELDS: Readonly<Record<string, keyof Placeholder>> = {
  sha256: 'sha256',
  size_bytes: 'sizeBytes',
  media_type: 'mediaType',
  name: 'name',
};

const placeholderFor = ({ media_type }: Row, { paper, picture }: Disguise): Placeholder =>
  String(media_type).startsWith('image/') ? picture : paper;

/** What follows from the other columns of a row. */
const DERIVED: Readonly<Record<string, (made: Row, row: Row, disguise: Disguise) => void>> = {
  auth_user(made, row, { digest }) {
    const mark = hexOf(digest(`account ${row.id}`)).slice(0, 10);
    made.email = `th-${mark}@tap-huan.invalid`;
    made.username = row.username === null ? null : `th-${mark}`;
    made.display_username = row.display_username === null ? null : `th-${mark}`;
  },
  award(made) {
    made.name_fold = fold(bareName(made.printed_name as string));
    made.search_text = awardSearchText({
      printedName: made.printed_name as string,
      printedPlace: made.printed_place as string,
      decisionNumber: made.decision_number as string,
    });
    made.name_sort = nameSortKey(made.printed_name as string, made.recipient_kind as RecipientKind);
  },
  certificate(made) {
    made.signature = TRAINING_SIGNATURE;
  },
  effect(made) {
    const { what, unit_of_measure } = made as { what: string; unit_of_measure: string };
    made.what_fold = effectFold({ what, unitOfMeasure: unit_of_measure });
  },
  exemplar(made) {
    made.search_fold = exemplarFold(made as Parameters<typeof exemplarFold>[0]);
  },
  nomination(made) {
    made.name_fold = fold(made.name as string);
  },
  recipient(made, row, { digest, former }) {
    const name = made.name as string;
    const kind = made.kind as RecipientKind;
    const formerNames = (former.get(row.id as string)?.names ?? []).map((one) =>
      inventedFor(one, kind, (row.sex as Sex | null) ?? undefined, digest),
    );
    made.name_fold = fold(name);
    made.search_text = recipientSearchText({ name, formerNames, place: made.place as string });
    made.name_sort = nameSortKey(name, kind);
  },
  recipient_name(made) {
    made.name_fold = fold(made.name as string);
  },
};

const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
