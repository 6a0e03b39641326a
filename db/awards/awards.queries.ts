import type { AwardFormRow, AwardFormVersionRow } from '#db/awards/awards.table.ts';
import type { Reader } from '#db/database.ts';

/** The catalogue in its own order. */
export function listAwardForms(db: Reader): Promise<AwardFormRow[]> {
  return db.selectFrom('awardForm').selectAll().orderBy('position').orderBy('code').execute();
}

export function findAwardForm(db: Reader, code: string): Promise<AwardFormRow | undefined> {
  return db.selectFrom('awardForm').selectAll().where('code', '=', code).executeTakeFirst();
}

/** Versions in force on a day, 'YYYY-MM-DD'. */
export function listVersionsOn(db: Reader, day: string): Promise<AwardFormVersionRow[]> {
  return db
    .selectFrom('awardFormVersion')
    .selectAll()
    .where('validFrom', '<=', day)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', day)]))
    .orderBy('validFrom')
    .execute();
}
