import * as z from 'zod/mini';
import { idOf } from '#shared/core/ids.ts';
import { decisionFilters } from '#shared/decisions/decisions.schema.ts';
import { intentKey, nominationFilters } from '#shared/nominations/nominations.schema.ts';
import { ledgerFilters } from '#shared/pledges/progress.schema.ts';
import { recipientFilters } from '#shared/recipients/recipients.schema.ts';
import { awardConditions, awardSort } from '#shared/registry/registry.schema.ts';
import { boardFilters } from '#shared/reports/reviewing.schema.ts';
import { summaryFilters } from '#shared/reports/summary.schema.ts';

/** Lists that can be taken out as a file, exactly as they are on the screen. */
export const exportList = z.enum(['awards', 'recipients', 'nominations', 'decisions', 'summary', 'reports', 'ledger']);
export type ExportList = z.infer<typeof exportList>;

export const exportFormat = z.enum(['xlsx', 'csv']);
export type ExportFormat = z.infer<typeof exportFormat>;

/** Up to so many rows a file is made while one waits; above, as a job that tells when it is done. */
export const MOST_ROWS_AT_ONCE = 5_000;
/** What one sheet of Excel holds, its head left out. */
export const MOST_ROWS = 1_048_000;
/** Days after which a made file is cleared away. */
export const EXPORT_KEPT_DAYS = 7;

const awards = { list: z.literal('awards'), filters: z.extend(awardConditions, { sort: z.optional(awardSort) }) };
const recipients = { list: z.literal('recipients'), filters: z.omit(recipientFilters, { cursor: true }) };
const nominations = { list: z.literal('nominations'), filters: nominationFilters };
const decisions = { list: z.literal('decisions'), filters: decisionFilters };
const summary = { list: z.literal('summary'), filters: summaryFilters };
const ledger = { list: z.literal('ledger'), filters: ledgerFilters };
const reports = { list: z.literal('reports'), filters: boardFilters };
const how = {
  /** Ids of the columns in their order, see AWARD_COLUMNS and its likes; unknown ones fall away. */
  columns: z.array(z.string().check(z.maxLength(40))).check(z.minLength(1), z.maxLength(60)),
  format: exportFormat,
};

/** What a list with these filters would give. */
export const exportPreview = z.discriminatedUnion('list', [
  z.strictObject(awards),
  z.strictObject(recipients),
  z.strictObject(nominations),
  z.strictObject(decisions),
  z.strictObject(summary),
  z.strictObject(reports),
  z.strictObject(ledger),
]);
export type ExportPreview = z.infer<typeof exportPreview>;

/** What is exported: list, filters, columns in their order, and as what. */
export const exportOrder = z.discriminatedUnion('list', [
  z.strictObject({ ...awards, ...how }),
  z.strictObject({ ...recipients, ...how }),
  z.strictObject({ ...nominations, ...how }),
  z.strictObject({ ...decisions, ...how }),
  z.strictObject({ ...summary, ...how }),
  z.strictObject({ ...reports, ...how }),
  z.strictObject({ ...ledger, ...how }),
]);
export type ExportOrder = z.infer<typeof exportOrder>;

const once = { idempotencyKey: intentKey };
export const startExport = z.discriminatedUnion('list', [
  z.strictObject({ ...awards, ...how, ...once }),
  z.strictObject({ ...recipients, ...how, ...once }),
  z.strictObject({ ...nominations, ...how, ...once }),
  z.strictObject({ ...decisions, ...how, ...once }),
  z.strictObject({ ...summary, ...how, ...once }),
  z.strictObject({ ...reports, ...how, ...once }),
  z.strictObject({ ...ledger, ...how, ...once }),
]);
export type StartExport = z.infer<typeof startExport>;

export const exportId = idOf('Export');

/** `fileId`: it is there; `jobId`: it is being made, a notice tells when it is done. */
export type ExportStarted = { fileId: string; jobId: null } | { fileId: null; jobId: string };
