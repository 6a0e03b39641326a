import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import * as z from 'zod/mini';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { CopyButton } from '#client/core/copy-text.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { useUrlFilters } from '#client/core/url-filters.ts';
import { ExportButton } from '#client/exports/export-picker.tsx';
import { LedgerByIndicator } from '#client/pledges/ledger-by-indicator.tsx';
import { LedgerTable } from '#client/pledges/ledger-table.tsx';
import { LedgerTotals } from '#client/pledges/ledger-totals.tsx';
import { PledgeHistory } from '#client/pledges/pledge-history.tsx';
import { PledgeRuleLink } from '#client/pledges/pledge-rule-link.tsx';
import { type Ledger, yearInput } from '#client/pledges/pledge-types.ts';
import { ProgressDialog } from '#client/pledges/progress-dialog.tsx';
import { QuarterEvidence } from '#client/pledges/quarter-evidence.tsx';
import { LEDGER_COLUMNS } from '#shared/pledges/ledger-columns.ts';
import { memberLedgerText } from '#shared/pledges/ledger-text.ts';
import { QUARTER_NAMES, type Quarter } from '#shared/pledges/progress.schema.ts';

const id = z.optional(z.string().check(z.maxLength(60)));
/** Whose promises, or with `chi-tieu` one indicator over all members. */
const filters = z.object({ 'don-vi': id, 'chi-tieu': id });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.pledges.ledger.queryOptions(yearInput(params.clusterYearId)));
  return null;
}

/** Theo dõi thực hiện giao ước: what was promised, how far each quarter came, and at year end whether it was kept. */
export function Component() {
  const { t } = useLingui();
  const { clusterYearId } = useParams();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.pledges.ledger.queryOptions(yearInput(clusterYearId)));
  const { clusterYear, ledger } = data;
  const title = t`Theo dõi thực hiện giao ước năm ${clusterYear.year}`;
  if (ledger) return <LedgerOfYear title={title} year={clusterYear} ledger={ledger} />;
  return (
    <Stack gap="xs">
      <PageHeader title={title} about={clusterYear.clusterName} />
      <ClusterYearTabs clusterYearId={clusterYear.id} />
      <Text>
        <Trans>
          Năm này chưa có giao ước nên chưa có gì để theo dõi. Xem trang{' '}
          <Link to={paths.pledges.to(clusterYear.id)}>Giao ước</Link>.
        </Trans>
      </Text>
    </Stack>
  );
}

type Props = { title: string; year: { id: string; year: number; clusterName: string }; ledger: Ledger };

function LedgerOfYear({ title, year, ledger }: Props) {
  const { t } = useLingui();
  const [{ 'don-vi': asked, 'chi-tieu': askedIndicator }, change] = useUrlFilters(filters);
  const [entering, setEntering] = useState<Quarter | null>(null);
  const { members, quarters, isDemo } = ledger;
  const member = members.find(({ unitId }) => unitId === asked) ?? members.find(({ isMine }) => isMine) ?? members[0];
  const indicator = ledger.indicators.find((one) => one.id === askedIndicator);
  const asSeen = indicator ? { indicatorVersionId: indicator.id } : { unitId: member?.unitId };
  const open = quarters.filter(({ reasons }) => reasons.length === 0);
  // The first quarter that is open and has nothing in it yet.
  const next = open.find(({ quarter }) => member?.quarters[quarter - 1] === null)?.quarter;
  const [closed] = quarters.flatMap(({ reasons }) => reasons);
  return (
    <Stack gap="xs">
      <PageHeader
        title={title}
        about={
          <>
            {year.clusterName} · <Link to={paths.pledges.to(year.id)}>{t`Giao ước thi đua`}</Link>
            {isDemo && (
              <>
                {' '}
                · <Trans>số liệu của từng đơn vị là dữ liệu minh họa</Trans>
              </>
            )}
          </>
        }
        actions={
          member && (
            <>
              {!indicator && (
                <CopyButton text={() => memberLedgerText(year.year, member, ledger)}>
                  <Trans>Sao chép dạng chữ</Trans>
                </CopyButton>
              )}
              <ExportButton
                of={{ list: 'ledger', filters: { ...yearInput(year.id), ...asSeen } as never }}
                columns={LEDGER_COLUMNS}
                disabled={ledger.indicators.length === 0}
              />
            </>
          )
        }
      />
      <ClusterYearTabs clusterYearId={year.id} />
      <Group gap="xs" align="flex-end" className="no-print">
        <SegmentedControl
          aria-label={t`Xem theo`}
          size="sm"
          value={indicator ? 'indicator' : 'member'}
          onChange={(next) => change({ 'chi-tieu': next === 'indicator' ? ledger.indicators[0]?.id : undefined })}
          data={[
            { value: 'member', label: t`Theo đơn vị` },
            { value: 'indicator', label: t`Theo chỉ tiêu`, disabled: ledger.indicators.length === 0 },
          ]}
        />
        {indicator ? (
          <NativeSelect
            label={t`Chỉ tiêu`}
            value={indicator.id}
            onChange={(event) => change({ 'chi-tieu': event.currentTarget.value })}
            data={ledger.indicators.map((one) => ({ value: one.id, label: `${one.name} (${one.unitOfMeasure})` }))}
          />
        ) : (
          <NativeSelect
            label={t`Đơn vị`}
            value={member?.unitId ?? ''}
            onChange={(event) => change({ 'don-vi': event.currentTarget.value })}
            data={members.map(({ unitId, name, isActive }) => ({
              value: unitId,
              label: isActive ? name : t`${name} (đã rời Cụm)`,
            }))}
          />
        )}
        {!indicator &&
          member?.isMine &&
          open.map(({ quarter }) => (
            <Button
              key={quarter}
              variant={quarter === next ? 'filled' : 'default'}
              onClick={() => setEntering(quarter)}
            >
              <Trans>Ghi tiến độ quý {QUARTER_NAMES[quarter]}</Trans>
            </Button>
          ))}
      </Group>
      {!indicator && member?.isMine && open.length === 0 && closed && (
        <Text size="sm" c="gray.7">
          {closed.text}
        </Text>
      )}
      {!indicator && member && !member.isActive && (
        <Text size="sm" c="gray.7">
          <Trans>{member.name} không còn là thành viên của Cụm: số đã ghi được giữ, không ghi thêm.</Trans>
        </Text>
      )}
      <PledgeRuleLink clusterYearId={year.id} />
      {indicator && <LedgerByIndicator ledger={ledger} indicator={indicator} clusterYearId={year.id} />}
      {!indicator && member && <LedgerTable ledger={ledger} member={member} clusterYearId={year.id} />}
      {!indicator && member && <QuarterEvidence ledger={ledger} member={member} onEnter={setEntering} />}
      <LedgerTotals
        ledger={ledger}
        clusterYearId={year.id}
        year={year.year}
        onChoose={(unitId) => change({ 'don-vi': unitId, 'chi-tieu': undefined })}
      />
      <PledgeHistory pledgeId={ledger.pledgeId} />
      {member && entering !== null && (
        <ProgressDialog ledger={ledger} member={member} quarter={entering} onClose={() => setEntering(null)} />
      )}
    </Stack>
  );
}
