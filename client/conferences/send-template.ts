import { REQUEST_HEADERS } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import type { ReasonText } from '#client/core/problem.ts';
import type { TemplatePaper } from '#shared/conferences/packs.schema.ts';

type Answer = { code?: string; text?: string; reasons?: ReasonText[] };

/** Sends a Word file as a template. Undefined: taken; otherwise why not, no reasons at all when no answer came. */
export async function sendTemplate(
  clusterYearId: string,
  paper: TemplatePaper,
  file: File,
): Promise<readonly ReasonText[] | undefined> {
  try {
    const answer = await fetch(here(`/files/conference-templates/${encodeURIComponent(clusterYearId)}/${paper}`), {
      method: 'PUT',
      headers: { ...REQUEST_HEADERS, 'x-file-name': encodeURIComponent(file.name) },
      body: file,
      credentials: 'same-origin',
    });
    if (answer.ok) return undefined;
    const { code, text, reasons } = (await answer.json().catch(() => ({}))) as Answer;
    if (reasons && reasons.length > 0) return reasons;
    return [{ code: code ?? String(answer.status), text: text ?? `HTTP ${answer.status}` }];
  } catch {
    return [];
  }
}

export const templateFile = (clusterYearId: string, paper: TemplatePaper, id: string): string =>
  here(`/print/conference-templates/${clusterYearId}/${paper}/${id}`);
export const namesFile = (clusterYearId: string, kind: 'docx' | 'txt'): string =>
  here(`/print/conference-names/${clusterYearId}.${kind}`);
