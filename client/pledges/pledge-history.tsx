import { Trans } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { RecordHistory } from '#client/core/record-history.tsx';

/** Lịch sử cập nhật, asked for when somebody wants it. */
export function PledgeHistory({ pledgeId }: { pledgeId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Stack gap="xs" align="flex-start" component="section" className="no-print">
      <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Trans>Lịch sử cập nhật</Trans>
      </Button>
      {open && <RecordHistory subjectKind="pledge" subjectId={pledgeId} />}
    </Stack>
  );
}
