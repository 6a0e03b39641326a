import { REQUEST_HEADERS } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import type { ReasonText } from '#client/core/problem.ts';
import type { FileSubjectKind } from '#shared/files/files.schema.ts';

/** Undefined: done. Otherwise why not; an empty list when no answer came. */
export type FileOutcome = readonly ReasonText[] | undefined;

/** The id of the document that was taken, or why it was not. */
export type Uploaded = { id: string } | { refused: readonly ReasonText[] };

/** Sends one document as it is; no form encoding, so that nothing has to be unpacked. */
export function uploadFile(subjectKind: FileSubjectKind, subjectId: string, file: File): Promise<Uploaded> {
  return answerTo(here(`/files/${subjectKind}/${encodeURIComponent(subjectId)}`), {
    method: 'PUT',
    headers: { ...REQUEST_HEADERS, 'x-file-name': encodeURIComponent(file.name) },
    body: file,
  });
}

export async function removeFile(id: string): Promise<FileOutcome> {
  const answer = await answerTo(fileAddress(id), {
    method: 'DELETE',
    headers: { ...REQUEST_HEADERS, 'content-type': 'application/json' },
  });
  return 'refused' in answer ? answer.refused : undefined;
}

export const fileAddress = (id: string): string => here(`/files/${encodeURIComponent(id)}`);

async function answerTo(url: string, init: RequestInit): Promise<Uploaded> {
  try {
    const answer = await fetch(url, { ...init, credentials: 'same-origin' });
    const body = (await answer.json().catch(() => ({}))) as { id?: string; reasons?: ReasonText[] };
    return answer.ok ? { id: body.id ?? '' } : { refused: body.reasons ?? [] };
  } catch {
    return { refused: [] };
  }
}
