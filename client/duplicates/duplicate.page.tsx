import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { apiContext, useTRPC, useTRPCClient } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { RecordHistory } from '#client/core/record-history.tsx';
import { useSession } from '#client/core/session.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { CompareTable } from '#client/duplicates/compare-table.tsx';
import type { Pair } from '#client/duplicates/duplicate-types.ts';
import css from '#client/duplicates/duplicates.module.css';
import { Grounds } from '#client/duplicates/grounds.tsx';
import { MergeForm } from '#client/duplicates/merge-form.tsx';
import { UndoMerge } from '#client/duplicates/undo-merge.tsx';
import { formatInstant } from '#shared/core/dates.ts';
import { PAIR_STATUS_LABELS } from '#shared/duplicates/duplicates.labels.ts';
import type { PairId } from '#shared/duplicates/duplicates.schema.ts';

const inputOf = (id: string | undefined) => ({ id: (id ?? '') as PairId });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.duplicates.byId.queryOptions(inputOf(params.id)));
  return null;
}

/** Two records side by side: put together, found to be two, or taken apart again. */
export function Component() {
  const { id } = useParams();
  const { t } = useLingui();
  const { can } = useSession();
  const trpc = useTRPC();
  const { data: pair } = useSuspenseQuery(trpc.duplicates.byId.queryOptions(inputOf(id)));
  const mayMerge = pair.status === 'open' && pair.actions.merge.allowed;
  return (
    <Stack gap="sm">
      <PageHeader title={t`So sánh hai hồ sơ`} about={<About pair={pair} />} />
      {pair.status === 'open' && !mayMerge && can('duplicates.merge') && (
        <Text component="div" className={css.settled} role="note">
          <Reasons reasons={pair.actions.merge.reasons} />
        </Text>
      )}
      <Settled pair={pair} />
      {mayMerge ? (
        // Versions in the key: records that came anew are chosen from anew.
        <MergeForm key={`${pair.version} ${pair.sides.map(({ version }) => version).join(' ')}`} pair={pair} />
      ) : (
        <CompareTable pair={pair} chosen={undefined} onKeep={() => {}} onChoose={() => {}} />
      )}
      {/* Of what belongs to no cluster, only they may read the log. */}
      {can('audit.list') && (
        <section>
          <Title order={2} mb={6}>
            <Trans>Lịch sử cập nhật</Trans>
          </Title>
          <RecordHistory subjectKind="recipient-pair" subjectId={pair.id} />
        </section>
      )}
    </Stack>
  );
}

function About({ pair }: { pair: Pair }) {
  const { label } = useWords();
  const { score } = pair;
  return (
    <Group gap="xs">
      <StatusBadge tone={pair.status === 'open' ? 'warn' : pair.status === 'merged' ? 'good' : 'neutral'}>
        {label(PAIR_STATUS_LABELS[pair.status])}
      </StatusBadge>
      <span>
        <Trans>Mức nghi {score}/100</Trans>
      </span>
      <Grounds grounds={pair.grounds} />
    </Group>
  );
}

/** What was decided, by whom and why, and the way back. */
function Settled({ pair }: { pair: Pair }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const reopen = useAction(
    (_: null) => client.duplicates.reopen.mutate({ id: pair.id as PairId, seenVersion: pair.version }),
    { done: t`Đã đưa lại vào danh sách nghi trùng` },
  );
  if (pair.status === 'open' || pair.status === 'gone') return null;
  const who = pair.decidedByName ?? '–';
  const at = pair.decidedAt ? formatInstant(pair.decidedAt) : '–';
  return (
    <div className={css.settled}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Text>
            {pair.status === 'merged' ? (
              <Trans>
                {who} đã ghép hai hồ sơ lúc {at}.
              </Trans>
            ) : (
              <Trans>
                {who} xác định hai hồ sơ không trùng lúc {at}.
              </Trans>
            )}
          </Text>
          {pair.reason && (
            <Text>
              <Trans>Lý do: {pair.reason}</Trans>
            </Text>
          )}
          {pair.merge && !pair.merge.actions.undo.allowed && <Reasons reasons={pair.merge.actions.undo.reasons} />}
        </div>
        {pair.status === 'merged' && pair.merge?.actions.undo.allowed && <UndoMerge merge={pair.merge} />}
        {pair.status === 'different' && pair.actions.reopen.allowed && (
          <Button size="xs" variant="default" loading={reopen.pending} onClick={() => void reopen.run(null)}>
            <Trans>Xét lại</Trans>
          </Button>
        )}
      </Group>
      <ProblemAlert problem={reopen.problem} onRetry={() => void reopen.retry()} />
    </div>
  );
}
