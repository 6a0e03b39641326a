import { Worker } from 'node:worker_threads';
import { typstIsInstalled } from '#server/core/typst.ts';
import type { viewPledge } from '#server/pledges/pledge-view.service.ts';
import type { PledgePaper } from '#server/pledges/print/pledge-compiler.ts';
import { formatDate, longDate, vietnamDate } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { refuseIf } from '#shared/core/refusal.ts';
import { TRAINING_MARK } from '#shared/core/training-mark.ts';
import { PLEDGE_STATUS_LABELS } from '#shared/pledges/pledges.schema.ts';

type View = Awaited<ReturnType<typeof viewPledge>>;
type Shown = Extract<View, { pledge: { id: string } }>;

const WORKER = new URL('./print/pledge-print-worker.ts', import.meta.url);
const TIMEOUT_MS = 60_000;
/** A4 on its long side without margins, number and name of the indicator. */
const FIGURES_MM = 175;
const WIDEST_MM = 24;
/** More members across than this are too narrow to read. */
const MOST_ACROSS = 12;

let last: Promise<unknown> = Promise.resolve();

/**
 * The pledge as a PDF, one at a time in a thread of its own.
 *
 * @throws Refusal when this machine cannot print
 */
export function printPledge(view: Shown, demo: boolean | 'training'): Promise<Uint8Array> {
  if (!typstIsInstalled()) refuseIf([{ code: 'pledge.print-platform' }]);
  const printing = last.then(() => compiled(paperOf(view, demo)));
  last = printing.catch(() => undefined);
  return printing;
}

function compiled(paper: PledgePaper): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: paper, name: 'pledge-printer' });
    const timer = setTimeout(() => void worker.terminate(), TIMEOUT_MS);
    worker
      .once('message', (pdf: Uint8Array) => resolve(pdf))
      .once('error', reject)
      .once('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`The pledge printer ended with code ${code}`)); // after an answer this changes nothing
      });
  });
}

/** What the paper shows; texts in NFC, for decomposed letters look right but nobody finds them. Pure. */
export function paperOf({ clusterYear, members, pledge }: Shown, demo: boolean | 'training'): PledgePaper {
  const { status, contentHash, publishedOn, place, frozenAt } = pledge;
  const isDraft = status === 'draft' || status === 'consulting';
  const dated = publishedOn === null ? 'ngày … tháng … năm …' : longDate(publishedOn);
  const paper: PledgePaper = {
    title: `Giao ước thi đua năm ${clusterYear.year}`,
    author: clusterYear.clusterName,
    demo: demo !== false,
    words: {
      demo: demo === 'training' ? TRAINING_MARK : 'BẢN MINH HỌA',
      foot: contentHash
        ? `Mã nội dung (SHA-256): ${contentHash}`
        : `Bản ${PLEDGE_STATUS_LABELS[status].vi.toLowerCase()}, nội dung chưa thống nhất`,
      page: 'Trang',
      number: 'STT',
      indicator: 'Chỉ tiêu (đơn vị tính)',
      annexBelow: '(Chỉ tiêu của từng đơn vị: Phụ lục kèm theo.)',
      annex: 'PHỤ LỤC',
      annexOf: `(Kèm theo Giao ước thi đua năm ${clusterYear.year})`,
    },
    heading: {
      organ: clusterYear.clusterName.toUpperCase(),
      country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      motto: 'Độc lập - Tự do - Hạnh phúc',
      placeAndDate: place ? `${place}, ${dated}` : dated,
      title: 'GIAO ƯỚC THI ĐUA',
      about: `Năm ${clusterYear.year}`,
      draft: isDraft ? '(Dự thảo)' : null,
    },
    paragraphs: pledge.jointText
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    closing:
      frozenAt === null
        ? null
        : `Nội dung và chỉ tiêu đã được các đơn vị thống nhất ngày ${formatDate(vietnamDate(new Date(frozenAt)))}.`,
    table: {
      title: 'ĐĂNG KÝ CHỈ TIÊU THI ĐUA',
      parts: partsOf(members.length).map(([from, to]) => ({
        heads: [...members.slice(from, to).map(({ name }) => name), 'Toàn cụm'],
        width: Math.min(WIDEST_MM, Math.floor(FIGURES_MM / (to - from + 1))),
        rows: pledge.indicators.map(({ name, unitOfMeasure, decimals, targets, total }) => ({
          name: `${name} (${unitOfMeasure})`,
          figures: [...targets.slice(from, to), total.value].map((value) =>
            value === null ? '–' : formatScaled(value, decimals),
          ),
        })),
      })),
      note: 'Dấu “–”: không giao chỉ tiêu, hoặc không cộng gộp.',
    },
    signing: {
      title: 'ĐẠI DIỆN CÁC ĐƠN VỊ KÝ KẾT',
      across: acrossOf(pledge.signatures.length),
      blocks: pledge.signatures.map(({ unitId, signedOn, capacity, signatoryName, name }) => ({
        unit: (members.find((one) => one.unitId === unitId)?.fullName ?? name).toUpperCase(),
        capacity: capacity ? capacity.split(/,\s*/) : [],
        name: signatoryName ?? '',
        state: signedOn === null ? 'Chưa ký' : `Đã ký ngày ${formatDate(signedOn)}`,
      })),
    },
    createdAt: Date.parse(frozenAt ?? `${clusterYear.year}-01-01T00:00:00Z`) / 1000,
  };
  return normalized(paper);
}

/** Members from, to: as few sheets as can be read, as evenly filled as can be. */
function partsOf(count: number): [from: number, to: number][] {
  const across = Math.ceil(count / Math.max(1, Math.ceil(count / MOST_ACROSS)));
  const sheets = Math.max(1, Math.ceil(count / Math.max(1, across)));
  return Array.from({ length: sheets }, (_, at) => [at * across, Math.min(count, (at + 1) * across)]);
}

/** So many signatures to a line that none stands alone below the others where that can be: two, three or four. */
function acrossOf(count: number): number {
  if (count === 2 || count === 4) return 2;
  return count > 3 && count % 3 === 1 ? 4 : 3;
}

function normalized<Value>(value: Value): Value {
  if (typeof value === 'string') return value.normalize('NFC') as Value;
  if (Array.isArray(value)) return value.map(normalized) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, normalized(one)])) as Value;
}
