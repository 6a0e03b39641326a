import * as path from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#db/core/connect.ts';
import { migrateToLatest } from '#db/core/migrate.ts';
import { removeAtExit, sweepTemporary, temporaryDirectory } from '#test/core/temporary.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of a migrated, closed SQLite file: copy it, never open it. */
    sqliteImage: string;
  }
}

/** Migrates once per run; every test file starts from a copy. */
export default async function setup(project: TestProject): Promise<() => void> {
  sweepTemporary();
  const directory = temporaryDirectory('image');
  const remove = removeAtExit(directory);
  const file = path.join(directory, 'image.sqlite');
  try {
    const db = await openDatabase({ file });
    try {
      await migrateToLatest(db);
    } finally {
      await db.close();
    }
  } catch (error) {
    remove();
    throw error;
  }
  project.provide('sqliteImage', file);
  return remove;
}
