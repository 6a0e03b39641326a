import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  onClose: () => void;
  /** Words on the button that sends the form. */
  send: ReactNode;
  pending: boolean;
  disabled?: boolean;
  /** What is sent cannot be taken back. */
  danger?: boolean;
  /** Another thing that can be done with the record, kept away from the two. */
  aside?: ReactNode;
};

/** The foot of every form in a dialog: close without saving, and send. */
export function DialogFoot({ onClose, send, pending, disabled = false, danger = false, aside }: Props) {
  return (
    <Group justify={aside ? 'space-between' : 'flex-end'} gap="xs">
      {aside}
      <Group gap="xs">
        <Button variant="default" onClick={onClose}>
          <Trans>Đóng</Trans>
        </Button>
        <Button type="submit" loading={pending} disabled={disabled} {...(danger && { color: 'red.8' })}>
          {send}
        </Button>
      </Group>
    </Group>
  );
}
