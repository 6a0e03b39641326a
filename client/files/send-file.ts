import { REQUEST_HEADERS } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import type { ReasonText } from '#client/core/problem.ts';
import type { FileSubjectKind } from '#shared/files/files.schema.ts';

/** Undefined: done. Otherwise why not; an empty list when no answer came. */
export type FileOutcome = readonly ReasonText[] | undefined;

/** Sends one document as it is; no form encoding, so that nothing has to be unpacked. */
export function uploadFile(subjectKind: FileSubjectKind, subjectId: string, file: File): Promise<FileOutcome> {
  return send(here(`/files/${subjectKind}/${encodeURIComponent(subjectId)}`), {
    method: 'PUT',
    headers: { ...REQUEST_HEADERS, 'x-file-name': encodeURIComponent(file.name) },
    body: file,
  });
}

export function removeFile(id: string): Promise<FileOutcome> {
  return send(fileAddress(id), {
    method: 'DELETE',
    headers: { ...REQUEST_HEADERS, 'content-type': 'application/json' },
  });
}

export const fileAddress = (id: string): string => here(`/files/${encodeURIComponent(id)}`);

async function send(url: string, init: RequestInit): Promise<FileOutcome> {
  try {
    const answer = await fetch(url, { ...init, credentials: 'same-origin' });
    if (answer.ok) return undefined;
    const body = (await answer.json().catch(() => ({}))) as { reasons?: ReasonText[] };
    return body.reasons ?? [];
  } catch {
    return [];
  }
}
