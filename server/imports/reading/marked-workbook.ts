import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import * as parts from '#server/imports/reading/marked-parts.ts';
import { readWholeSheet } from '#server/imports/reading/read-workbook.ts';
import type { ReadRow, RowChoice } from '#server/imports/reading/reading-messages.ts';

/** A bad row: what is wrong with which column of the sheet (counted from 0); index null: with the row as a whole. */
export type WrongRow = { rowNumber: number; cells: readonly { index: number | null; message: string }[] };

/** Pieces of a part are handed to the archive in texts of about this length. */
const PIECE = 64_000;

/**
 * Writes an .xlsx with the titles and headings of the source and its bad rows only, in the same rows of the head and
 * the same columns, in Unicode; bad cells are red and carry a note that says why. It can be put right and imported
 * again.
 *
 * @param wrong in the order of row numbers
 * @param to is written anew; half a file is left behind when reading fails
 * @returns how many bad rows were written
 * @throws Refusal import.* as readRows
 */
export async function markedWorkbook(
  source: string,
  name: string,
  choice: RowChoice,
  wrong: AsyncIterable<WrongRow>,
  to: string,
): Promise<number> {
  const zip = new yazl.ZipFile();
  zip.on('error', () => {}); // told by the part that failed
  const written = pipeline(zip.outputStream as unknown as Readable, createWriteStream(to));
  const notes: parts.Note[] = [];
  let rowCount = 0;

  async function* sheet(): AsyncGenerator<string> {
    yield parts.sheetStart(choice.headerRow);
    let text = '';
    let line = choice.headerRow;
    for await (const { row, marks } of markedRows(readWholeSheet(source, name, choice), choice, wrong)) {
      const at = marks ? ++line : row.rowNumber;
      if (marks) rowCount++;
      const head = row.rowNumber === choice.headerRow ? 'heading' : 'title';
      text += parts.rowXml(at, row.cells, marks ?? head);
      for (const [index, message] of marks ?? []) notes.push({ row: at, column: index, message });
      if (text.length < PIECE) continue;
      yield text;
      text = '';
    }
    yield text + parts.sheetEnd();
  }

  try {
    for (const [part, content] of parts.fixedParts(choice.sheet)) zip.addBuffer(Buffer.from(content), part);
    const failed = written.then(() => {});
    await Promise.race([addPart(zip, 'xl/worksheets/sheet1.xml', sheet()), failed]);
    await Promise.race([addPart(zip, 'xl/comments1.xml', parts.commentsXml(notes)), failed]);
    await Promise.race([addPart(zip, 'xl/drawings/vmlDrawing1.vml', parts.drawingXml(notes)), failed]);
    zip.end();
    await written;
    return rowCount;
  } catch (error) {
    (zip.outputStream as unknown as Readable).destroy();
    await written.catch(() => {});
    throw error;
  }
}

/** Adds a part and waits until its text has been made: the notes are known only after the rows. */
async function addPart(zip: yazl.ZipFile, part: string, text: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const stream = Readable.from(encoded(text), { objectMode: false });
  const done = new Promise<void>((resolve, reject) => {
    stream.once('end', resolve);
    stream.once('error', reject);
  });
  zip.addReadStream(stream, part, { mtime: new Date(0) });
  await done;
}

async function* encoded(text: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer> {
  for await (const piece of text) if (piece !== '') yield Buffer.from(piece);
}

type Marks = ReadonlyMap<number, string>;

/** The rows of the head without marks, then the bad ones with what is wrong by column. */
async function* markedRows(
  batches: AsyncIterable<ReadRow[]>,
  { headerRow }: RowChoice,
  wrong: AsyncIterable<WrongRow>,
): AsyncGenerator<{ row: ReadRow; marks: Marks | null }> {
  const bad = wrong[Symbol.asyncIterator]();
  let next = await bad.next();
  for await (const rows of batches) {
    for (const row of rows) {
      if (row.rowNumber <= headerRow) yield { row, marks: null };
      while (!next.done && next.value.rowNumber < row.rowNumber) next = await bad.next();
      if (!next.done && next.value.rowNumber === row.rowNumber && row.rowNumber > headerRow)
        yield { row, marks: marksOf(next.value) };
    }
    if (next.done) return;
  }
}

/** Several messages of a cell stand in one note; what is wrong with the whole row is said at its first cell. */
function marksOf({ cells }: WrongRow): Marks {
  const marks = new Map<number, string>();
  for (const { index, message } of cells) {
    const known = marks.get(index ?? 0);
    marks.set(index ?? 0, known === undefined ? message : `${known}\n${message}`);
  }
  return marks;
}
