import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { type LoaderFunctionArgs, useLocation, useParams } from 'react-router';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { useWords } from '#client/core/words.ts';
import { Attachments } from '#client/files/attachment-picker.tsx';
import { AdoptedModels } from '#client/replications/adopted-models-link.tsx';
import { OpenThreads } from '#client/reports/open-threads.tsx';
import { ReopenedBanner } from '#client/reports/reopened-banner.tsx';
import { ReportChairActions, WhyNot } from '#client/reports/report-chair-actions.tsx';
import { ReportForm } from '#client/reports/report-form.tsx';
import { ReportGrid } from '#client/reports/report-grid.tsx';
import { ReportHistory } from '#client/reports/report-history.tsx';
import { ReportNarrative } from '#client/reports/report-narrative.tsx';
import { ReportNeighbours } from '#client/reports/report-neighbours.tsx';
import { ReportSectionsRead } from '#client/reports/report-sections-read.tsx';
import { ReportStatusLine } from '#client/reports/report-status-line.tsx';
import type { Report } from '#client/reports/report-types.ts';
import { Unsaved } from '#client/reports/unsaved.tsx';
import { formatDate } from '#shared/core/dates.ts';
import { REPORT_PERIOD_LABELS, type ReportId } from '#shared/reports/reports.schema.ts';

const FigureComments = lazy(() => import('#client/reports/figure-comments.tsx'));
const CellDetails = lazy(() => import('#client/reports/cell-details.tsx'));

const inputOf = (reportId: string | undefined) => ({ id: (reportId ?? '') as ReportId });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.reports.byId.queryOptions(inputOf(params.reportId)));
  return null;
}

/** One report: filled by its unit, read by the cluster, received by the chair's standing office. */
export function Component() {
  const { reportId } = useParams();
  const trpc = useTRPC();
  const { data: report } = useSuspenseQuery(trpc.reports.byId.queryOptions(inputOf(reportId)));
  const { label } = useWords();
  useFieldOfAddress();
  const mayFill = report.actions.save.length === 0;
  const mayJudge = !report.actions.receive.some(({ code }) => code === 'report.not-chair');
  const title = `${label(REPORT_PERIOD_LABELS[report.period])} ${report.clusterYear.year}, ${report.unit.fullName}`;
  return (
    <Stack gap={0}>
      <PageHeader
        title={title}
        about={<ReportStatusLine report={report} />}
        actions={<ReportNeighbours report={report} />}
      />
      {report.isDemo && (
        <Text size="sm" c="gray.7" mb="xs">
          <Trans>Số liệu của từng đơn vị là dữ liệu minh họa.</Trans>
        </Text>
      )}
      <SupplementBanner report={report} />
      <ReopenedBanner report={report} />
      <OpenThreads report={report} />
      {mayFill ? <ReportForm key={report.id} report={report} /> : <ReportReading report={report} />}
      {report.isOpen && (
        <Stack gap="xs" mt="md">
          <Title order={2}>
            <Trans>Tài liệu minh chứng</Trans>
          </Title>
          <Attachments subjectKind="report" subjectId={report.id} files={report.files} editable={mayFill} />
        </Stack>
      )}
      {report.isOpen && report.period === 'year-end' && (
        <AdoptedModels clusterYearId={report.clusterYear.id} unitId={report.unit.id} />
      )}
      <History report={report} />
      {mayJudge && <ReportChairActions key={report.id} report={report} />}
    </Stack>
  );
}

/** "#o-cells-…" of the address leads to that cell, as the list of what is missing does. */
function useFieldOfAddress(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!hash.startsWith('#o-cells-')) return;
    // After the frame has taken the focus to the top of the new page.
    const timer = setTimeout(() => {
      const field = document.getElementById(hash.slice(1));
      field?.focus();
      field?.scrollIntoView?.({ block: 'center' });
    });
    return () => clearTimeout(timer);
  }, [hash]);
}

function SupplementBanner({ report: { supplement, chair } }: { report: Report }) {
  const { t } = useLingui();
  if (!supplement) return null;
  const day = formatDate(supplement.dueOn);
  return (
    <Alert
      color="orange"
      mb="sm"
      styles={{ title: { color: 'var(--warn-text)' } }}
      title={t`Đề nghị bổ sung, hạn ${day}`}
    >
      {supplement.reason && <Text>{supplement.reason}</Text>}
      <Text size="sm" c="gray.7">
        {chair.standingOffice}
      </Text>
    </Alert>
  );
}

/** The report as printed: nothing to type into. */
function ReportReading({ report }: { report: Report }) {
  const { t } = useLingui();
  const [detailed, setDetailed] = useState<string | null>(null);
  const [discussed, setDiscussed] = useState<string | null>(null);
  const unit = report.unit.fullName;
  if (!report.isOpen)
    return (
      <Alert color="gray" title={t`Đơn vị đang nhập báo cáo`}>
        <Trans>Số liệu của {unit} hiện ở đây sau khi đơn vị gửi. Cơ quan thường trực Cụm có thể gửi đôn đốc.</Trans>
      </Alert>
    );
  const draft = Object.fromEntries(report.cells.map((cell) => [cell.indicatorVersionId, cell]));
  return (
    <Stack gap="xs">
      <Unsaved report={report} />
      <WhyNot reasons={report.actions.save} />
      <ReportGrid
        cells={report.cells}
        period={report.period}
        draft={draft}
        onDetails={setDetailed}
        onComments={setDiscussed}
        threads={report.threads}
        mayAsk={report.commentSide === 'chair'}
        errors={{}}
      />
      {discussed !== null && (
        <Suspense>
          <FigureComments report={report} indicatorVersionId={discussed} onClose={() => setDiscussed(null)} />
        </Suspense>
      )}
      {detailed !== null && (
        <Suspense>
          <CellDetails
            report={report}
            indicatorVersionId={detailed}
            editable={false}
            onClose={() => setDetailed(null)}
          />
        </Suspense>
      )}
      <Title order={2} mt="sm">
        <Trans>Thuyết minh</Trans>
      </Title>
      <ReportSectionsRead sections={report.sections} />
      {(report.sections.length === 0 || report.narrative !== '') && (
        <ReportNarrative value={report.narrative} onChange={() => undefined} readOnly />
      )}
    </Stack>
  );
}

function History({ report }: { report: Report }) {
  const [open, setOpen] = useState(false);
  if (!report.isOpen) return null;
  return (
    <Stack gap="xs" mt="lg" align="flex-start" className="no-print">
      <Button variant="default" size="xs" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Trans>Lịch sử cập nhật</Trans>
      </Button>
      {open && <ReportHistory reportId={report.id} />}
    </Stack>
  );
}
