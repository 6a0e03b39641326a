import type { Reader } from '#db/database.ts';

/** Something that must hold in the stored data whatever the program does; `npm run db check` asks it. */
export type Invariant = {
  /** Short and stable, e.g. "award-count-matches". */
  name: string;
  /** What must hold, in Vietnamese, for an administrator. */
  sentence: string;
  /** The rows that break it: none in a sound database. */
  find(db: Reader): Promise<unknown[]>;
};
