import type { inferRouterOutputs } from '@trpc/server';
import { type AppRouter, REQUEST_HEADERS } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import type { ReasonText } from '#client/core/problem.ts';
import type { ReadWorkbook } from '#shared/reports/workbook.schema.ts';

export type WorkbookDiff = inferRouterOutputs<AppRouter>['reports']['compareWorkbook'];
export type DiffCell = WorkbookDiff['cells'][number];

/** What the server made of a form: the sealed reading, what it would change, and what could not be read. */
export type UploadedWorkbook = {
  workbook: ReadWorkbook;
  diff: WorkbookDiff;
  /** `address`: 'G12', '12' for a whole row, '' for a row that is gone. */
  problems: readonly { address: string; indicator: string; code: string; text: string }[];
  usedBefore: { at: string; by: string } | null;
};

/** The answer, or why not; no reasons at all when no answer came. */
type Answered<Result> = { ok: true; result: Result } | { ok: false; reasons: readonly ReasonText[] };

const addressOf = (reportId: string) => here(`/imports/workbooks/${encodeURIComponent(reportId)}`);

/** Saves the form of the report as a file. */
export async function fetchWorkbook(reportId: string): Promise<Answered<null>> {
  return asked(addressOf(reportId), {}, async (answer) => {
    const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await answer.blob());
    link.download = encoded === undefined ? 'bieu-mau.xlsx' : decodeURIComponent(encoded);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return null;
  });
}

/** Sends a filled form to be read; nothing is saved by it. */
export function sendWorkbook(reportId: string, file: File): Promise<Answered<UploadedWorkbook>> {
  const headers = { 'x-file-name': encodeURIComponent(file.name) };
  return asked(
    addressOf(reportId),
    { method: 'PUT', headers, body: file },
    (answer) => answer.json() as Promise<UploadedWorkbook>,
  );
}

async function asked<Result>(
  address: string,
  { headers, ...options }: RequestInit & { headers?: Record<string, string> },
  read: (answer: Response) => Promise<Result>,
): Promise<Answered<Result>> {
  try {
    const answer = await fetch(address, {
      ...options,
      headers: { ...REQUEST_HEADERS, ...headers },
      credentials: 'same-origin',
    });
    if (answer.ok) return { ok: true, result: await read(answer) };
    const body = (await answer.json().catch(() => ({}))) as { code?: string; text?: string; reasons?: ReasonText[] };
    if (body.reasons && body.reasons.length > 0) return { ok: false, reasons: body.reasons };
    return { ok: false, reasons: body.text ? [{ code: body.code ?? String(answer.status), text: body.text }] : [] };
  } catch {
    return { ok: false, reasons: [] };
  }
}
