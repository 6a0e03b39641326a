import { Trans, useLingui } from '@lingui/react/macro';
import { Box, Title } from '@mantine/core';
import { useState } from 'react';
import { AutosaveStatus } from '#client/core/form/autosave-status.tsx';
import { ErrorSummary } from '#client/core/form/error-summary.tsx';
import { SubmitBar } from '#client/core/form/submit-bar.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useWords } from '#client/core/words.ts';
import { gridIds, ReportGrid } from '#client/reports/report-grid.tsx';
import { ReportNarrative } from '#client/reports/report-narrative.tsx';
import { ReportSend } from '#client/reports/report-send.tsx';
import type { Report } from '#client/reports/report-types.ts';
import { useReportDraft } from '#client/reports/use-report-draft.ts';
import { useReportNarrative } from '#client/reports/use-report-narrative.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';

/** The report as its unit fills it: figures and text save themselves, sending looks everything over. */
export function ReportForm({ report }: { report: Report }) {
  const { t } = useLingui();
  const { word } = useWords();
  const draft = useReportDraft(report);
  const narrative = useReportNarrative(report);
  const [attempt, setAttempt] = useState(0);

  const missing = report.cells.flatMap(({ indicatorVersionId: id, name }) => {
    const value = draft.cells[id]?.value;
    if (typeof value === 'number') return [];
    const text =
      typeof value === 'string'
        ? t`Số chưa rõ, chọn hoặc nhập lại: ${name}`
        : word(REPORT_REASONS, 'report.figure-missing', { indicator: name });
    return [{ indicatorVersionId: id, id: gridIds(id).value, text }];
  });
  const shown = attempt > 0 ? missing : [];

  async function saveAll(): Promise<boolean> {
    const saved = await Promise.all([draft.flush(), narrative.flush()]);
    return saved.every(Boolean);
  }

  async function check(): Promise<boolean> {
    const saved = await saveAll();
    if (missing.length > 0) setAttempt(attempt + 1);
    return saved && missing.length === 0;
  }

  const refused = [draft.state, narrative.state].find(
    (state) => state.kind === 'refused' && state.problem.kind !== 'conflict',
  );
  const saving = draft.state.kind === 'idle' ? narrative.state : draft.state;
  return (
    <>
      <ErrorSummary errors={shown} attempt={attempt} />
      {draft.merge.dialog}
      {narrative.merge.dialog}
      {refused?.kind === 'refused' && (
        <Box mb="sm">
          <ProblemAlert problem={refused.problem} title={t`Chưa lưu được`} />
        </Box>
      )}
      <ReportGrid
        cells={report.cells}
        draft={draft.cells}
        onChange={draft.change}
        readOnly={false}
        errors={Object.fromEntries(shown.map(({ indicatorVersionId }) => [indicatorVersionId, t`Chưa nhập số liệu`]))}
      />
      <Title order={2} mt="md" mb="xs">
        <Trans>Thuyết minh</Trans>
      </Title>
      <ReportNarrative value={narrative.text} onChange={narrative.change} readOnly={false} />
      <SubmitBar status={<AutosaveStatus state={saving} />} onSave={() => void saveAll()}>
        <ReportSend report={report} draft={draft.cells} check={check} version={narrative.version} />
      </SubmitBar>
    </>
  );
}
