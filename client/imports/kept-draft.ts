import { useState } from 'react';
import { keptName } from '#client/core/base.ts';
import { type ChosenColumns, chosenColumns } from '#shared/imports/imports.schema.ts';

/** One place for the whole product: only the import being worked on has an unsent choice worth keeping. */
const KEY = keptName('luytre.import-columns');

/**
 * The choice of columns that was not sent yet, kept in this browser so that a reload does not lose it. It holds
 * column numbers and field names, nothing of the people in the sheet.
 *
 * @param seen changes when the server's own choice does; what is kept from before then falls away
 */
export function useKeptDraft(id: string, seen: string, first: () => ChosenColumns) {
  const [draft, setDraft] = useState(() => read(id, seen) ?? first());
  return {
    draft,
    change: (next: ChosenColumns): void => {
      setDraft(next);
      store(JSON.stringify({ id, seen, draft: next }));
    },
    forget: (): void => store(null),
  };
}

function read(id: string, seen: string): ChosenColumns | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { id?: string; seen?: string; draft?: unknown };
    if (kept.id !== id || kept.seen !== seen) return undefined;
    const checked = chosenColumns.safeParse(kept.draft);
    return checked.success ? checked.data : undefined;
  } catch {
    return undefined;
  }
}

function store(text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  } catch {
    // A browser that keeps nothing: the choice then lives as long as the page.
  }
}
