import { parentPort, workerData } from 'node:worker_threads';
import PizZip from 'pizzip';
import { fillReport } from '#server/conferences/pack/fill-report.ts';
import type { ReportFields } from '#server/conferences/pack/report-fields.ts';
import { reportTemplate } from '#server/conferences/pack/report-template.ts';

/** What one pack is made of. */
export type PackOrder = { fields: ReportFields; pledge: Uint8Array | null; list: string };

const { fields, pledge, list } = workerData as PackOrder;
const zip = new PizZip();
zip.file('1. Báo cáo tổng kết.docx', fillReport(reportTemplate(), fields));
if (pledge) zip.file('2. Giao ước thi đua.pdf', pledge);
zip.file('Danh sách tài liệu.txt', list);
parentPort?.postMessage(zip.generate({ type: 'uint8array', compression: 'DEFLATE' }));
