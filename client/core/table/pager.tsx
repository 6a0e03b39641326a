import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  /** E.g. "hơn 10.000 kết quả". */
  count: ReactNode;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
};

/** Foot of a list paged by the server: forward and back; null means there is nothing that way. */
export function Pager({ count, onPrevious, onNext }: Props) {
  const { t } = useLingui();
  return (
    <Group component="nav" aria-label={t`Trang`} justify="space-between" mt="xs" className="no-print">
      <Text role="status">{count}</Text>
      <Group gap="xs">
        <Button variant="default" size="xs" disabled={onPrevious === null} onClick={() => onPrevious?.()}>
          <Trans>Trang trước</Trans>
        </Button>
        <Button variant="default" size="xs" disabled={onNext === null} onClick={() => onNext?.()}>
          <Trans>Trang sau</Trans>
        </Button>
      </Group>
    </Group>
  );
}
