import type { Writer } from '#db/database.ts';
import type { NewTitleRegistrationLine, TitleRegistrationRow } from '#db/registrations/registrations.table.ts';

/** Writes the registration of a member, or changes it; the year is locked and the version compared before. */
export async function putRegistration(tx: Writer, row: TitleRegistrationRow): Promise<void> {
  const { status, sentAt, version } = row;
  await tx
    .insertInto('titleRegistration')
    .values(row)
    .onConflict((conflict) => conflict.columns(['clusterYearId', 'unitId']).doUpdateSet({ status, sentAt, version }))
    .execute();
}

/** Puts the lines of a registration in place of those it had. */
export async function putLines(
  tx: Writer,
  registrationId: string,
  lines: readonly NewTitleRegistrationLine[],
): Promise<void> {
  await tx.deleteFrom('titleRegistrationLine').where('registrationId', '=', registrationId).execute();
  if (lines.length > 0)
    await tx
      .insertInto('titleRegistrationLine')
      .values([...lines])
      .execute();
}
