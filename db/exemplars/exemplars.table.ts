import type { Generated, Insertable, Selectable } from 'kysely';
import type { ExemplarKind } from '#shared/exemplars/exemplars.schema.ts';
import type { ExemplarSharing } from '#shared/exemplars/sharing.schema.ts';

/** Điển hình tiên tiến, mô hình hay presented in a cluster-year. */
export interface ExemplarTable {
  id: string;
  clusterYearId: string;
  unitId: string;
  kind: ExemplarKind;
  title: string;
  presenter: Generated<string>;
  place: Generated<string>;
  field: Generated<string>;
  /** Plain text; paragraphs are divided by an empty line. */
  story: Generated<string>;
  /** Title, presenter, place, field and story without accents, for searching. */
  searchFold: string;
  source: string | null;
  isDemo: Generated<number>;
  removedAt: string | null;
  /** Whether it is shown beyond its cluster (phổ biến ngoài Cụm), and the last step of that. */
  sharing: Generated<ExemplarSharing>;
  sharingReason: string | null;
  sharingAt: string | null;
  version: Generated<number>;
}
export type ExemplarRow = Selectable<ExemplarTable>;
export type NewExemplar = Insertable<ExemplarTable>;
