/** What a test file leaves to be closed and removed, the latest first: a database is closed before its directory goes. */
const cleanUps: (() => unknown)[] = [];

/** Has something done at the end of the test file, whatever became of its tests. */
export function atEndOfFile(cleanUp: () => unknown): void {
  cleanUps.push(cleanUp);
}

/** @throws what failed first, after everything was tried: one that fails must not keep the others from running. */
export async function cleanUpFile(): Promise<void> {
  const failures: unknown[] = [];
  for (const cleanUp of cleanUps.splice(0).reverse()) {
    try {
      await cleanUp();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
