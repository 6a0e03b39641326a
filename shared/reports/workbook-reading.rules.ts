import { cleanText } from '#shared/core/clean.ts';
import type { Reason } from '#shared/core/reason.ts';
import { numberText } from '#shared/imports/cell-values.rules.ts';
import type { ReadCell } from '#shared/imports/imports.schema.ts';
import { readFigure } from '#shared/reports/figure-text.rules.ts';
import { oneLine, statusOf } from '#shared/reports/grid-block.rules.ts';
import type { RowContent } from '#shared/reports/workbook.rules.ts';
import type { Said, WorkbookPart } from '#shared/reports/workbook.schema.ts';

const MOST = 900_000_000_000_000;
const LONGEST = { sourceOffice: 200, note: 2_000 } as const;
const MOST_SHOWN = 60;

type About = { decimals: number; unitOfMeasure: string };
export type ReadPart = { ok: true; said: Said } | { ok: false; reason: Reason };

/**
 * Reads one input cell of a form. Nothing is guessed: a formula, an error, a date and a text that is no figure are
 * named; a figure that can be read in two ways comes with its readings. An empty cell of the status says nothing, any
 * other empty cell that it shall be empty.
 *
 * @param was the row as it was written into the form; what is the same is not said. Null: not known any more
 */
export function readPart(cell: ReadCell, part: WorkbookPart, about: About, was: RowContent | null): ReadPart {
  const found = 'text' in cell ? shown(cell.text) : '';
  if (cell.kind === 'formula') return no('import.cell-formula', { found });
  if (cell.kind === 'error') return no('import.cell-error', { found });
  if (cell.kind === 'merged') return no('import.cell-merged', { found });
  if (part === 'value') {
    const read = readValue(cell, about);
    return read.ok && was && read.said.value === was.value ? { ok: true, said: {} } : read;
  }
  const text = cell.kind === 'empty' ? '' : oneLine(cleanText(cell.text)).trim();
  if (part === 'valueStatus') {
    const status = text === '' ? undefined : statusOf(text);
    if (text !== '' && status === undefined) return no('report.workbook-status', { found });
    return { ok: true, said: status === undefined || status === was?.valueStatus ? {} : { valueStatus: status } };
  }
  if (text.length > LONGEST[part])
    return no('import.cell-too-long', { found, lengthCount: text.length, limitCount: LONGEST[part] });
  // A stored text of several lines stands in one line on the sheet.
  const isSame = was !== null && oneLine(was[part]).trim() === text;
  return { ok: true, said: isSame ? {} : { [part]: text } };
}

type Plain = Exclude<ReadCell, { kind: 'formula' | 'error' | 'merged' }>;

function readValue(cell: Plain, { decimals, unitOfMeasure }: About): ReadPart {
  if (cell.kind === 'empty') return { ok: true, said: { value: null } };
  const found = shown(cell.text);
  if (cell.kind === 'date') return no('import.cell-number-date', { found });
  const read = readFigure(cell.kind === 'number' ? numberText(cell.number) : cell.text, { decimals, unitOfMeasure });
  if (read.ok)
    return Math.abs(read.scaled) > MOST
      ? no('report.workbook-too-large', { found })
      : { ok: true, said: { value: read.scaled } };
  switch (read.code) {
    case 'empty':
      return { ok: true, said: { value: null } };
    case 'ambiguous':
    case 'other-unit': {
      const readings = read.choices.map(({ scaled }) => scaled).filter((scaled) => Math.abs(scaled) <= MOST);
      return readings.length > 0
        ? { ok: true, said: { readings: readings.slice(0, 2), text: found } }
        : no('report.workbook-too-large', { found });
    }
    case 'unknown-unit':
      return no('report.workbook-unit', { found, unit: unitOfMeasure });
    case 'too-many-decimals': {
      const facts = { found: cell.kind === 'number' ? numberText(cell.number) : found, decimals };
      return no(decimals === 0 ? 'import.value-whole' : 'import.value-format', facts);
    }
    case 'too-large':
      return no('report.workbook-too-large', { found });
    default:
      return no('import.cell-number', { found });
  }
}

const no = (code: string, facts: Reason['facts']): ReadPart => ({
  ok: false,
  reason: { code, ...(facts && { facts }) },
});

/** What was found, cut for a sentence. */
function shown(text: string): string {
  const line = cleanText(text).replace(/\s+/gu, ' ').trim();
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line;
}
