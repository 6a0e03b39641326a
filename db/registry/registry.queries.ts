import { sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import { unitNameOn } from '#db/units/unit-spans.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import { compareVi, fold } from '#shared/core/fold.ts';

const AWARD_COLUMNS = {
  clusterYearId: 'award.clusterYearId',
  unitId: 'award.unitId',
  officeUnitId: 'award.issuingUnitId',
};

/** One award with the names around it; only inside the scope. */
export function findAward(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('award')
    .innerJoin('unit', 'unit.id', 'award.unitId')
    .innerJoin('unit as issuer', 'issuer.id', 'award.issuingUnitId')
    .innerJoin('awardForm', 'awardForm.code', 'award.awardCode')
    .leftJoin('decision', 'decision.id', 'award.decisionId')
    .selectAll('award')
    .select([
      unitNameOn('award.unitId', sql.ref('award.decidedOn')).as('unitName'),
      'issuer.name as issuingUnitName',
      'awardForm.name as awardName',
      'decision.status as decisionStatus',
      'decision.signatoryName',
      'decision.signatoryCapacity',
      'decision.cancelNumber',
      'decision.cancelledOn',
    ])
    .where('award.id', '=', id)
    .where(inAccess(access, AWARD_COLUMNS))
    .executeTakeFirst();
}

/** Every paper made for an award; the living one is not cancelled. */
export function listCertificatesOfAward(db: Reader, awardId: string) {
  return db
    .selectFrom('certificate')
    .select(['id', 'goldenBookNumber', 'goldenBookYear', 'verifyCode', 'status', 'cancelledOn'])
    .where('awardId', '=', awardId)
    .orderBy('id')
    .execute();
}

/** Quá trình khen thưởng: the other awards of the same recipient that this access may see, newest first. */
export function listOtherAwards(db: Reader, access: Access, recipientId: string, exceptId: string) {
  return db
    .selectFrom('award')
    .innerJoin('awardForm', 'awardForm.code', 'award.awardCode')
    .select([
      'award.id',
      'award.year',
      'award.decisionNumber',
      'award.decidedOn',
      'award.status',
      'awardForm.name as awardName',
    ])
    .where('award.recipientId', '=', recipientId)
    .where('award.id', '<>', exceptId)
    .where(inAccess(access, AWARD_COLUMNS))
    .orderBy('award.decidedOn', 'desc')
    .orderBy('award.id', 'desc')
    .limit(50)
    .execute();
}

/** Awards of this name and unit by decisions of one day: to see whether one is there already. */
export function listAwardsOfDay(db: Reader, unitId: string, decidedOn: string, nameFold: string) {
  return db
    .selectFrom('award')
    .select(['id', 'awardCode', 'decisionNumber'])
    .where('unitId', '=', unitId)
    .where('decidedOn', '=', decidedOn)
    .where('nameFold', '=', nameFold)
    .execute();
}

/** Which of these units have an award. */
export async function listUnitsWithAwards(db: Reader, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('unit')
    .select('unit.id')
    .where('unit.id', 'in', [...ids])
    .where((eb) => eb.exists(eb.selectFrom('award').select('award.id').whereRef('award.unitId', '=', 'unit.id')))
    .orderBy('unit.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The first and the last year there is an award of; each is one step in the index, together they would be a scan. */
export async function firstAndLastYear(db: Reader): Promise<{ firstYear: number | null; lastYear: number | null }> {
  const [first, last] = await Promise.all([
    db.selectFrom('award').select('year').orderBy('year').limit(1).executeTakeFirst(),
    db.selectFrom('award').select('year').orderBy('year', 'desc').limit(1).executeTakeFirst(),
  ]);
  return { firstYear: first?.year ?? null, lastYear: last?.year ?? null };
}

/** What the list can be filtered by: provinces of any time, years, forms and fields there is an award of. */
export async function listAwardFilters(db: Reader) {
  const [units, years, forms, fields] = await Promise.all([
    db
      .selectFrom('unit')
      .select(['id', 'name', 'validFrom', 'validTo'])
      .where('kind', 'in', ['province', 'city'])
      .orderBy('nameFold')
      .orderBy('id')
      .execute(),
    firstAndLastYear(db),
    db
      .selectFrom('awardForm')
      .select(['code', 'name', 'nameEn', 'kind', 'level'])
      .orderBy('position')
      .orderBy('code')
      .execute(),
    listFields(db),
  ]);
  // A spelling for each, with capitals where there is one: the others are found by it.
  const offered = [...new Map(fields.map((one) => [fold(one), one])).values()];
  return { units, ...years, forms, levels: [...new Set(forms.map(({ level }) => level))], fields: offered };
}

const MOST_FIELDS = 500;

/** Lĩnh vực as awards have them, every spelling, from the kept counts: they are typed freely, so the registry is read. */
export async function listFields(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('awardCount')
    .select('value')
    .distinct()
    .where('dimension', '=', 'field')
    .where('unitId', '=', '')
    .where('awards', '>', 0)
    .union(db.selectFrom('awardCountDelta').select('value').where('dimension', '=', 'field'))
    .orderBy('value')
    .limit(MOST_FIELDS)
    .execute();
  return rows.map(({ value }) => value).sort(compareVi);
}
