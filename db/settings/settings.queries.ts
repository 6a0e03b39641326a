import type { Reader } from '#db/database.ts';

/** The value of a setting; undefined when it was never set. */
export async function findSetting(db: Reader, key: string): Promise<string | undefined> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
}
