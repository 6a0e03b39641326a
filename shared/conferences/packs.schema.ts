import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { idOf } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';

/** Papers of a pack that are written in Word. */
export const packPaper = z.enum(['report', 'figures', 'awards', 'programme']);
export type PackPaper = z.infer<typeof packPaper>;
export const PACK_PAPERS = packPaper.options;
export const PACK_PAPER_LABELS: Readonly<Record<PackPaper, Localized>> = {
  report: { vi: 'Báo cáo tổng kết', en: 'Summary report' },
  figures: { vi: 'Phụ lục số liệu', en: 'Annex of figures' },
  awards: { vi: 'Danh sách đề nghị khen thưởng', en: 'List of proposed awards' },
  programme: { vi: 'Chương trình Hội nghị', en: 'Programme' },
};

/** All papers that can have a template of the office: those of the pack, and the invitation (Giấy mời). */
export const templatePaper = z.enum([...packPaper.options, 'invitation']);
export type TemplatePaper = z.infer<typeof templatePaper>;
export const TEMPLATE_PAPERS = templatePaper.options;
export const TEMPLATE_PAPER_LABELS: Readonly<Record<TemplatePaper, Localized>> = {
  ...PACK_PAPER_LABELS,
  invitation: { vi: 'Giấy mời', en: 'Invitation' },
};

export type TemplateStatus = 'checked' | 'in-use' | 'former';

/** What a pack holds and why something is not in it, Vietnamese as on the list in it. */
export type PackContents = { papers: { file: string; template: string }[]; missing: string[] };

/** Versions nobody sent, counted from the newest, that are kept. */
export const UNSENT_PACKS_KEPT = 5;
export const PACK_FORMER_SHOWN = 10;

export const packId = idOf('ConferencePack');
export type PackId = z.infer<typeof packId>;
export const templateId = idOf('PaperTemplate');
export type TemplateId = z.infer<typeof templateId>;

const text = (most: number) => z.string().check(z.maxLength(most));
const idempotencyKey = z.uuid();
const seenVersion = z.int().check(z.minimum(1));

export const makePackInput = z.strictObject({ clusterYearId, idempotencyKey });
export type MakePack = z.infer<typeof makePackInput>;
export const markPackSent = z.strictObject({
  id: packId,
  seenVersion,
  sentTo: z.string().check(z.minLength(1), z.maxLength(1000)),
  note: text(1000),
});
export type MarkPackSent = z.infer<typeof markPackSent>;
export const useTemplate = z.strictObject({ clusterYearId, id: templateId, seenVersion });
export type UseTemplate = z.infer<typeof useTemplate>;
/** Back to the template that comes with the program; `id`: of the one in use. */
export const useBuiltIn = z.strictObject({ clusterYearId, id: templateId, seenVersion });

/** Of the addresses of files: `built-in` stands for the template that comes with the program. */
export const templateAddress = z.strictObject({
  clusterYearId,
  paper: templatePaper,
  id: z.union([z.literal('built-in'), templateId]),
});
export type TemplateAddress = z.infer<typeof templateAddress>;
export const templatePlace = z.strictObject({ clusterYearId, paper: templatePaper });
