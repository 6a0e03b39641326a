import type { Generated, Insertable, Selectable } from 'kysely';
import type { TemplatePaper, TemplateStatus } from '#shared/conferences/packs.schema.ts';

/** Bộ tài liệu Hội nghị: one version as it was made. Once sent it never changes. */
export interface ConferencePackTable {
  id: string;
  clusterYearId: string;
  /** Counts the versions of a year from 1. */
  number: number;
  fileId: string;
  sha256: string;
  sizeBytes: number;
  /** JSON of PackContents. */
  contents: string;
  madeAt: string;
  madeByName: string;
  sentAt: string | null;
  sentByName: string | null;
  sentTo: string | null;
  sentNote: string | null;
  /** Cleared away; the row stays for the number. */
  removedAt: string | null;
  version: Generated<number>;
}
export type ConferencePackRow = Selectable<ConferencePackTable>;
export type NewConferencePack = Insertable<ConferencePackTable>;

/** Mẫu Word of a unit for a paper of a cluster that it leads, an invitation among them. */
export interface PaperTemplateTable {
  id: string;
  unitId: string;
  clusterId: string;
  paper: TemplatePaper;
  fileId: string;
  status: TemplateStatus;
  uploadedAt: string;
  uploadedByName: string;
  usedFrom: string | null;
  version: Generated<number>;
}
export type PaperTemplateRow = Selectable<PaperTemplateTable>;
export type NewPaperTemplate = Insertable<PaperTemplateTable>;
