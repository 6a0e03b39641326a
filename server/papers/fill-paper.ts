import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { PaperFields } from '#shared/papers/paper-names.ts';

/** A Word file with its names filled. A name that the program does not know stays visible as «name». Blocks its thread. */
export function fillPaper(template: Uint8Array, fields: PaperFields): Uint8Array {
  const document = new Docxtemplater(new PizZip(template), {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    nullGetter: (part: { module?: string; value?: string }) => (part.module ? '' : `«${part.value}»`),
  });
  document.render(fields);
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}
