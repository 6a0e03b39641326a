import * as fs from 'node:fs/promises';
import { listTemplates, type TemplateOfUnit } from '#db/conferences/packs.queries.ts';
import { builtInTemplate } from '#server/conferences/pack/built-in-templates.ts';
import { packSource } from '#server/conferences/pack/pack-source.ts';
import { packYear } from '#server/conferences/pack/packs.policy.ts';
import { type ReportFields, reportFields } from '#server/conferences/pack/report-fields.ts';
import type { ActorContext } from '#server/core/context.ts';
import { contentPath } from '#server/files/files.service.ts';
import { bundleOf } from '#server/papers/papers.service.ts';
import { pledgeDocx, pledgePdf } from '#server/pledges/pledge-paper.service.ts';
import {
  PACK_PAPER_LABELS,
  PACK_PAPERS,
  type PackContents,
  type TemplatePaper,
} from '#shared/conferences/packs.schema.ts';

/** What steps making a pack has, for how far it is. */
export const PACK_STEPS = 3;
export const BUILT_IN_NAME = 'mẫu của hệ thống';

/** Parts of the summary report for which the members may have written nothing, and what would fill them. */
const OPEN_PARTS = [
  ['Tình hình chung', ['tinh_hinh']],
  ['Hạn chế, nguyên nhân', ['han_che']],
  ['Phương hướng, nhiệm vụ', ['giao_uoc_loi', 'phuong_huong']],
] as const satisfies readonly (readonly [string, readonly (keyof ReportFields)[]])[];

/**
 * The papers of a conference as they stand now, as a .zip: Word files from the templates in use, the pledge where there
 * is one, and a list that says what is missing.
 *
 * @param onStep after each of PACK_STEPS
 * @throws Refusal cluster-year.not-found
 */
export async function makePack(
  ctx: ActorContext,
  clusterYearId: string,
  { onStep, signal }: { onStep?: (done: number) => void; signal?: AbortSignal } = {},
): Promise<{ name: string; zip: Uint8Array; contents: PackContents }> {
  const year = await packYear(ctx, ctx.db.reads, clusterYearId);
  const source = await packSource(ctx, clusterYearId);
  onStep?.(1);
  const [pledgeWord, pledgePrint] = [await pledgeDocx(ctx, clusterYearId), await pledgePdf(ctx, clusterYearId)];
  onStep?.(2);
  const inUse = (await listTemplates(ctx.db.reads, year.leadingUnitId, year.clusterId)).filter(
    ({ status }) => status === 'in-use',
  );
  const fields = await reportFields(source);
  const open = OPEN_PARTS.filter(([, names]) => names.every((name) => fields[name].length === 0)).map(([part]) => part);
  const missing = [
    ...(open.length > 0 ? [`Nội dung trong Báo cáo tổng kết: ${open.join('; ')} (có dòng để ghi thêm)`] : []),
    ...(pledgeWord ? [] : ['Giao ước thi đua (năm này chưa lập Giao ước)']),
    ...(pledgeWord && !pledgePrint ? ['Giao ước thi đua bản PDF (máy chủ không in được)'] : []),
    ...(source.conference.conference ? [] : ['Chương trình Hội nghị (chưa lập Hội nghị)']),
    'Bảng xếp hạng (chưa chấm điểm trong hệ thống)',
  ];
  const papers = PACK_PAPERS.filter((paper) => paper !== 'programme' || source.conference.conference);
  const files = await Promise.all(
    papers.map(async (paper, index) => {
      const template = inUse.find((one) => one.paper === paper);
      return {
        file: `${index + 1}. ${PACK_PAPER_LABELS[paper].vi}.docx`,
        template: template?.fileName ?? BUILT_IN_NAME,
        bytes: await templateBytes(ctx, paper, template),
      };
    }),
  );
  const pledges = [
    ...(pledgeWord ? [{ ending: 'docx', content: pledgeWord }] : []),
    ...(pledgePrint ? [{ ending: 'pdf', content: pledgePrint }] : []),
  ].map(({ ending, content }) => ({ name: `${files.length + 1}. Giao ước thi đua.${ending}`, content }));
  const contents: PackContents = {
    papers: [
      ...files.map(({ file, template }) => ({ file, template })),
      ...pledges.map(({ name }) => ({ file: name, template: '' })),
    ],
    missing,
  };
  const list = listOf(`Tài liệu Hội nghị năm ${year.year}, ${year.clusterName}`, contents);
  const zip = await bundleOf(
    [
      ...files.map(({ file, bytes }) => ({ name: file, template: bytes, fields })),
      ...pledges,
      { name: 'Danh sách tài liệu.txt', content: list },
    ],
    signal,
  );
  onStep?.(PACK_STEPS);
  return { name: `Tài liệu Hội nghị năm ${year.year}.zip`, zip, contents };
}

/** The bytes of a template; without one that of the program. */
export async function templateBytes(
  ctx: ActorContext,
  paper: TemplatePaper,
  template: TemplateOfUnit | undefined,
): Promise<Uint8Array> {
  return template ? fs.readFile(contentPath(ctx, template.sha256)) : builtInTemplate(paper);
}

const listOf = (title: string, { papers, missing }: PackContents) =>
  [title, '', ...papers.map(({ file }) => file), ...missing.map((one) => `Chưa có: ${one}`)].join('\r\n');
