import type { Writer } from '#db/database.ts';
import type { SearchSubject } from '#db/registry/search-word.queries.ts';

const AT_ONCE = 500;

/** Puts a new count in the place of the old one. */
export async function replaceSearchWords(
  tx: Writer,
  subject: SearchSubject,
  lines: readonly { word: string; perMillion: number }[],
): Promise<void> {
  await tx.deleteFrom('searchWord').where('subject', '=', subject).execute();
  for (let from = 0; from < lines.length; from += AT_ONCE)
    await tx
      .insertInto('searchWord')
      .values(lines.slice(from, from + AT_ONCE).map((line) => ({ subject, ...line })))
      .execute();
}
