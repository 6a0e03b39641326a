/** Height of one line of Times New Roman 12, in points. */
const LINE_POINTS = 15.75;
/** What a cell keeps free at its sides, in the widths that columns are counted in. */
const CELL_SIDES = 0.7;
const BOLD = 1.08;
/** Excel offers to repair a file with a higher row; the rest of such a text is read in the cell itself. */
const HIGHEST_ROW = 409;

/**
 * How high a row of a sheet has to be for its wrapped texts, in points. Excel finds it by itself when a row has no
 * height, LibreOffice does not and lays the lines over one another; so it is always said. Estimated for Times New Roman
 * 12 a little on the broad side: half a line of air is better than a line that is cut.
 *
 * @param cells the row's texts with the widths of their columns (in digits, as Excel counts)
 * @param air points to keep free above and below together
 */
export function rowHeight(cells: readonly { text: string; width: number; bold?: boolean }[], air = 0): number {
  const lines = cells.map(({ text, width, bold }) => wrappedLines(text, width, bold));
  return Math.min(HIGHEST_ROW, Math.ceil(Math.max(1, ...lines) * LINE_POINTS + air));
}

/** In how many lines a text stands in a column of this width, in digits. */
export function wrappedLines(text: string, width: number, bold = false): number {
  const room = Math.max(1, width - CELL_SIDES) / (bold ? BOLD : 1);
  if (text.length * WIDEST <= room && !text.includes('\n')) return 1; // most cells, without looking at each letter
  return text.split('\n').reduce((sum, line) => sum + linesOf(line, room), 0);
}

function linesOf(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    const width = widthOf(word);
    const joined = used === 0 ? width : used + SPACE + width;
    if (joined <= room) used = joined;
    else if (width <= room) {
      if (used > 0) lines += 1;
      used = width;
    } else {
      // A word broader than the cell is broken where it ends.
      const parts = Math.ceil(width / room);
      lines += parts - (used > 0 ? 0 : 1);
      used = width - (parts - 1) * room;
    }
  }
  return lines;
}

const SPACE = 0.5;
const WIDEST = 1.9;
const known = new Map<string, number>();

function widthOf(word: string): number {
  let width = 0;
  for (const sign of word) {
    let one = known.get(sign);
    if (one === undefined) {
      one = signWidth(sign);
      known.set(sign, one);
    }
    width += one;
  }
  return width;
}

/** Broad and narrow signs of Times New Roman in widths of its digits; marks above and below take no room. */
function signWidth(sign: string): number {
  const [letter = ''] = sign.normalize('NFD');
  if (/\p{M}/u.test(letter)) return 0;
  if (/[MW%@]/.test(letter)) return WIDEST;
  if (/[mw]/.test(letter)) return 1.5;
  if (/\p{Lu}/u.test(letter)) return 1.4;
  return /[iljtfr.,:;'!|()[\]/-]/.test(letter) ? 0.65 : 1;
}
