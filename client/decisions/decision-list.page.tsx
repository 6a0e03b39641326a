import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { Link, type LoaderFunctionArgs, useNavigate } from 'react-router';
import { type AppRouter, apiContext, useTRPC, useTRPCClient } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { DecisionStatusBadge } from '#client/decisions/decision-status-badge.tsx';
import { ExportButton } from '#client/exports/export-picker.tsx';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { formatDate } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { DECISION_COLUMNS, type DecisionColumnId } from '#shared/decisions/decision-columns.ts';
import { DECISIONS_SHOWN } from '#shared/decisions/decisions.schema.ts';

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.decisions.list.queryOptions({}));
  return null;
}

/** Quyết định khen thưởng within reach: drafts of one's own office, and what was issued. */
export function Component() {
  const { t } = useLingui();
  const { can, clusterYears, today } = useSession();
  const trpc = useTRPC();
  const { label } = useWords();
  const { data: rows } = useSuspenseQuery(trpc.decisions.list.queryOptions({}));
  const columns = DECISION_COLUMNS.map((column) => ({
    ...CELLS[column.id],
    id: column.id,
    head: label(column.label),
  }));
  const led = clusterYears.filter(({ leads, startsOn }) => leads && startsOn <= today);
  const mayDraft = can('decisions.create') && led.length > 0;
  const handedOver = clusterYears.find(
    ({ myRole, leads, handOverOn }) => myRole === 'chair' && !leads && handOverOn !== null && handOverOn <= today,
  );

  const shownText = formatScaled(DECISIONS_SHOWN, 0);

  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Quyết định khen thưởng`}
        actions={
          <>
            <ExportButton of={{ list: 'decisions', filters: {} }} columns={DECISION_COLUMNS} />
            {mayDraft ? (
              <NewDecision years={led} />
            ) : (
              can('decisions.create') && handedOver && <HandedOver year={handedOver} />
            )}
          </>
        }
      />
      <DataTable
        caption={t`Quyết định khen thưởng`}
        rows={rows}
        rowKey={({ id }) => id}
        minWidth={900}
        empty={
          mayDraft ? (
            <Trans>Chưa có quyết định. Bấm “Lập dự thảo quyết định” khi các đề nghị đã được thẩm định.</Trans>
          ) : (
            <Trans>Chưa có quyết định nào đã ban hành. Dự thảo chỉ cơ quan ban hành xem được.</Trans>
          )
        }
        columns={columns}
      />
      {rows.length >= DECISIONS_SHOWN && (
        <Text size="sm" c="gray.7">
          <Trans>
            Danh sách hiện {shownText} quyết định mới nhất. Xuất Excel để có tất cả, hoặc tìm theo số quyết định trong{' '}
            <Link to={paths.registry.to()}>Sổ khen thưởng</Link>.
          </Trans>
        </Text>
      )}
    </Stack>
  );
}

type Row = inferRouterOutputs<AppRouter>['decisions']['list'][number];

/** The columns, with the names they have in an exported file. */
const CELLS: Record<DecisionColumnId, Omit<Column<Row>, 'id' | 'head'>> = {
  number: {
    width: 130,
    rowHead: true,
    cell: ({ id, fullNumber }) => <Link to={paths.decision.to(id)}>{fullNumber || <Trans>Chưa có số</Trans>}</Link>,
  },
  on: {
    width: 120,
    cell: ({ decidedOn }) => <span className="tabular">{decidedOn ? formatDate(decidedOn) : '–'}</span>,
  },
  subject: { wrap: true, cell: ({ subject }) => subject },
  issuer: { width: 150, cell: ({ issuerName }) => issuerName },
  count: { width: 104, numeric: true, cell: ({ itemCount }) => String(itemCount) },
  status: { width: 150, cell: ({ status }) => <DecisionStatusBadge status={status} /> },
  demo: {
    width: 130,
    cell: ({ isDemo }) =>
      isDemo && (
        <Text span size="sm" c="gray.7">
          <Trans>dữ liệu minh họa</Trans>
        </Text>
      ),
  },
};

type Year = { id: string; year: number };

/** The button of the former chair: off, and why. */
function HandedOver({ year: { leaderName, handOverOn } }: { year: { leaderName: string; handOverOn: string | null } }) {
  const day = formatDate(handOverOn ?? '');
  return (
    <Group gap="xs">
      <Text size="sm" c="gray.7">
        <Trans>
          Đã bàn giao cho {leaderName} ngày {day}
        </Trans>
      </Text>
      <Button disabled>
        <Trans>Lập dự thảo quyết định</Trans>
      </Button>
    </Group>
  );
}

/** One button for each year of the clusters that the person's unit leads: at the turn of the year there may be two. */
function NewDecision({ years }: { years: readonly Year[] }) {
  const client = useTRPCClient();
  const navigate = useNavigate();
  const create = useAction(
    ({ clusterYearId }: { clusterYearId: string }, idempotencyKey) =>
      client.decisions.create.mutate({ clusterYearId: clusterYearId as ClusterYearId, idempotencyKey }),
    { onDone: ({ id }) => navigate(paths.decision.to(id)) },
  );
  return (
    <Stack gap="xs" align="flex-end">
      <Group gap="xs">
        {years.map(({ id, year }) => {
          const shown = String(year);
          return (
            <Button key={id} loading={create.pending} onClick={() => void create.run({ clusterYearId: id })}>
              {years.length === 1 ? (
                <Trans>Lập dự thảo quyết định</Trans>
              ) : (
                <Trans>Lập dự thảo quyết định năm {shown}</Trans>
              )}
            </Button>
          );
        })}
      </Group>
      <ProblemAlert problem={create.problem} onRetry={() => void create.retry()} />
    </Stack>
  );
}
