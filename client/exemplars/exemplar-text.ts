import type { Exemplar } from '#client/exemplars/exemplar-types.ts';
import { type EffectRow, effectText } from '#shared/exemplars/effects.schema.ts';
import { EXEMPLAR_KIND_LABELS } from '#shared/exemplars/exemplars.schema.ts';

type Facts = Pick<
  Exemplar,
  | 'title'
  | 'kind'
  | 'presenter'
  | 'place'
  | 'field'
  | 'story'
  | 'source'
  | 'unitName'
  | 'year'
  | 'clusterName'
  | 'isDemo'
  | 'effects'
>;

/** The exemplar for Word or Zalo. An official wording, so Vietnamese whatever the screen speaks. */
export function exemplarText(exemplar: Facts): string {
  const { title, kind, presenter, place, field, story, source, unitName, year, clusterName, isDemo } = exemplar;
  const facts = [
    title,
    EXEMPLAR_KIND_LABELS[kind].vi,
    presenter && `Người giới thiệu: ${presenter}`,
    place && `Địa chỉ: ${place}`,
    field && `Lĩnh vực: ${field}`,
    `Đơn vị: ${unitName}, năm ${year} (${clusterName})`,
  ];
  const foot = [source && `Nguồn: ${source}`, isDemo === 1 && !source && '(dữ liệu minh họa)'];
  const effects = exemplar.effects.length > 0 ? ['Hiệu quả bằng số:', ...exemplar.effects.map(effectLine)] : [];
  return [facts, [story], effects, foot]
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n');
}

function effectLine(row: EffectRow): string {
  return `- ${effectText(row)}${row.source && ` (${row.source})`}`;
}
