import { Worker } from 'node:worker_threads';
import { packSource } from '#server/conferences/pack/pack-source.ts';
import type { PackOrder } from '#server/conferences/pack/pack-worker.ts';
import { reportFields } from '#server/conferences/pack/report-fields.ts';
import type { ActorContext } from '#server/core/context.ts';
import { pledgePdf } from '#server/pledges/pledge-paper.service.ts';

const WORKER = new URL('./pack-worker.ts', import.meta.url);
const TIMEOUT_MS = 60_000;

/**
 * The papers of a conference as they stand now, as a .zip: the summary report as a Word file, the pledge as a PDF
 * where there is one, and a list that says what is missing.
 *
 * @throws Refusal cluster-year.not-found
 */
export async function makePack(ctx: ActorContext, clusterYearId: string): Promise<{ name: string; zip: Uint8Array }> {
  const source = await packSource(ctx, clusterYearId);
  const pledge = await pledgePdf(ctx, clusterYearId);
  const { year, clusterName } = source.conference.clusterYear;
  const list = [
    `Tài liệu Hội nghị năm ${year}, ${clusterName}`,
    '',
    '1. Báo cáo tổng kết.docx: phong trào, chỉ tiêu, điển hình, đề nghị khen thưởng, kiến nghị, số liệu, chương trình',
    pledge
      ? '2. Giao ước thi đua.pdf'
      : 'Chưa có: Giao ước thi đua (năm này chưa lập Giao ước, hoặc máy chủ không in được)',
    ...(source.conference.conference ? [] : ['Chưa có: Chương trình Hội nghị (chưa lập Hội nghị)']),
    'Chưa có: Bảng xếp hạng (chưa chấm điểm trong hệ thống)',
  ].join('\r\n');
  const zip = await zipped({ fields: reportFields(source), pledge, list });
  return { name: `Tài liệu Hội nghị năm ${year}.zip`, zip };
}

function zipped(order: PackOrder): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: order, name: 'conference-pack' });
    const timer = setTimeout(() => void worker.terminate(), TIMEOUT_MS);
    worker
      .once('message', (zip: Uint8Array) => resolve(zip))
      .once('error', reject)
      .once('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`The maker of packs ended with code ${code}`)); // after an answer this changes nothing
      });
  });
}
