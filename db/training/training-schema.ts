import type { Db } from '#db/core/connect.ts';
import { dropSchemas } from '#db/core/schemas.ts';

/** Schemas of PostgreSQL that hold training copies; the id of the copy follows. */
const PREFIX = 'tap_huan_';

export const trainingSchemaOf = (copyId: string): string => `${PREFIX}${copyId.replaceAll('-', '')}`;

/** Removes every training schema but the one in use. Only while no copy is being made. */
export const dropTrainingSchemas = (db: Db, kept?: string): Promise<void> => dropSchemas(db, PREFIX, kept);
