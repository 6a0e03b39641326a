import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from '#server/core/keys.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';
import type { ReadWorkbook } from '#shared/reports/workbook.schema.ts';

/** What a form says of itself: whose it is, and what stood in it when it was downloaded. */
export type Stamp = {
  /** Of the layout of the form. */
  format: 1;
  reportId: string;
  reportVersion: number;
  unitId: string;
  unitName: string;
  clusterYearId: string;
  yearName: string;
  period: ReportPeriod;
  /** Instant of the download. */
  madeAt: string;
  /** Every row in order: version of the indicator, version of the figure (0: never saved). */
  rows: readonly (readonly [indicatorVersionId: string, version: number])[];
};

/** By this a reader finds the stamp wherever a program has put it. */
const MARK = 'LT1.';
const STAMP = /^LT1\.([\w-]{1,40000})\.([\w-]{43})$/;

/** The stamp as one text of plain letters: no program that saves the form changes it. */
export function stampText(keys: Keys, stamp: Stamp): string {
  const body = Buffer.from(JSON.stringify(stamp)).toString('base64url');
  return `${MARK}${body}.${hmac(keys.authSecret[0]!.secret, 'report-workbook-1', body)}`;
}

export const isStampText = (text: string): boolean => text.startsWith(MARK);

/** The stamp in the text; null when one of our keys has not signed exactly this. Never throws. */
export function readStamp(keys: Keys, text: string): Stamp | null {
  const [, body = '', given = ''] = STAMP.exec(text.trim()) ?? [];
  if (body === '' || !isSealed(keys, 'report-workbook-1', body, given)) return null;
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Stamp;
}

/** Seals what was read from a file, for the report it was read for. */
export function sealRead(keys: Keys, read: Omit<ReadWorkbook, 'seal'>): ReadWorkbook {
  return { ...read, seal: hmac(keys.authSecret[0]!.secret, 'report-workbook-read-1', told(read)) };
}

export function sealHolds(keys: Keys, { seal, ...read }: ReadWorkbook): boolean {
  return isSealed(keys, 'report-workbook-read-1', told(read), seal);
}

/** Fields by name, so that their order in a message says nothing. */
function told(read: Omit<ReadWorkbook, 'seal'>): string {
  const { reportId, fileName, sha256, madeAt, until, columns, rows } = read;
  return JSON.stringify([
    ...[reportId, fileName, sha256, madeAt, until],
    ...[columns.value, columns.valueStatus, columns.sourceOffice, columns.note],
    rows.map(({ indicatorVersionId, version, line, said }) => [
      ...[indicatorVersionId, version, line],
      ...[said.value === undefined, said.value ?? null, said.readings ?? null, said.text ?? null],
      ...[said.valueStatus ?? null, said.sourceOffice ?? null, said.note ?? null],
    ]),
  ]);
}

function hmac(secret: Buffer, use: string, text: string): string {
  return createHmac('sha256', secret).update(`${use}\n${text}`).digest('base64url');
}

function isSealed(keys: Keys, use: string, text: string, given: string): boolean {
  const seal = Buffer.from(given);
  return keys.authSecret.some(({ secret }) => {
    const expected = Buffer.from(hmac(secret, use, text));
    return expected.length === seal.length && timingSafeEqual(expected, seal);
  });
}
