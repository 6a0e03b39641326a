import type { Copy } from '#bench/data/copy.ts';
import type { Db } from '#db/core/connect.ts';
import { openDatabase } from '#db/core/connect.ts';

/** Ids of the 63 provinces of before 01/07/2025, in order: the places of the registry. */
export async function provinceIds(db: Db): Promise<string[]> {
  const rows = await db.reads.selectFrom('unit').select('id').where('id', 'like', 'VN63-%').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

export async function provincesOf({ file, url }: Copy): Promise<string[]> {
  const db = await openDatabase({ file, url });
  try {
    return await provinceIds(db);
  } finally {
    await db.close();
  }
}
