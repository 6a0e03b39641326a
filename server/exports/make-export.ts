import { Readable } from 'node:stream';
import { findAccount } from '#db/accounts/accounts.queries.ts';
import { findExportFile } from '#db/exports/exports.queries.ts';
import { insertFile } from '#db/files/files.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { filterWords } from '#server/exports/filter-words.ts';
import { asReader, columnsOf, eachRow, headed } from '#server/exports/lists.ts';
import { type Cell, csvParts, type Sheet, xlsxStream } from '#server/exports/xlsx-writer.ts';
import { storeOf } from '#server/files/made-files.service.ts';
import { formatInstant, vietnamDate } from '#shared/core/dates.ts';
import type { Language } from '#shared/core/localized.ts';
import { Refusal, refuseIf } from '#shared/core/refusal.ts';
import { TRAINING_LINE } from '#shared/core/training-mark.ts';
import { fill } from '#shared/core/wording.ts';
import { EXPORT_LIST_LABELS, EXPORT_WORDS } from '#shared/exports/exports.labels.ts';
import { type ExportOrder, MOST_ROWS } from '#shared/exports/exports.schema.ts';

const MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** Rows made into text without a break: some two milliseconds. */
const ROWS_AT_ONCE = 200;

export type Making = {
  exportId: string;
  order: ExportOrder;
  lang: Language;
  signal?: AbortSignal | undefined;
  onRows?: (done: number) => void;
};

/**
 * Makes the file of an export and keeps it for whoever asked. Done again for the same export it answers with the file
 * that is there: a job may run twice.
 * @throws Refusal export.no-columns, export.nothing, export.too-many
 */
export async function makeExport(given: ActorContext, making: Making): Promise<{ fileId: string; rowCount: number }> {
  const { exportId, order, lang, signal } = making;
  const ctx = asReader(given, order.list);
  const known = await findExportFile(ctx.db.reads, exportId, ctx.actor.accountId);
  if (known) return { fileId: known.id, rowCount: 0 };
  const columns = await headed(ctx, order, columnsOf(order.list, order.columns), lang);
  refuseIf(columns.length === 0 ? [{ code: 'export.no-columns' }] : []);

  let rowCount = 0;
  const most = order.format === 'xlsx' ? MOST_ROWS : Number.POSITIVE_INFINITY;
  async function* counted(): AsyncGenerator<Cell[][]> {
    for await (const page of eachRow(ctx, order, columns, { lang, signal })) {
      rowCount += page.length;
      if (rowCount > most) throw new Refusal('refused', [{ code: 'export.too-many', facts: { mostCount: MOST_ROWS } }]);
      signal?.throwIfAborted();
      for (let from = 0; from < page.length; from += ROWS_AT_ONCE) {
        yield page.slice(from, from + ROWS_AT_ONCE);
        await new Promise(setImmediate); // others' requests come in between
      }
      making.onRows?.(rowCount);
    }
  }

  const title = EXPORT_LIST_LABELS[order.list][lang];
  const now = ctx.now();
  const account = await findAccount(ctx.db.reads, ctx.actor.accountId);
  const filterLine = await filterWords(ctx.db.reads, ctx.access, order, lang);
  const made = fill(EXPORT_WORDS['export.made-line'][lang], { name: ctx.actor.name, madeAt: now.toISOString() });
  const sheet: Sheet = {
    office: account?.unitName ?? '',
    title: title.toLocaleUpperCase('vi'),
    filterLine,
    madeLine: [made, ctx.demo && EXPORT_WORDS['export.demo-line'][lang], ctx.training && TRAINING_LINE[lang]]
      .filter(Boolean)
      .join(' '),
    numberLabel: EXPORT_WORDS['export.number'][lang],
    columns: columns.map((column) => ({ ...column, label: column.head })),
    rows: counted(),
  };
  // A .csv has no line for it: the name says what the figures are not.
  const mark = ctx.training ? 'export.training-name' : ctx.demo ? 'export.demo-name' : null;
  const name = `${title} ${vietnamDate(now)}${mark ? ` (${EXPORT_WORDS[mark][lang]})` : ''}.${order.format}`;
  const content = order.format === 'xlsx' ? xlsxStream(sheet) : Readable.from(csvParts(sheet), { objectMode: false });
  const store = storeOf(ctx);
  const fileId = ctx.newId();
  const arrived = await store.receive(content, fileId, name, Number.POSITIVE_INFINITY);
  try {
    refuseIf(rowCount === 0 ? [{ code: 'export.nothing' }] : []);
    const logged = await filterWords(ctx.db.reads, ctx.access, order, 'vi', true);
    await commit(given, async (tx) => {
      await insertFile(tx, {
        id: fileId,
        sha256: arrived.sha256,
        sizeBytes: arrived.sizeBytes,
        mediaType: MEDIA[order.format],
        name,
        subjectKind: 'export',
        subjectId: exportId,
        unitId: ctx.actor.unitId,
        createdBy: ctx.actor.accountId,
        createdAt: new Date().toISOString(), // real time: it is cleared away by the real clock
        removedAt: null,
      });
      const told = (field: string, to: string) => ({ field, from: null, to });
      return {
        result: undefined,
        audit: [
          {
            action: 'export.made',
            subjectKind: 'export',
            subjectId: exportId,
            subjectLabel: `${EXPORT_LIST_LABELS[order.list].vi} (.${order.format}, ${formatInstant(now.toISOString())})`,
            unitId: ctx.actor.unitId,
            changes: [
              told('list', EXPORT_LIST_LABELS[order.list].vi),
              told('filters', logged),
              told('columns', columns.map(({ label }) => label.vi).join(', ')),
              told('rowCount', String(rowCount)),
            ],
          },
        ],
      };
    });
  } catch (error) {
    await store.discard(arrived);
    throw error;
  }
  await store.keep(arrived);
  return { fileId, rowCount };
}
