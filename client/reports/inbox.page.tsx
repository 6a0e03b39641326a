import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { useSession } from '#client/core/session.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { ToneIcon } from '#client/core/tone-icon.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { useWords } from '#client/core/words.ts';
import { HeadingsDialog } from '#client/reports/headings-dialog.tsx';
import { PeriodSwitch } from '#client/reports/period-switch.tsx';
import { periodFilter } from '#client/reports/report-period.ts';
import { ReportStatusBadge } from '#client/reports/report-status-badge.tsx';
import type { InboxMember } from '#client/reports/report-types.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { formatDate, formatInstant } from '#shared/core/dates.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';
import { isWaiting } from '#shared/reports/walk.rules.ts';

/** A longer list scrolls inside its frame, so that its head stays in sight. */
const LONG = 15;
const RemindDialog = lazy(() => import('#client/reports/remind-dialog.tsx'));

const inputOf = (clusterYearId: string | undefined, period: ReportPeriod) => ({
  clusterYearId: (clusterYearId ?? '') as ClusterYearId,
  period,
});

export async function loader({ context, params, url }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  const { ky } = readFilters(periodFilter, url.searchParams);
  await queryClient.ensureQueryData(trpc.reports.inbox.queryOptions(inputOf(params.clusterYearId, ky)));
  return null;
}

/** Báo cáo của các đơn vị: the standing office's list of who has sent, how late, and what looks wrong. */
export function Component() {
  const { t } = useLingui();
  const { clusterYearId } = useParams();
  const trpc = useTRPC();
  const [{ ky }, change] = useUrlFilters(periodFilter);
  const { data } = useSuspenseQuery(trpc.reports.inbox.queryOptions(inputOf(clusterYearId, ky)));
  const { clusterYear, members } = data;
  const sent = members.filter(({ status }) => status !== 'draft' && status !== 'supplement').length;
  const waiting = members.filter(isWaiting);
  const [reminding, setReminding] = useState(false);
  const count = members.length;
  const [heading, setHeading] = useState(false);
  const { can, account } = useSession();
  const isOffice = account.unitId === clusterYear.chairUnitId;
  const mayHead = can('reports.saveHeadings') && isOffice;
  const [first] = waiting;
  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Báo cáo của các đơn vị, năm ${clusterYear.year}`}
        about={
          <>
            {clusterYear.clusterName} ·{' '}
            <Trans>
              Đã gửi {sent}/{count}
            </Trans>
          </>
        }
        actions={
          <>
            {mayHead && (
              <Button variant="default" size="xs" onClick={() => setHeading(true)}>
                <Trans>Đề mục thuyết minh</Trans>
              </Button>
            )}
            <Button
              variant="default"
              size="xs"
              component={Link}
              to={`${paths.reportBoard.to(clusterYear.id)}?ky=${ky}`}
            >
              <Trans>Bảng theo dõi</Trans>
            </Button>
            {can('reviewing.remind') && isOffice && (
              <Button variant="default" size="xs" onClick={() => setReminding(true)}>
                <Trans>Gửi đôn đốc</Trans>
              </Button>
            )}
            {can('reports.receive') && isOffice && first && (
              <Button size="xs" component={Link} to={paths.report.to(clusterYear.id, first.reportId ?? '')}>
                <Plural value={waiting.length} other="Xem lần lượt # báo cáo chờ" />
              </Button>
            )}
            <PeriodSwitch period={ky} onChange={(period) => change({ ky: period })} />
          </>
        }
      />
      {heading && <HeadingsDialog clusterYearId={clusterYear.id} period={ky} onClose={() => setHeading(false)} />}
      {reminding && (
        <Suspense>
          <RemindDialog clusterYearId={clusterYear.id} period={ky} onClose={() => setReminding(false)} />
        </Suspense>
      )}
      <ClusterYearTabs clusterYearId={clusterYear.id} />
      <DataTable
        caption={t`Báo cáo của các đơn vị`}
        rows={members}
        rowKey={({ unitId }) => unitId}
        maxHeight={members.length > LONG ? 'max(360px, calc(100vh - 240px))' : undefined}
        empty={<Trans>Cụm chưa có đơn vị thành viên trong năm này. Quản trị hệ thống thêm đơn vị vào cụm.</Trans>}
        columns={[
          {
            id: 'unit',
            head: <Trans>Đơn vị</Trans>,
            width: 110,
            rowHead: true,
            cell: (member) => <Opened member={member} clusterYearId={clusterYear.id} />,
          },
          {
            id: 'status',
            head: <Trans>Trạng thái</Trans>,
            width: 124,
            cell: ({ status }) => <ReportStatusBadge status={status} />,
          },
          {
            id: 'sent',
            head: <Trans>Gửi lúc</Trans>,
            width: 128,
            cell: ({ sentAt }) => <span className="tabular">{sentAt ? formatInstant(sentAt) : '–'}</span>,
          },
          { id: 'time', head: <Trans>Thời hạn</Trans>, width: 232, cell: (member) => <Timing member={member} /> },
          {
            id: 'filled',
            head: <Trans>Số chỉ tiêu</Trans>,
            width: 84,
            numeric: true,
            cell: ({ filledCount }) => (filledCount === null ? '–' : `${filledCount}/${data.indicatorCount}`),
          },
          {
            id: 'comments',
            head: <Trans>Ý kiến</Trans>,
            width: 84,
            wrap: true,
            cell: ({ comments }) => <Comments comments={comments} />,
          },
          {
            id: 'doubts',
            head: <Trans>Cần xem lại</Trans>,
            wrap: true,
            cell: (member) => <Doubts member={member} clusterYearId={clusterYear.id} />,
          },
        ]}
      />
    </Stack>
  );
}

function Opened({ member, clusterYearId }: { member: InboxMember; clusterYearId: string }) {
  if (member.reportId === null) return member.name;
  return (
    <Anchor component={Link} to={paths.report.to(clusterYearId, member.reportId)}>
      {member.name}
    </Anchor>
  );
}

/** Threads beside figures that are not done; the office looks at answers, the unit at questions. */
function Comments({ comments: { open, answered } }: { comments: InboxMember['comments'] }) {
  if (open + answered === 0) return '–';
  return (
    <>
      {answered > 0 && (
        <StatusBadge tone="info">
          <Plural value={answered} other="# đã trả lời" />
        </StatusBadge>
      )}{' '}
      {open > 0 && <Plural value={open} other="# chờ trả lời" />}
    </>
  );
}

function Timing({ member: { overdueDays, lateDays, openDueOn, sentAt, reopenedUntil } }: { member: InboxMember }) {
  const until = reopenedUntil === null ? '' : formatInstant(reopenedUntil);
  if (reopenedUntil !== null)
    return (
      <StatusBadge tone="warn" icon={<ToneIcon tone="warn" />}>
        <Trans>Mở lại đến {until}</Trans>
      </StatusBadge>
    );
  const day = openDueOn === null ? '' : formatDate(openDueOn);
  if (overdueDays > 0)
    return (
      <StatusBadge tone="bad" icon={<ToneIcon tone="bad" />}>
        <Plural value={overdueDays} other={`Quá hạn # ngày (hạn ${day})`} />
      </StatusBadge>
    );
  if (openDueOn !== null) return <Trans>hạn {day}</Trans>;
  if (lateDays > 0) return <Plural value={lateDays} other="Trễ # ngày" />;
  return sentAt === null ? '–' : <Trans>Đúng hạn</Trans>;
}

/** So many indicators are read beside the others; all of them stand at their figures, one press away. */
const DOUBTS_SHOWN = 2;

function Doubts({ member: { doubts, reportId }, clusterYearId }: { member: InboxMember; clusterYearId: string }) {
  const { word } = useWords();
  const byIndicator = [...Map.groupBy(doubts, ({ indicatorVersionId }) => indicatorVersionId).values()];
  const more = byIndicator.slice(DOUBTS_SHOWN).flat().length;
  return (
    <>
      {byIndicator.slice(0, DOUBTS_SHOWN).map((own) => (
        <Text key={own[0]!.indicatorVersionId} size="sm">
          <b>{own[0]!.indicator}:</b> {own.map(({ code, facts }) => word(REPORT_REASONS, code, facts)).join(' ')}
        </Text>
      ))}
      {more > 0 && (
        <Anchor component={Link} size="sm" to={paths.report.to(clusterYearId, reportId ?? '')}>
          <Plural value={more} other="và # điểm khác" />
        </Anchor>
      )}
    </>
  );
}
