import { useCallback, useContext, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import * as z from 'zod/mini';
import { HeadingFor } from '#client/core/heading-for.ts';

/** What one schema must offer to live in the address bar: an object of optional or defaulted fields. */
export type FilterSchema = z.ZodMiniObject<z.core.$ZodLooseShape>;

/**
 * Reads filters from a query string. The schema decides what is valid; a value that is not valid falls away
 * alone, because an old or edited link should still open. Numbers and booleans arrive as text:
 * use `z.coerce.number()` or `z.stringbool()` in the schema.
 */
export function readFilters<Schema extends FilterSchema>(schema: Schema, params: URLSearchParams): z.output<Schema> {
  const given = Object.fromEntries([...params].filter(([name, value]) => name in schema.shape && value !== ''));
  const whole = z.safeParse(schema, given);
  if (whole.success) return whole.data;
  const bad = new Set(whole.error.issues.map((issue) => String(issue.path[0])));
  return z.parse(schema, Object.fromEntries(Object.entries(given).filter(([name]) => !bad.has(name))));
}

/** Filters live in the address bar, so a list can be bookmarked, shared and stepped back through. */
export function useUrlFilters<Schema extends FilterSchema>(
  schema: Schema,
): readonly [z.output<Schema>, (patch: Partial<z.input<Schema>>, how?: { replace?: boolean }) => void, () => void] {
  const [params, setParams] = useSearchParams();
  const { pathname } = useLocation();
  const headingFor = useContext(HeadingFor);
  const filters = useMemo(() => readFilters(schema, params), [schema, params]);

  /**
   * Changing a filter starts the list again (`page`, `cursor` go), unless they are what changes. Empty values leave the
   * URL. `replace`: what is typed letter by letter leaves one step to go back, not ten. It is written a moment after the
   * last letter; whoever has opened another page by then stays on the way there.
   */
  const change = useCallback(
    (patch: Partial<z.input<Schema>>, how: { replace?: boolean } = {}): void => {
      if (how.replace && headingFor && headingFor() !== pathname) return;
      setParams((before) => {
        const next = new URLSearchParams(before);
        next.delete('page');
        next.delete('cursor');
        for (const [name, value] of Object.entries(patch)) {
          if (value === undefined || value === null || value === '') next.delete(name);
          else next.set(name, String(value));
        }
        return next;
      }, how);
    },
    [setParams, headingFor, pathname],
  );
  const clear = useCallback(() => setParams(new URLSearchParams()), [setParams]);

  return [filters, change, clear];
}
