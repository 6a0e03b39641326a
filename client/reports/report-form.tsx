import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Box, Button, Text, Title } from '@mantine/core';
import { lazy, Suspense, useCallback, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { AutosaveStatus } from '#client/core/form/autosave-status.tsx';
import { ErrorSummary } from '#client/core/form/error-summary.tsx';
import { SubmitBar } from '#client/core/form/submit-bar.tsx';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { gridIds } from '#client/reports/grid-ids.ts';
import { ReportGrid } from '#client/reports/report-grid.tsx';
import { ReportNarrative } from '#client/reports/report-narrative.tsx';
import { ReportSections } from '#client/reports/report-sections.tsx';
import type { Report } from '#client/reports/report-types.ts';
import { useReportDraft } from '#client/reports/use-report-draft.ts';
import { useReportNarrative } from '#client/reports/use-report-narrative.ts';
import { useReportSections } from '#client/reports/use-report-sections.ts';
import { WorkbookBar } from '#client/reports/workbook-bar.tsx';
import { formatInstant } from '#shared/core/dates.ts';

const FigureComments = lazy(() => import('#client/reports/figure-comments.tsx'));
const CellDetails = lazy(() => import('#client/reports/cell-details.tsx'));

/** The report as its unit fills it: figures and text save themselves; sending begins with looking everything over. */
export function ReportForm({ report }: { report: Report }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const draft = useReportDraft(report);
  const narrative = useReportNarrative(report);
  const sections = useReportSections(report);
  const [attempt, setAttempt] = useState(0);
  const [checking, setChecking] = useState(false);
  const [detailed, setDetailed] = useState<string | null>(null);
  const onDetails = useCallback((id: string) => setDetailed(id), []);
  const [discussed, setDiscussed] = useState<string | null>(null);
  const onComments = useCallback((id: string) => setDiscussed(id), []);

  const unclear = report.cells.flatMap(({ indicatorVersionId: id, name }) =>
    typeof draft.cells[id]?.value === 'string'
      ? [{ indicatorVersionId: id, id: gridIds(id).value, text: t`Số chưa rõ, chọn hoặc nhập lại: ${name}` }]
      : [],
  );
  const shown = attempt > 0 ? unclear : [];

  async function saveAll(): Promise<boolean> {
    const saved = await Promise.all([draft.flush(), narrative.flush(), sections.flush()]);
    return saved.every(Boolean);
  }

  async function review(): Promise<void> {
    setChecking(true);
    const saved = await saveAll();
    setChecking(false);
    if (unclear.length > 0) setAttempt(attempt + 1);
    else if (saved) await navigate(paths.reportReview.to(report.clusterYear.id, report.id));
  }

  const states = [draft.state, narrative.state, sections.state];
  const refused = states.find((state) => state.kind === 'refused' && state.problem.kind !== 'conflict');
  const saving = states.find(({ kind }) => kind !== 'idle' && kind !== 'saved') ?? latestSaved(states);
  return (
    <>
      <ErrorSummary errors={shown} attempt={attempt} />
      {draft.merge.dialog}
      {narrative.merge.dialog}
      {sections.merge.dialog}
      {refused?.kind === 'refused' && (
        <Box mb="sm">
          <ProblemAlert problem={refused.problem} title={t`Chưa lưu được`} />
        </Box>
      )}
      <Restored restored={draft.restored} />
      {draft.state.kind === 'failed' && (
        <Alert color="orange" mb="sm" styles={{ title: { color: 'var(--warn-text)' } }} title={t`Đang mất kết nối`}>
          <Trans>
            Bạn cứ nhập tiếp: số liệu được giữ trên máy này và tự lưu khi có mạng trở lại, kể cả khi trang bị đóng.
            Riêng phần thuyết minh chưa lưu thì đừng đóng trang.
          </Trans>
        </Alert>
      )}
      <WorkbookBar report={report} saveAll={saveAll} />
      <ReportGrid
        cells={report.cells}
        period={report.period}
        draft={draft.cells}
        editor={draft}
        onDetails={onDetails}
        onComments={onComments}
        threads={report.threads}
        errors={Object.fromEntries(shown.map(({ indicatorVersionId }) => [indicatorVersionId, t`Số chưa rõ`]))}
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
            editable
            onClose={() => {
              setDetailed(null);
              document.getElementById(gridIds(detailed).value)?.focus();
            }}
          />
        </Suspense>
      )}
      <Title order={2} mt="md" mb="xs">
        <Trans>Thuyết minh</Trans>
      </Title>
      <ReportSections sections={report.sections} draft={sections} />
      {(report.sections.length === 0 || narrative.text !== '') && (
        <ReportNarrative value={narrative.text} onChange={narrative.change} readOnly={false} />
      )}
      <SubmitBar status={<AutosaveStatus state={saving} partly={unclear.length > 0} />} onSave={() => void saveAll()}>
        <Button variant="default" component={Link} to={paths.reportCollecting.to(report.clusterYear.id, report.id)}>
          <Trans>Giao sở, ngành cung cấp số</Trans>
        </Button>
        <Button loading={checking} onClick={() => void review()}>
          <Trans>Xem lại trước khi gửi</Trans>
        </Button>
      </SubmitBar>
    </>
  );
}

function latestSaved<State extends { kind: string; at?: Date }>(states: readonly State[]): State {
  return states.toSorted((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0))[0]!;
}

/** What an earlier visit could not save stands in the form again. */
function Restored({ restored }: { restored: { count: number; at: string } | null }) {
  const { t } = useLingui();
  if (!restored) return null;
  const { count } = restored;
  const time = formatInstant(restored.at);
  return (
    <Alert color="blue" mb="sm" title={t`Đã lấy lại ${count} dòng chưa kịp lưu`}>
      <Text>
        <Trans>Các dòng này được nhập lúc {time} và giữ trên máy này; hệ thống đang lưu tiếp.</Trans>
      </Text>
    </Alert>
  );
}
