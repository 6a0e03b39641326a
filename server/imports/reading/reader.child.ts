import { chosenRows } from '#server/imports/reading/chosen-rows.ts';
import { formSheets } from '#server/imports/reading/form-sheets.ts';
import { inspectSheets } from '#server/imports/reading/inspect-sheets.ts';
import { openWorkbook } from '#server/imports/reading/open-workbook.ts';
import type { FromReader, ReadingTask, ReadRow, ToReader } from '#server/imports/reading/reading-messages.ts';
import { Refusal } from '#shared/core/refusal.ts';

/**
 * The process in which a file is read: it may read that file and the code, nothing else, and has neither the secrets
 * nor the database. It answers one task and ends.
 */
const BATCH = 250;
const MB = 1_000_000;

let wake = () => {};
/** How many batches the other side is ready for. */
let asked = 0;

process.on('message', (message: ToReader) => {
  if (message.task === 'next') {
    asked++;
    wake();
  } else void work(message);
});
process.on('disconnect', () => process.exit(0));

async function work(task: ReadingTask): Promise<void> {
  try {
    const book = await openWorkbook(task.path, task.name);
    if (task.task === 'inspect') await send({ is: 'found', found: await inspectSheets(book, task.name) });
    else if (task.task === 'form') await send({ is: 'form', sheets: await formSheets(book, task.name) });
    else {
      let rows: ReadRow[] = [];
      for await (const row of chosenRows(book, task.name, task.choice, task.isWhole)) {
        rows.push(row);
        if (rows.length < BATCH) continue;
        await sendWhenAsked(rows);
        rows = [];
      }
      if (rows.length > 0) await sendWhenAsked(rows);
      await send({ is: 'end' });
    }
    book.close();
  } catch (error) {
    if (error instanceof Refusal) await send({ is: 'refused', reasons: error.reasons });
    else await send({ is: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  process.disconnect?.();
}

async function sendWhenAsked(rows: ReadRow[]): Promise<void> {
  while (asked === 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  asked--;
  await send({ is: 'batch', rows, memoryMb: Math.round(process.memoryUsage.rss() / MB) });
}

function send(message: FromReader): Promise<void> {
  return new Promise((resolve) => process.send!(message, undefined, undefined, () => resolve()));
}
