import { parentPort, workerData } from 'node:worker_threads';
import PizZip from 'pizzip';
import { guardDocx } from '#server/papers/docx-guard.ts';
import { fillPaper } from '#server/papers/fill-paper.ts';
import { checkTemplate } from '#server/papers/template-check.ts';
import type { Reason } from '#shared/core/reason.ts';
import { Refusal } from '#shared/core/refusal.ts';
import type { PaperFields, PaperName } from '#shared/papers/paper-names.ts';

/** What one run shall do. */
export type PapersOrder =
  | { task: 'fill'; template: Uint8Array; fields: PaperFields }
  | { task: 'check'; template: Uint8Array; name: string; names: readonly PaperName[] }
  | { task: 'bundle'; files: readonly BundleFile[] };
/** A file of a bundle: as it is, or filled first. */
export type BundleFile = { name: string } & (
  | { content: Uint8Array | string }
  | { template: Uint8Array; fields: PaperFields }
);
export type PapersAnswer = { bytes: Uint8Array } | { reasons: readonly Reason[] };

const order = workerData as PapersOrder;

async function answer(): Promise<PapersAnswer> {
  if (order.task === 'fill') return { bytes: fillPaper(order.template, order.fields) };
  if (order.task === 'bundle') {
    const zip = new PizZip();
    for (const file of order.files)
      zip.file(file.name, 'content' in file ? file.content : fillPaper(file.template, file.fields));
    return { bytes: zip.generate({ type: 'uint8array', compression: 'DEFLATE' }) };
  }
  try {
    const texts = await guardDocx(order.template, order.name);
    return { reasons: checkTemplate(order.template, texts, order.names) };
  } catch (error) {
    if (error instanceof Refusal) return { reasons: error.reasons };
    throw error;
  }
}

parentPort?.postMessage(await answer());
