import { Trans } from '@lingui/react/macro';
import { Anchor, Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { useSession } from '#client/core/session.tsx';

/** Who may import awards: whoever records them by hand, and the administrator for every unit. */
export function useMayImportAwards(): boolean {
  const { account, can } = useSession();
  return can('imports.start') && (can('awards.record') || account.roles.includes('admin'));
}

const TO = `${paths.imports.to()}?loai=awards`;

/** To the page of imports with awards chosen; nothing for whoever may not import them. */
export function ImportAwardsLink({ look }: { look: 'button' | 'text' }) {
  if (!useMayImportAwards()) return null;
  return look === 'text' ? (
    <Anchor component={Link} to={TO}>
      <Trans>Nhập danh sách từ Excel</Trans>
    </Anchor>
  ) : (
    <Button
      component={Link}
      to={TO}
      variant="default"
      c="var(--ink)"
      leftSection={<IconFileImport size={16} aria-hidden />}
    >
      <Trans>Nhập từ Excel</Trans>
    </Button>
  );
}
