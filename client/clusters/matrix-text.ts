import type { Workspace } from '#client/clusters/workspace-types.ts';
import { CELL_WORDS } from '#shared/clusters/clusters.labels.ts';
import { MILESTONE_LABELS, milestone } from '#shared/clusters/clusters.schema.ts';
import { formatDate } from '#shared/core/dates.ts';
import type { Language } from '#shared/core/localized.ts';
import { fill } from '#shared/core/wording.ts';

/**
 * The matrix as text with tabs between columns: Excel and Word make a table of it, a chat message stays readable.
 * Two head lines say of what and of which day; a demo says that it is one.
 */
export function matrixText({ clusterYear, matrix, today }: Workspace, lang: Language): string {
  const words = {
    vi: { title: 'Bảng theo dõi tiến độ', year: 'năm thi đua', day: 'Đến ngày', unit: 'Đơn vị thành viên' },
    en: { title: 'Progress', year: 'emulation year', day: 'As of', unit: 'Member' },
  }[lang];
  const demo = { vi: 'DỮ LIỆU MINH HỌA, không có giá trị pháp lý', en: 'DEMONSTRATION DATA' }[lang];
  const head = [words.unit, ...milestone.options.map((one) => MILESTONE_LABELS[one][lang])];
  const rows = matrix.map(({ name, cells }) => [
    name,
    ...cells.map(({ code, facts }) => fill(CELL_WORDS[code]?.[lang] ?? code, facts)),
  ]);
  return [
    ...(clusterYear.isDemo === 1 ? [demo] : []),
    `${words.title}, ${clusterYear.clusterName}, ${words.year} ${clusterYear.year}`,
    `${words.day} ${formatDate(today)}`,
    ...[head, ...rows].map((cells) => cells.join('\t')),
  ].join('\n');
}
