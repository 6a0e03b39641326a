import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type LoaderFunctionArgs, useNavigate, useParams } from 'react-router';
import { apiContext, useTRPC, useTRPCClient } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { SupplyHead, SupplySheet } from '#client/reports/supply-sheet.tsx';
import { formatInstant } from '#shared/core/dates.ts';
import type { AnsweredCell, RequestId } from '#shared/reports/requests.schema.ts';

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.collecting.byId.queryOptions({ id: params.id as RequestId }));
  return null;
}

/** One request for figures, as the office that is asked sees it. */
export function Component() {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const id = (useParams().id ?? '') as RequestId;
  const { data: sheet } = useSuspenseQuery(trpc.collecting.byId.queryOptions({ id }));
  const send = useAction(
    (cells: AnsweredCell[]) => client.collecting.answer.mutate({ id, seenVersion: sheet.version, cells }),
    { done: t`Đã gửi số`, onDone: () => navigate(paths.supplies.to()) },
  );
  const answeredAt = sheet.answeredAt && formatInstant(sheet.answeredAt);
  const { answeredBy } = sheet;
  return (
    <Stack gap={0}>
      <PageHeader title={t`Cung cấp số: ${sheet.officeName}`} />
      <SupplyHead sheet={sheet} />
      <ProblemAlert problem={send.problem} title={t`Chưa gửi được`} onRetry={send.retry} />
      {sheet.status === 'open' ? (
        <SupplySheet
          key={sheet.version}
          sheet={sheet}
          pending={send.pending}
          onSend={(cells) => void send.run(cells)}
        />
      ) : (
        <Text>
          <Trans>
            {answeredBy} đã gửi số lúc {answeredAt}. Nếu cần sửa, đề nghị người giao bấm “Đề nghị cung cấp lại”.
          </Trans>
        </Text>
      )}
    </Stack>
  );
}
