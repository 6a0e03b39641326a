import { useEffect } from 'react';

/** J and K step through the list while a record is open beside it; not while somebody types. */
export function useStepKeys(onNext: (() => void) | null, onPrevious: (() => void) | null): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if ((event.target as Element).closest?.('input, textarea, select, [contenteditable]')) return;
      if (event.key === 'j' || event.key === 'J') onNext?.();
      if (event.key === 'k' || event.key === 'K') onPrevious?.();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onNext, onPrevious]);
}
