import { useEffect, useRef, useState } from 'react';
import { isIdNumber } from '#shared/registry/search-plan.rules.ts';

/** The rows follow every letter; the address follows when the hand rests. */
const ADDRESS_AFTER_MS = 400;

/**
 * The search of a list as one types. `asked` is what the list is asked for at once; the address bar hears of it a
 * moment later, so that a word is one step of the history and a letter costs no navigation. A citizen number reaches
 * neither. When the address changes by itself (Back, a view) it wins.
 */
export function useTypedSearch(inAddress: string, writeAddress: (q: string) => void) {
  const [asked, setAsked] = useState(inAddress);
  const known = useRef(inAddress);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const write = useRef(writeAddress);
  write.current = writeAddress;

  useEffect(() => {
    if (inAddress === known.current) return;
    known.current = inAddress;
    clearTimeout(timer.current);
    setAsked(inAddress);
  }, [inAddress]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const [ask] = useState(() => (text: string): void => {
    setAsked(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const shown = isIdNumber(text) ? '' : text;
      if (shown === known.current) return;
      known.current = shown;
      write.current(shown);
    }, ADDRESS_AFTER_MS);
  });
  return { asked, ask, isIdNumber: isIdNumber(asked) };
}
