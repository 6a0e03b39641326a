import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from '#server/core/ids.ts';
import { fold } from '#shared/core/fold.ts';
import type { RecordAward } from '#shared/registry/registry.schema.ts';
import { nameSortKey, searchWords } from '#shared/registry/search-text.ts';

type Values = readonly (string | number | null)[];
export type CreatedRows = { id: string; recipient: Values; award: Values; auditEntry: Values; auditChanges: Values };

/** The values that one recorded award writes, in the order of the statements. */
export function createdRows(input: RecordAward): CreatedRows {
  const { recipientKind, name, printedPlace, sex, personClass, unitId, awardCode, way } = input;
  const { year, decisionNumber, decidedOn, sentence } = input;
  const recipientId = uuidv7();
  const id = uuidv7();
  const entryId = uuidv7();
  const folded = fold(name);
  const changes: [string, string][] = [
    ['name', name],
    ['awardCode', awardCode],
    ['year', String(year)],
    ['decisionNumber', decisionNumber],
    ['decidedOn', decidedOn],
    ['way', way],
  ];
  const entry = [entryId, new Date().toISOString(), 'bench', 'Bench', 'award.recorded', 'award', id, name, unitId];
  const salt = randomBytes(16).toString('hex');
  const leaf = createHash('sha256')
    .update(salt)
    .update(JSON.stringify([entry, changes]))
    .digest('hex');
  return {
    id,
    recipient: [
      recipientId,
      recipientKind,
      name,
      folded,
      sex,
      null,
      unitId,
      printedPlace,
      0,
      ...found(name, printedPlace),
    ],
    award: [
      id,
      recipientId,
      awardCode,
      unitId,
      unitId,
      year,
      decisionNumber,
      decidedOn,
      recipientKind,
      name,
      printedPlace,
      folded,
      sentence,
      way,
      sex,
      personClass,
      0,
      ...found(name, `${printedPlace} ${decisionNumber}`),
    ],
    auditEntry: [...entry, salt, leaf],
    auditChanges: changes.flatMap(([field, value], position) => [entryId, position, field, null, value]),
  };
}

/** What it is found and ordered by; a person in every case. */
const found = (name: string, more: string) => [
  searchWords(`${name} ${more}`).join(' '),
  nameSortKey(name, 'individual'),
];
