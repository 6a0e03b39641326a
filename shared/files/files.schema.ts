import * as z from 'zod/mini';
import { idOf } from '#shared/core/ids.ts';

export const fileId = idOf('File');
export type FileId = z.infer<typeof fileId>;

/** Records that can carry documents (tài liệu minh chứng). */
export const fileSubjectKind = z.enum([
  'cluster',
  'nomination',
  'report',
  'decision',
  'pledge-signature',
  'pledge-progress',
  'conference',
  'recommendation-task',
  'exemplar',
  'replication',
  'movement',
  'movement-confirmation',
  'recipient',
  'import',
]);
export type FileSubjectKind = z.infer<typeof fileSubjectKind>;

export const fileSubject = z.strictObject({ subjectKind: fileSubjectKind, subjectId: idOf('Subject') });
export type FileSubject = z.infer<typeof fileSubject>;

/** 20 MB: a scan of some hundred pages. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;

/** One document as lists show it. */
export type FileInfo = {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  createdAt: string;
  createdByName: string;
};

const OOXML = 'application/vnd.openxmlformats-officedocument';

/** What may be stored: endings of the name by what the content says it is. */
export const FILE_KINDS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  [`${OOXML}.wordprocessingml.document`]: ['docx'],
  [`${OOXML}.spreadsheetml.sheet`]: ['xlsx'],
  // Word and Excel before 2007 share one container; the name tells them apart.
  'application/x-cfb': ['doc', 'xls'],
};

/** Kinds of paper that are a picture of something signed and sealed, not a file one can go on writing in. */
const SCAN_KINDS = ['application/pdf', 'image/png', 'image/jpeg'];
const SCANS_ONLY: readonly FileSubjectKind[] = ['pledge-signature'];

/** Whether a record takes scans only: PDF and images. */
export const takesScansOnly = (kind: FileSubjectKind): boolean => SCANS_ONLY.includes(kind);

/** What a record of this kind takes: endings of the name by what the content says it is. */
export function kindsFor(kind: FileSubjectKind): Readonly<Record<string, readonly string[]>> {
  if (!takesScansOnly(kind)) return FILE_KINDS;
  return Object.fromEntries(Object.entries(FILE_KINDS).filter(([mime]) => SCAN_KINDS.includes(mime)));
}

/** For the file dialog of the browser. */
export const acceptedEndings = (kind: FileSubjectKind): string[] =>
  Object.values(kindsFor(kind))
    .flat()
    .map((ending) => `.${ending}`);

const LONGEST_NAME = 150;

/**
 * The name a document keeps: NFC, without folders, control signs and the direction marks that make
 * "gpj.exe" read as something else; shortened before its ending. Empty when nothing is left.
 */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim();
  if (/^\.*$/.test(name)) return '';
  if (name.length <= LONGEST_NAME) return name;
  const ending = endingOf(name);
  const rest = name.slice(0, name.length - ending.length - 1);
  // Cutting may split a letter beyond the basic plane; half of one is no text.
  return `${rest.slice(0, LONGEST_NAME - ending.length - 1).replace(/\p{Cs}/gu, '')}.${ending}`;
}

/** 'Báo cáo.PDF' → 'pdf'; '' without an ending. */
export function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
