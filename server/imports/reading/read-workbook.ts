import { type ReaderAnswers, startReader } from '#server/imports/reading/reader-process.ts';
import type { FormSheet, ReadRow, RowChoice } from '#server/imports/reading/reading-messages.ts';
import type { FoundSheets } from '#shared/imports/imports.schema.ts';

/** Batches under way while one is worked on. */
const AHEAD = 2;

/**
 * What a file holds: its format (by its bytes, never by its name), visible sheets, headings and letters of each column.
 *
 * @param path the stored file
 * @param name as the person called it, for messages
 * @throws Refusal import.* when it is no workbook that may be read
 */
export async function inspectWorkbook(path: string, name: string): Promise<FoundSheets> {
  const reader = startReader({ task: 'inspect', path, name });
  try {
    const answer = await reader.next();
    if (answer.is !== 'found') throw new Error(`unexpected answer: ${answer.is}`);
    return answer.found;
  } finally {
    reader.end();
  }
}

/** A form has some tens of kilobytes: what takes more is no form. */
const FORM_LIMITS = { memoryMb: 400, seconds: 20 };

/**
 * Everything a small workbook holds, hidden sheets too, each row from its first column on.
 *
 * @throws Refusal import.* as inspectWorkbook, import.too-many-rows
 */
export async function readForm(path: string, name: string): Promise<FormSheet[]> {
  const reader = startReader({ task: 'form', path, name }, FORM_LIMITS);
  try {
    const answer = await reader.next();
    if (answer.is !== 'form') throw new Error(`unexpected answer: ${answer.is}`);
    return answer.sheets;
  } finally {
    reader.end();
  }
}

/**
 * The rows below the headings in which a chosen column holds anything, in batches of a few hundred; more are read as
 * they are asked for. Leaving the loop early ends the reading process. Rows that are one wide merge ("I. Tập thể")
 * are left out.
 *
 * @throws Refusal import.* as inspectWorkbook, and when the sheet is gone or has too many rows
 */
export async function* readRows(path: string, name: string, choice: RowChoice): AsyncGenerator<ReadRow[]> {
  yield* batches(startReader({ task: 'rows', path, name, choice, isWhole: false }));
}

/** All rows from the top with all their columns, for a copy of the sheet. */
export async function* readWholeSheet(path: string, name: string, choice: RowChoice): AsyncGenerator<ReadRow[]> {
  yield* batches(startReader({ task: 'rows', path, name, choice, isWhole: true }));
}

async function* batches(reader: ReaderAnswers): AsyncGenerator<ReadRow[]> {
  try {
    for (let i = 0; i < AHEAD; i++) reader.ask();
    for (;;) {
      const answer = await reader.next();
      if (answer.is !== 'batch') return;
      reader.ask();
      yield answer.rows;
    }
  } finally {
    reader.end();
  }
}
