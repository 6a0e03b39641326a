import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import yazl from 'yazl';
import { findYearsOf } from '#db/clusters/catalogue.queries.ts';
import { findClusterYear, findMembers } from '#db/clusters/clusters.queries.ts';
import {
  findConferencesOf,
  findDocumentsOf,
  findOpenCases,
  findPeopleOf,
} from '#db/clusters/hand-over-pack.queries.ts';
import { findYearIndicators } from '#db/indicators/indicators.queries.ts';
import { type HandOverTable, indicatorTable, memberTable, openCaseTable } from '#server/clusters/hand-over-sheets.ts';
import { plainDocx } from '#server/clusters/plain-docx.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { tableWorkbook } from '#server/exports/tables.service.ts';
import { contentPath } from '#server/files/files.service.ts';
import { pledgePdf } from '#server/pledges/pledge-paper.service.ts';
import { CHAIR_LABELS } from '#shared/clusters/clusters.labels.ts';
import type { ClusterKind } from '#shared/clusters/clusters.schema.ts';
import { formatDate, formatInstant, vietnamDate } from '#shared/core/dates.ts';
import { notFound } from '#shared/core/refusal.ts';
import { TRAINING_LINE } from '#shared/core/training-mark.ts';

const LONGEST_NAME = 120;

/** One file of the pack: its name there, what it is, and its content; without content it is only said to be missing. */
type Part = { name: string; what: string; add?: (zip: yazl.ZipFile, name: string) => void };

/**
 * Bộ hồ sơ bàn giao of a cluster, as it stands now: members and who to turn to, what the year asks for, what is
 * unfinished, minutes, pledges, documents, and a list that says what each file is and what is missing. It is written
 * into the log. The files go through the zip as streams and are packed outside the main thread.
 *
 * @throws Refusal cluster-year.not-found: a draft, or a cluster that another unit leads today
 */
export async function makeHandOverPack(
  ctx: ActorContext,
  clusterYearId: string,
): Promise<{ name: string; zip: Readable }> {
  const db = ctx.db.longReads;
  const today = vietnamDate(ctx.now());
  const year = await findClusterYear(db, ctx.access, clusterYearId);
  if (!year || year.status === 'draft') throw notFound('cluster-year');
  const [members, indicators, cases, conferences, years] = await Promise.all([
    findMembers(db, clusterYearId),
    findYearIndicators(db, clusterYearId),
    findOpenCases(db, year.clusterId, today),
    findConferencesOf(db, year.clusterId),
    findYearsOf(db, year.clusterId),
  ]);
  const people = await findPeopleOf(
    db,
    members.map(({ unitId }) => unitId),
    today,
  );
  const documents = await findDocumentsOf(
    db,
    year.clusterId,
    conferences.map(({ id }) => id),
  );

  const isDemo = ctx.demo || year.isDemo === 1;
  const madeLine = [
    `Lập lúc ${formatInstant(ctx.now().toISOString())}, người lập: ${ctx.actor.name}.`,
    isDemo && 'Dữ liệu minh họa.',
    ctx.training && TRAINING_LINE.vi,
  ]
    .filter(Boolean)
    .join(' ');
  const table = (title: string, { columns, rows }: HandOverTable) => ({
    add: (zip: yazl.ZipFile, name: string) => {
      const about = {
        office: year.clusterName,
        title: title.toLocaleUpperCase('vi'),
        filterLine: '',
        madeLine,
        columns,
      };
      zip.addReadStream(tableWorkbook(about, rows), name, { compress: false });
    },
  });
  const caseCount = cases.reports.length + cases.nominations.length + cases.tasks.length;
  const parts: Part[] = [
    {
      name: '1. Thành viên và người liên hệ.xlsx',
      what: `${members.length} đơn vị thành viên năm ${year.year}, người làm việc của từng đơn vị`,
      ...table(`Thành viên và người liên hệ năm ${year.year}`, memberTable(year, members, people)),
    },
    {
      name: `2. Chỉ tiêu năm ${year.year}.xlsx`,
      what: `${indicators.length} chỉ tiêu thành viên báo cáo, cách hiểu và cách tổng hợp`,
      ...table(`Chỉ tiêu năm ${year.year}`, indicatorTable(indicators)),
    },
    {
      name: '3. Việc còn mở.xlsx',
      what: `${caseCount} việc: ${cases.reports.length} báo cáo chưa tiếp nhận, ${cases.nominations.length} hồ sơ chưa có quyết định, ${cases.tasks.length} việc theo ý kiến chỉ đạo, đề nghị`,
      ...table('Việc còn mở', openCaseTable(cases)),
    },
  ];
  for (const { minutes, status, year: ofYear } of conferences) {
    const name = `4. Biên bản Hội nghị năm ${ofYear}.docx`;
    if (minutes.trim() === '') parts.push({ name, what: 'Hội nghị chưa có biên bản' });
    else
      parts.push({
        name,
        what: status === 'held' ? 'Biên bản đã chốt' : 'Biên bản đang soạn, chưa chốt',
        add: (zip, to) => zip.addReadStream(plainDocx(minutes), to, { compress: false }),
      });
  }
  if (conferences.length === 0) parts.push({ name: '4. Biên bản Hội nghị', what: 'chưa lập Hội nghị nào' });
  for (const one of years.filter(({ status }) => status !== 'draft').toReversed()) {
    const pdf = await pledgePdf(ctx, one.id);
    const name = `5. Giao ước thi đua năm ${one.year}.pdf`;
    if (pdf)
      parts.push({
        name,
        what: 'Giao ước, chỉ tiêu cam kết và chữ ký',
        add: (zip, to) => zip.addBuffer(Buffer.from(pdf), to),
      });
    else parts.push({ name, what: 'năm này chưa lập Giao ước, hoặc máy chủ không in được' });
  }
  parts.push(...(await documentParts(ctx, documents, new Map(conferences.map((one) => [one.id, one.year])))));

  await commit(ctx, async () => ({
    result: undefined,
    audit: [
      {
        action: 'cluster-year.hand-over-packed',
        subjectKind: 'cluster-year',
        subjectId: year.id,
        subjectLabel: year.name,
        clusterYearId: year.id,
      },
    ],
  }));
  const zip = new yazl.ZipFile();
  const out = zip.outputStream as Readable;
  // A content that went away meanwhile breaks this download, not the server.
  zip.on('error', (error: Error) => out.destroy(error));
  zip.addReadStream(plainDocx(listText(year, parts, madeLine)), '0. Danh mục bàn giao.docx', { compress: false });
  for (const { name, add } of parts) add?.(zip, name);
  zip.end();
  return { name: `Hồ sơ bàn giao ${year.shortName} năm ${year.year}.zip`, zip: out };
}

type Documents = Awaited<ReturnType<typeof findDocumentsOf>>;

async function documentParts(
  ctx: ActorContext,
  documents: Documents,
  yearOf: ReadonlyMap<string, number>,
): Promise<Part[]> {
  const numbers = new Map<string, number>();
  const parts: Part[] = [];
  for (const { subjectKind, subjectId, name, sha256, sizeBytes } of documents) {
    const ofCluster = subjectKind === 'cluster';
    const folder = ofCluster ? '6. Quy chế, kế hoạch của Cụm' : `7. Tài liệu Hội nghị năm ${yearOf.get(subjectId)}`;
    const number = (numbers.get(folder) ?? 0) + 1;
    numbers.set(folder, number);
    const to = `${folder}/${String(number).padStart(2, '0')}. ${safeName(name)}`;
    const path = contentPath(ctx, sha256);
    const isThere = await stat(path).then(
      (found) => found.size === sizeBytes,
      () => false,
    );
    if (isThere)
      parts.push({
        name: to,
        what: ofCluster ? 'Tài liệu của Cụm' : 'Tài liệu Hội nghị',
        add: (zip) => zip.addFile(path, to),
      });
    else parts.push({ name: to, what: 'nội dung tệp không còn nguyên trên máy chủ, hãy báo người quản trị' });
  }
  if (!numbers.has('6. Quy chế, kế hoạch của Cụm'))
    parts.push({ name: '6. Quy chế, kế hoạch của Cụm', what: 'chưa tải tài liệu nào lên trang của Cụm' });
  return parts;
}

/** A name that every system can unpack. */
function safeName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const plain = name.normalize('NFC').replace(/[\u0000-\u001F\\/:*?"<>|]/g, '-');
  if (plain.length <= LONGEST_NAME) return plain;
  const dot = plain.lastIndexOf('.');
  const tail = dot > 0 && plain.length - dot <= 6 ? plain.slice(dot) : '';
  return plain.slice(0, LONGEST_NAME - tail.length) + tail;
}

function listText(
  year: {
    year: number;
    clusterName: string;
    chairName: string;
    handOverOn: string | null;
    leaderName: string;
    clusterKind: ClusterKind;
  },
  parts: readonly Part[],
  madeLine: string,
): string {
  const missing = parts.filter(({ add }) => !add);
  return [
    'DANH MỤC HỒ SƠ BÀN GIAO',
    `${year.clusterName}, năm thi đua ${year.year}`,
    `Đơn vị đang phụ trách: ${year.leaderName}. ${CHAIR_LABELS[year.clusterKind].vi} năm ${year.year}: ${year.chairName}. Ngày bàn giao: ${
      year.handOverOn ? formatDate(year.handOverOn) : 'chưa ghi'
    }.`,
    '',
    'TRONG HỒ SƠ',
    ...parts.filter(({ add }) => add).map(({ name, what }) => `${name}: ${what}.`),
    ...(missing.length > 0 ? ['', 'CHƯA CÓ', ...missing.map(({ name, what }) => `${name}: ${what}.`)] : []),
    '',
    madeLine,
  ].join('\n');
}
