import { insertRows } from '#db/core/insert-rows.ts';
import { sendAlong } from '#db/core/send-along.ts';
import type { Writer } from '#db/database.ts';
import type { AwardTable, NewAward } from '#db/registry/registry.table.ts';
import { awardSearchText, nameSortKey } from '#shared/registry/search-text.ts';

/** Every column with what stands in it when nothing is told. */
const DEFAULTS = {
  id: null,
  recipientId: null,
  decisionId: null,
  nominationId: null,
  clusterYearId: null,
  awardCode: null,
  awardVersionId: null,
  unitId: null,
  issuingUnitId: null,
  year: null,
  decisionNumber: null,
  decidedOn: null,
  recipientKind: null,
  printedName: null,
  printedPlace: '',
  nameFold: null,
  sentence: '',
  achievement: '',
  way: null,
  sex: null,
  personClass: null,
  areaClass: null,
  isBorderArea: 0,
  isSmallCollective: 0,
  field: '',
  coefficientHundredths: null,
  baseSalaryVnd: null,
  prizeRawVnd: null,
  prizeVnd: null,
  prizeCertainty: null,
  status: 'active',
  isDemo: 0,
  version: 1,
  importRunId: null,
  searchText: '',
  nameSort: '',
} as const satisfies Record<keyof AwardTable, unknown>;
const COLUMNS = Object.keys(DEFAULTS) as (keyof AwardTable)[];

/** An award with what it is found and ordered by. Every writer of awards goes through here. */
export function findable(award: NewAward): NewAward {
  return {
    ...award,
    searchText: awardSearchText(award),
    nameSort: nameSortKey(award.printedName, award.recipientKind),
  };
}

export async function insertAward(tx: Writer, award: NewAward): Promise<void> {
  await sendAlong(tx, tx.insertInto('award').values(findable(award)));
}

export async function insertAwards(tx: Writer, awards: readonly NewAward[]): Promise<void> {
  await insertRows(tx, 'award', COLUMNS, awards, (award) => ({ ...DEFAULTS, ...findable(award) }));
}
