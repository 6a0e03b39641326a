import { schemaBytes } from '#db/core/schemas.ts';
import type { AppContext } from '#server/core/context.ts';
import { bytesUnder, type CopyFacts, TrainingHome } from '#server/training/training-home.ts';

/** What the copy takes up now: its folder, and its tables where they lie in PostgreSQL. */
export async function bytesOfCopy(
  { db, dataDir }: Pick<AppContext, 'db' | 'dataDir'>,
  facts: CopyFacts,
): Promise<number> {
  const folder = await bytesUnder(new TrainingHome(dataDir).folder);
  return folder + (facts.schema === null ? 0 : await schemaBytes(db, facts.schema));
}
