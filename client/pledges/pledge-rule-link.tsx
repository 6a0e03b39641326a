import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '#client/core/api.ts';
import { useWords } from '#client/core/words.ts';
import { RuleDialog } from '#client/pledges/rule-dialog.tsx';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';

/** Cách đánh giá: from where on a promise of the year counts as kept, exceeded, with its source; changing it where one may. */
export function PledgeRuleLink({ clusterYearId }: { clusterYearId: string }) {
  const trpc = useTRPC();
  const { label } = useWords();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(trpc.pledges.rule.queryOptions({ clusterYearId: clusterYearId as ClusterYearId }));
  return (
    // One line is kept free, so that nothing below moves when the rule comes.
    <div style={{ minHeight: 24 }}>
      {data && (
        <Text size="sm" c="gray.7">
          <strong>
            <Trans>Cách đánh giá:</Trans>
          </strong>{' '}
          {label(data.rule.words)}{' '}
          {data.mayPrepare && data.reasons.length === 0 && (
            <Button variant="subtle" size="compact-xs" className="no-print" onClick={() => setOpen(true)}>
              <Trans>Đổi mức Đạt, Vượt</Trans>
            </Button>
          )}
          {data.mayPrepare && data.reasons[0] && <span className="no-print">{data.reasons[0].text}</span>}
        </Text>
      )}
      {data && open && <RuleDialog view={data} onClose={() => setOpen(false)} />}
    </div>
  );
}
