import { readDataFile } from '#db/seed/data-file.ts';
import type { EverydayNames } from '#shared/imports/everyday-names.rules.ts';

let read: EverydayNames | undefined;

/** Tên thường gọi: how offices write award forms and provinces (db/seed/data/everyday-names.json), read once. */
export function everydayNames(): EverydayNames {
  read ??= readDataFile<EverydayNames>('everyday-names.json');
  return read;
}
