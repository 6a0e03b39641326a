import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { ReportFields } from '#server/conferences/pack/report-fields.ts';

/** A Word file with its fields filled. A field that the program does not know stays visible as «field». Blocks its thread. */
export function fillReport(template: Uint8Array, fields: ReportFields): Uint8Array {
  const document = new Docxtemplater(new PizZip(template), {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    nullGetter: (part: { module?: string; value?: string }) => (part.module ? '' : `«${part.value}»`),
  });
  document.render(fields);
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}
