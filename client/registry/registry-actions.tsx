import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { useSession } from '#client/core/session.tsx';
import { RecordAwardDialog } from '#client/registry/record-award-dialog.tsx';

/** What can be done on the registry as a whole. */
export const RegistryActions = memo(function RegistryActions() {
  const { can } = useSession();
  const [recording, setRecording] = useState(false);
  return (
    <>
      {can('imports.start') && (
        <Button
          component={Link}
          to={`${paths.imports.to()}?loai=awards`}
          variant="default"
          c="var(--ink)"
          leftSection={<IconFileImport size={16} aria-hidden />}
        >
          <Trans>Nhập từ Excel</Trans>
        </Button>
      )}
      {can('awards.record') && (
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setRecording(true)}>
          <Trans>Ghi bổ sung</Trans>
        </Button>
      )}
      {recording && <RecordAwardDialog onClose={() => setRecording(false)} />}
    </>
  );
});
