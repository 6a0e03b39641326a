import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, type LoaderFunctionArgs } from 'react-router';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { useWords } from '#client/core/words.ts';
import { RequestBadge } from '#client/reports/request-badge.tsx';
import { formatDate } from '#shared/core/dates.ts';
import { REPORT_PERIOD_LABELS } from '#shared/reports/reports.schema.ts';

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.collecting.mine.queryOptions());
  return null;
}

/** Số liệu được giao: what the person's own office was asked for, what is open first. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.collecting.mine.queryOptions());
  return (
    <Stack gap={0}>
      <PageHeader title={t`Số liệu được giao`} />
      {data.length === 0 ? (
        <Text c="gray.7">
          <Trans>Đơn vị của bạn chưa được giao cung cấp số nào. Khi có, yêu cầu hiện ở đây với hạn trả lời.</Trans>
        </Text>
      ) : (
        <Table withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Yêu cầu</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Người giao</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Hạn trả lời</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Trạng thái</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map((request) => (
              <Table.Tr key={request.id}>
                <Table.Td>
                  <Anchor component={Link} to={paths.supply.to(request.id)}>
                    {`${label(REPORT_PERIOD_LABELS[request.period])} ${request.year}, ${request.forUnit}`}
                  </Anchor>
                </Table.Td>
                <Table.Td>{request.askedBy}</Table.Td>
                <Table.Td>{formatDate(request.dueOn)}</Table.Td>
                <Table.Td>
                  <RequestBadge request={request} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
