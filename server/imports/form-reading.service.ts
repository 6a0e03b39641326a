import { Lane } from '#server/core/lane.ts';
import { readForm } from '#server/imports/reading/read-workbook.ts';
import type { FormSheet } from '#server/imports/reading/reading-messages.ts';

/** Each takes a process of its own: one after another, whoever asks. */
const reading = new Lane(1);

/**
 * Reads a small workbook, whole, in the confined process that reads imports.
 *
 * @param path the file, @param name as the person called it, for messages
 * @throws Refusal import.* when it is no workbook that may be read, or one larger than any form
 */
export function readFormSheets(path: string, name: string, signal?: AbortSignal): Promise<FormSheet[]> {
  return reading.run(() => readForm(path, name), signal);
}

export type { FormSheet };
