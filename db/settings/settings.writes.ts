import type { Writer } from '#db/database.ts';

export async function putSetting(tx: Writer, key: string, value: string): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({ value, version: eb('setting.version', '+', 1) })),
    )
    .execute();
}
