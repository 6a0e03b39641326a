import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what had it when this component came up, once it goes away. For dialogs that are only
 * rendered while they are open: without it Esc leaves a keyboard at the top of the page.
 */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    },
    [opener],
  );
}
