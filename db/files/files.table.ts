import type { Insertable, Selectable } from 'kysely';

/** A stored file, named by its SHA-256 on disk. */
export interface FileTable {
  id: string;
  sha256: string;
  sizeBytes: number;
  mediaType: string;
  name: string;
  subjectKind: string;
  subjectId: string;
  unitId: string | null;
  createdBy: string;
  createdAt: string;
  removedAt: string | null;
}
export type FileRow = Selectable<FileTable>;
export type NewFile = Insertable<FileTable>;
