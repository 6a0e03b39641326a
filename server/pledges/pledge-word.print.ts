import {
  cell,
  officialHeading,
  paragraph,
  row,
  sectionEnd,
  TEXT_WIDTH,
  table,
  wordFile,
  xmlText,
} from '#server/papers/word-file.print.ts';
import type { PledgePaper } from '#server/pledges/print/pledge-compiler.ts';

const NUMBER_WIDTH = 700;
/** More columns of figures than this are too narrow to read on a sheet that lies. */
const MOST_ACROSS = 13;
const BLOCKS_ACROSS = 3;

const p = (text: string, style: Parameters<typeof paragraph>[1] = {}) => paragraph(xmlText(text), style);

/**
 * The pledge as a Word file for who signs and files in Word: the same words and figures as the PDF, in the layout of
 * Decree 30/2020/NĐ-CP; the text upright, the targets and signatures on sheets that lie. Its code stands under it; what
 * is changed in Word no longer belongs to that code.
 */
export function pledgeWord({ heading, words, demo, paragraphs, closing, table: targets, signing }: PledgePaper) {
  const text = [
    officialHeading({ organ: xmlText(heading.organ), placeAndDate: xmlText(heading.placeAndDate) }),
    ...(demo ? [p(words.demo, { italic: true, size: 26, align: 'center' })] : []),
    p(''),
    p(heading.title, { bold: true, align: 'center' }),
    p(heading.about, { bold: true, align: 'center' }),
    ...(heading.draft === null ? [] : [p(heading.draft, { italic: true, align: 'center' })]),
    p(''),
    ...paragraphs.map((line) => p(line)),
    ...(closing === null ? [] : [p(closing)]),
    p(words.foot, { size: 20, indent: false }),
    sectionEnd('upright'),
  ];
  const appendix = [
    p(targets.title, { bold: true, align: 'center' }),
    ...(demo ? [p(words.demo, { italic: true, size: 26, align: 'center' })] : []),
    p(''),
    targets.heads.length <= MOST_ACROSS ? acrossTable(targets, words) : downTable(targets, words),
    p(targets.note, { italic: true, size: 24, indent: false }),
    p(''),
    p(signing.title, { bold: true, align: 'center' }),
    p(''),
    signingTable(signing.blocks),
  ];
  return wordFile([...text, ...appendix], 'lying');
}

type Targets = PledgePaper['table'];
type Words = PledgePaper['words'];

const small = (text: string, align: 'center' | 'right' | 'left') => p(text, { size: 22, align, indent: false });
const head = (text: string) => p(text, { bold: true, size: 22, align: 'center' });

/** Indicators down, members across, as in the PDF. */
function acrossTable({ heads, rows }: Targets, words: Words): string {
  const figure = Math.floor((TEXT_WIDTH.lying * 0.66) / heads.length);
  const name = TEXT_WIDTH.lying - NUMBER_WIDTH - figure * heads.length;
  const widths = [NUMBER_WIDTH, name, ...heads.map(() => figure)];
  const top = [words.number, words.indicator, ...heads].map((text, at) => cell(widths[at]!, head(text)));
  const lines = rows.map(({ name: indicator, figures }, index) =>
    row([
      cell(NUMBER_WIDTH, small(String(index + 1), 'center')),
      cell(name, small(indicator, 'left')),
      ...figures.map((text) => cell(figure, small(text, 'right'))),
    ]),
  );
  return table(widths, [row(top, { isHead: true }), ...lines], { lined: true });
}

/** A cluster of many members: one line for each indicator and member. */
function downTable({ heads, rows }: Targets, words: Words): string {
  const widths = [NUMBER_WIDTH, 6000, 4000, TEXT_WIDTH.lying - NUMBER_WIDTH - 10_000];
  const top = [words.number, words.indicator, 'Đơn vị', 'Chỉ tiêu đăng ký'].map((text, at) =>
    cell(widths[at]!, head(text)),
  );
  const lines = rows.flatMap(({ name, figures }, index) =>
    figures.map((text, at) =>
      row([
        cell(widths[0]!, small(String(index + 1), 'center')),
        cell(widths[1]!, small(name, 'left')),
        cell(widths[2]!, small(heads[at]!, 'left')),
        cell(widths[3]!, small(text, 'right')),
      ]),
    ),
  );
  return table(widths, [row(top, { isHead: true }), ...lines], { lined: true });
}

/** Three to a line, with room for signature and seal. */
function signingTable(blocks: PledgePaper['signing']['blocks']): string {
  const width = Math.floor(TEXT_WIDTH.lying / BLOCKS_ACROSS);
  const lines: string[] = [];
  for (let from = 0; from < blocks.length; from += BLOCKS_ACROSS) {
    const cells = Array.from({ length: BLOCKS_ACROSS }, (_, at) => {
      const block = blocks[from + at];
      if (!block) return cell(width, p(''));
      const lines = [block.unit, ...block.capacity].map((text) => p(text, { bold: true, size: 24, align: 'center' }));
      const room = [p(''), p(''), p('')];
      const name = p(block.name, { bold: true, size: 26, align: 'center' });
      return cell(
        width,
        [...lines, p(`(${block.state})`, { italic: true, size: 22, align: 'center' }), ...room, name].join(''),
      );
    });
    lines.push(row(cells));
  }
  return table(
    Array.from({ length: BLOCKS_ACROSS }, () => width),
    lines,
  );
}
