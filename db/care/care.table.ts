import type { Generated, Insertable, Selectable } from 'kysely';
import type { AimLens } from '#shared/care/care.schema.ts';

/** Mục tiêu cơ cấu khen thưởng of a cluster-year: at least so many permille; null: given up. */
export interface CareAimTable {
  clusterYearId: string;
  lens: AimLens;
  leastPermille: number | null;
  source: string | null;
  version: Generated<number>;
}
export type CareAimRow = Selectable<CareAimTable>;
export type NewCareAim = Insertable<CareAimTable>;
