import type { Generated, Insertable, Selectable } from 'kysely';
import type { CareLens } from '#shared/care/care.schema.ts';

/** Mục tiêu cơ cấu khen thưởng of a cluster-year: at least so many permille. */
export interface CareAimTable {
  clusterYearId: string;
  lens: CareLens;
  leastPermille: number;
  source: string | null;
  version: Generated<number>;
}
export type CareAimRow = Selectable<CareAimTable>;
export type NewCareAim = Insertable<CareAimTable>;
