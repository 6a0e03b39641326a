import { REQUEST_HEADERS } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import type { ReasonText } from '#client/core/problem.ts';
import type { ImportKind, ImportTarget } from '#shared/imports/imports.schema.ts';

/** The id of the new import, or why not; no reasons at all when no answer came. */
export type Sent = { id: string } | { id: null; reasons: readonly ReasonText[] };

/** Sends one workbook as it is; the server answers once it is stored and reads it afterwards. */
export async function sendImport({ kind, ...scope }: ImportTarget, file: File): Promise<Sent> {
  const query = new URLSearchParams(
    Object.entries(scope).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]])),
  );
  try {
    const answer = await fetch(here(`/imports/${kind}?${query}`), {
      method: 'PUT',
      headers: { ...REQUEST_HEADERS, 'x-file-name': encodeURIComponent(file.name) },
      body: file,
      credentials: 'same-origin',
    });
    const body = (await answer.json().catch(() => ({}))) as Answer;
    return answer.ok && body.id ? { id: body.id } : { id: null, reasons: reasonsOf(answer, body) };
  } catch {
    return { id: null, reasons: [] };
  }
}

type Answer = { id?: string; code?: string; text?: string; reasons?: ReasonText[] };

/** What the server said, or a proxy in front of it that knows no reasons of ours. */
function reasonsOf({ status }: Response, { code, text, reasons }: Answer): readonly ReasonText[] {
  if (reasons && reasons.length > 0) return reasons;
  return text ? [{ code: code ?? String(status), text }] : [];
}

export const templateAddress = (kind: ImportKind): string => here(`/imports/template/${kind}`);
/** The same workbook with the bad rows only, their cells marked and explained. */
export const badRowsAddress = (id: string): string => here(`/imports/${encodeURIComponent(id)}/bad-rows`);
/**
 * Saves the first passwords of the accounts made as a file. The server gives them out once and forgets them.
 *
 * @returns undefined when they are saved, otherwise why not; no reasons when no answer came
 */
export async function fetchPasswords(id: string): Promise<readonly ReasonText[] | undefined> {
  try {
    const answer = await fetch(here(`/imports/${encodeURIComponent(id)}/passwords`), {
      method: 'POST',
      headers: { ...REQUEST_HEADERS, 'content-type': 'application/json' },
      body: '{}',
      credentials: 'same-origin',
    });
    if (!answer.ok) return ((await answer.json().catch(() => ({}))) as { reasons?: ReasonText[] }).reasons ?? [];
    saveAs(await answer.blob(), fileNameOf(answer.headers.get('content-disposition')) ?? 'mat-khau-lan-dau.csv');
    return undefined;
  } catch {
    return [];
  }
}

function fileNameOf(disposition: string | null): string | undefined {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '') ?? [];
  return encoded === undefined ? undefined : decodeURIComponent(encoded);
}

function saveAs(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
