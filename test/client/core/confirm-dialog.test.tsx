import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { renderPiece } from '#test/core/render-app.tsx';

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button">Việc khác</button>
      <button type="button" onClick={() => setOpen(true)}>
        Trình ký
      </button>
      {open && (
        <ConfirmDialog title="Trình ký" confirmLabel="Trình ký" onClose={() => setOpen(false)} onConfirm={() => null} />
      )}
    </>
  );
}

test('Esc closes the dialog and the focus is back on the button that opened it', async () => {
  renderPiece(<Page />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Trình ký' }));
  await waitFor(() => expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true));

  await user.keyboard('{Escape}');

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Trình ký' }));
});
