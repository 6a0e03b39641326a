import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useSession } from '#client/core/session.tsx';
import { ImportAwardsLink } from '#client/imports/import-awards-link.tsx';
import { RecordAwardDialog } from '#client/registry/record-award-dialog.tsx';

/** What can be done on the registry as a whole. */
export const RegistryActions = memo(function RegistryActions() {
  const { can } = useSession();
  const [recording, setRecording] = useState(false);
  return (
    <>
      <ImportAwardsLink look="button" />
      {can('awards.record') && (
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setRecording(true)}>
          <Trans>Ghi bổ sung</Trans>
        </Button>
      )}
      {recording && <RecordAwardDialog onClose={() => setRecording(false)} />}
    </>
  );
});
