import {
  cell,
  headCell,
  officialHeading,
  paragraph,
  row,
  TEXT_WIDTH,
  table,
  titleBlock,
  xmlText,
} from '#server/papers/word-blocks.print.ts';
import { sectionEnd, wordFile } from '#server/papers/word-file.print.ts';
import type { PledgePaper } from '#server/pledges/print/pledge-compiler.ts';

const NUMBER_WIDTH = 640;
/** For signature and seal, in twentieths of a point. */
const ROOM_TO_SIGN = 1000;
const SIZE = 22;

const p = (text: string, style: Parameters<typeof paragraph>[1] = {}) => paragraph(xmlText(text), style);

/**
 * The pledge as a Word file for who signs and files in Word: the same words and figures as the PDF, in the layout of
 * Decree 30/2020/NĐ-CP; text and signatures upright, the targets as an appendix on a sheet that lies. Its code stands
 * at the foot of every page; what is changed in Word no longer belongs to that code.
 */
export function pledgeWord({ heading, words, demo, paragraphs, closing, table: targets, signing }: PledgePaper) {
  const mark = (before: number) =>
    demo ? [p(words.demo, { italic: true, size: 26, align: 'center', before, keepNext: true })] : [];
  const about = [heading.about, ...(heading.draft === null ? [] : [heading.draft])].map(xmlText);
  const text = [
    officialHeading({ organ: xmlText(heading.organ), placeAndDate: xmlText(heading.placeAndDate) }),
    ...mark(160),
    titleBlock(xmlText(heading.title), about),
    ...paragraphs.map((line) => p(line)),
    ...(closing === null ? [] : [p(closing)]),
    p(words.annexBelow, { italic: true }),
    p(signing.title, { bold: true, align: 'center', before: 240, after: 160, keepNext: true }),
    ...signingTables(signing),
    sectionEnd('upright'),
  ];
  const appendix = [
    titleBlock(xmlText(words.annex), [xmlText(targets.title)], TEXT_WIDTH.lying),
    p(words.annexOf, { italic: true, align: 'center', after: 120, keepNext: true }),
    ...mark(0),
    ...targets.parts.flatMap((part, at) => [...(at > 0 ? [NEXT_SHEET] : []), acrossTable(part, words)]),
    p(targets.note, { italic: true, size: 24, indent: false, before: 60 }),
  ];
  return wordFile([...text, ...appendix], {
    sheet: 'lying',
    mark: demo ? xmlText(words.demo) : '',
    foot: xmlText(words.foot),
  });
}

type Part = PledgePaper['table']['parts'][number];
type Words = PledgePaper['words'];

const NEXT_SHEET = p('', { size: 8, indent: false, newPage: true });

const small = (width: number, text: string, align: 'center' | 'right' | 'left') =>
  cell(width, p(text, { size: SIZE, align }), { middle: true });
const head = (width: number, text: string) => headCell(width, xmlText(text), { size: SIZE });

/** Indicators down, members across, as in the PDF. */
function acrossTable({ heads, rows }: Part, words: Words): string {
  const figure = Math.min(2000, Math.floor((TEXT_WIDTH.lying * 0.66) / heads.length));
  const name = TEXT_WIDTH.lying - NUMBER_WIDTH - figure * heads.length;
  const widths = [NUMBER_WIDTH, name, ...heads.map(() => figure)];
  const top = [words.number, words.indicator, ...heads].map((text, at) => head(widths[at]!, text));
  const lines = rows.map(({ name: indicator, figures }, index) =>
    row([
      small(NUMBER_WIDTH, String(index + 1), 'center'),
      small(name, indicator, 'left'),
      ...figures.map((text) => small(figure, text, 'right')),
    ]),
  );
  return table(widths, [row(top, { isHead: true }), ...lines], { lined: true });
}

type Block = PledgePaper['signing']['blocks'][number];

/** Lines of signatures, each in the middle of the sheet; the last two keep together. */
function signingTables({ blocks, across }: PledgePaper['signing']): string[] {
  const width = Math.floor(TEXT_WIDTH.upright / across);
  const lines: string[] = [];
  for (let from = 0; from < blocks.length; from += across) {
    const line = blocks.slice(from, from + across);
    const height = Math.max(...line.map(({ capacity }) => capacity.length));
    const isNextToLast = from + across < blocks.length && from + 2 * across >= blocks.length;
    const cells = line.map((block) => cell(width, signingBlock(block, height, isNextToLast)));
    const widths = line.map(() => width);
    lines.push(table(widths, [row(cells)]));
  }
  // Two tables without a paragraph between would be one.
  return lines.flatMap((line, at) =>
    at === 0 ? [line] : [p('', { size: 16, indent: false, keepNext: at === lines.length - 1 }), line],
  );
}

/** One signature; offices of fewer lines than the others beside it leave the rest of `height` empty. */
function signingBlock({ unit, capacity, name, state }: Block, height: number, keepNext: boolean): string {
  const offices = [unit, ...capacity, ...Array.from({ length: height - capacity.length }, () => '')];
  const lines = offices.map((text) => p(text, { bold: true, size: 24, align: 'center', keepNext: true }));
  const signed = p(name, { bold: true, size: 26, align: 'center', before: ROOM_TO_SIGN, keepNext: true });
  return [...lines, signed, p(`(${state})`, { italic: true, size: 22, align: 'center', keepNext })].join('');
}
