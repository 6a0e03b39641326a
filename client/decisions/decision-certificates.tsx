import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import { Link } from 'react-router';
import { type AppRouter, useTRPC } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import { paths } from '#client/core/paths.ts';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { AdvanceBar } from '#client/decisions/advance-bar.tsx';
import { CertificateStatusBadge } from '#client/decisions/certificate-status-badge.tsx';
import type { Decision } from '#client/decisions/decision-types.ts';
import { PrintButton } from '#client/decisions/print-button.tsx';
import { WhyNot } from '#client/decisions/why-not.tsx';
import type { CertificateId } from '#shared/certificates/certificates.schema.ts';
import { formatDate } from '#shared/core/dates.ts';
import type { DecisionId } from '#shared/decisions/decisions.schema.ts';

type Row = inferRouterOutputs<AppRouter>['certificates']['ofDecision'][number];

/** Bằng of a decision: numbers of the golden book, the life of each paper, printing and recording. */
export function DecisionCertificates({ decision }: { decision: Decision }) {
  const trpc = useTRPC();
  const { data: rows, error } = useQuery(
    trpc.certificates.ofDecision.queryOptions({ decisionId: decision.id as DecisionId }),
  );
  if (error) return <ProblemAlert problem={readProblem(error)} />;
  if (!rows) return null;
  return <Certificates decision={decision} rows={rows} />;
}

function Certificates({ decision, rows }: { decision: Decision; rows: readonly Row[] }) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { print, advance } = decision.actions;
  const selected = rows.filter(({ id }) => chosen.has(id));
  const isAll = rows.length > 0 && selected.length === rows.length;
  const count = rows.length;

  function toggle(id: string): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  return (
    <Stack gap="xs">
      {count > 0 && (
        <Group gap="xs" className="no-print">
          <PrintButton target={{ decisionId: decision.id as DecisionId }} disabled={!print.allowed}>
            <Trans>In {count} bằng (PDF)</Trans>
          </PrintButton>
          <WhyNot action={print} />
        </Group>
      )}
      {advance.allowed && count > 0 && (
        <AdvanceBar selected={selected} today={decision.today} onDone={() => setChosen(new Set())} />
      )}
      <DataTable
        caption={t`Bằng của quyết định`}
        rows={rows}
        rowKey={({ id }) => id}
        firstNumber={null}
        minWidth={900}
        empty={<Trans>Chưa có bằng. Bằng và số sổ vàng có khi ghi số và ngày văn thư đã cấp cho quyết định.</Trans>}
        columns={[
          {
            id: 'choose',
            head: (
              <Checkbox
                aria-label={t`Chọn tất cả bằng`}
                checked={isAll}
                indeterminate={selected.length > 0 && !isAll}
                disabled={!advance.allowed}
                onChange={() => setChosen(new Set(isAll ? [] : rows.map(({ id }) => id)))}
              />
            ),
            width: 44,
            cell: ({ id, printedName }) => (
              <Checkbox
                aria-label={t`Chọn bằng của ${printedName}`}
                checked={chosen.has(id)}
                disabled={!advance.allowed}
                onChange={() => toggle(id)}
              />
            ),
          },
          {
            id: 'number',
            head: <Trans>Số sổ vàng</Trans>,
            width: 100,
            numeric: true,
            cell: ({ goldenBookNumber }) => String(goldenBookNumber),
          },
          {
            id: 'name',
            head: <Trans>Tên in trên bằng</Trans>,
            rowHead: true,
            title: ({ printedName }) => printedName,
            cell: ({ id, printedName }) => <Link to={paths.certificate.to(id)}>{printedName}</Link>,
          },
          { id: 'unit', head: <Trans>Đơn vị đề nghị</Trans>, width: 120, cell: ({ unitName }) => unitName },
          {
            id: 'status',
            head: <Trans>Trạng thái</Trans>,
            width: 140,
            cell: ({ status, cancelledOn }) => <CertificateStatusBadge status={status} cancelledOn={cancelledOn} />,
          },
          {
            id: 'handed',
            head: <Trans>Ngày trao</Trans>,
            width: 100,
            cell: ({ handedOn }) => <span className="tabular">{handedOn ? formatDate(handedOn) : '–'}</span>,
          },
          {
            id: 'print',
            head: <Trans>In, tra cứu</Trans>,
            width: 230,
            cell: ({ id, verifyPath }) => (
              <Group gap={6} wrap="nowrap">
                {print.allowed && (
                  <PrintButton target={{ certificateId: id as CertificateId }} size="compact-sm" variant="default">
                    <Trans>In bằng này</Trans>
                  </PrintButton>
                )}
                <a href={here(verifyPath)} target="_blank" rel="noreferrer">
                  <Trans>Trang tra cứu</Trans>
                </a>
              </Group>
            ),
          },
        ]}
      />
      {count > 0 && (
        <Text size="sm" c="gray.7">
          <Trans>
            Thứ tự: đã in, đã ký, đã đóng dấu, đã trao. Ghi nhận nhiều bằng một lần: tất cả hoặc không bằng nào.
          </Trans>
        </Text>
      )}
    </Stack>
  );
}
