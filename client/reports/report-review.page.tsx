import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Button, Group, List, Stack, Text, Textarea, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useNavigate, useParams } from 'react-router';
import { apiContext, useTRPC, useTRPCClient } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { Attachments } from '#client/files/attachment-picker.tsx';
import { gridIds } from '#client/reports/grid-ids.ts';
import { WhyNot } from '#client/reports/report-chair-actions.tsx';
import { ReportGrid } from '#client/reports/report-grid.tsx';
import { ReportNarrative } from '#client/reports/report-narrative.tsx';
import { ReportSectionsRead } from '#client/reports/report-sections-read.tsx';
import { ReportStatusLine } from '#client/reports/report-status-line.tsx';
import type { Report, ReportCellView } from '#client/reports/report-types.ts';
import { reportDoubts } from '#shared/reports/plausibility.rules.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';
import { REPORT_PERIOD_LABELS, type ReportCell, type ReportId } from '#shared/reports/reports.schema.ts';

const inputOf = (reportId: string | undefined) => ({ id: (reportId ?? '') as ReportId });

/** Always what the server holds: this page shows what will be sent. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.fetchQuery({ ...trpc.reports.byId.queryOptions(inputOf(params.reportId)), staleTime: 0 });
  return null;
}

/** Xem lại trước khi gửi: everything as it will be sent, what is missing and what looks wrong on top. */
export function Component() {
  const { reportId } = useParams();
  const trpc = useTRPC();
  const { data: report } = useSuspenseQuery(trpc.reports.byId.queryOptions(inputOf(reportId)));
  const { t } = useLingui();
  const { label } = useWords();
  const period = label(REPORT_PERIOD_LABELS[report.period]);
  const { year } = report.clusterYear;
  const unit = report.unit.fullName;
  const back = paths.report.to(report.clusterYear.id, report.id);
  const missing = report.cells.filter(({ value }) => value === null);
  const draft = Object.fromEntries(report.cells.map((cell) => [cell.indicatorVersionId, cell]));
  if (!report.isOpen)
    return (
      <Stack gap="md">
        <PageHeader title={t`Xem lại trước khi gửi: ${period} ${year}, ${unit}`} />
        <Text>
          <Trans>Đơn vị đang nhập báo cáo này; chỉ cán bộ của đơn vị xem được trước khi gửi.</Trans>
        </Text>
      </Stack>
    );
  const isMine = !report.actions.save.some(({ code }) => code === 'report.not-own-unit');

  return (
    <Stack gap="md">
      <PageHeader
        title={t`Xem lại trước khi gửi: ${period} ${year}, ${unit}`}
        about={<ReportStatusLine report={report} />}
        actions={
          <Anchor component={Link} to={back}>
            <Trans>Quay lại sửa báo cáo</Trans>
          </Anchor>
        }
      />
      {missing.length > 0 && (
        <Alert color="red" title={t`Còn ${missing.length} chỉ tiêu chưa có số liệu`}>
          <List>
            {missing.map(({ indicatorVersionId, name }) => (
              <List.Item key={indicatorVersionId}>
                <Anchor
                  display="inline-block"
                  py={3}
                  component={Link}
                  to={`${back}#${gridIds(indicatorVersionId).value}`}
                >
                  {name}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Doubts
        key={report.cells.map(({ version }) => version).join()}
        report={report}
        editable={report.actions.save.length === 0}
      />
      <section>
        <Title order={2} mb="xs">
          <Trans>Số liệu</Trans>
        </Title>
        <ReportGrid cells={report.cells} period={report.period} draft={draft} errors={{}} />
      </section>
      <section>
        <Title order={2} mb="xs">
          <Trans>Thuyết minh</Trans>
        </Title>
        <ReportSectionsRead sections={report.sections} />
        {(report.sections.length === 0 || report.narrative !== '') && (
          <ReportNarrative value={report.narrative} onChange={() => undefined} readOnly />
        )}
      </section>
      <section>
        <Title order={2} mb="xs">
          <Trans>Tài liệu minh chứng</Trans>
        </Title>
        <Attachments subjectKind="report" subjectId={report.id} files={report.files} editable={false} />
      </section>
      {isMine && <Sending report={report} back={back} />}
    </Stack>
  );
}

function doubtsOf(report: Report) {
  return report.cells.flatMap((cell) => {
    const doubts = reportDoubts({ ...cell, period: report.period });
    return doubts.length > 0 ? [{ cell, doubts }] : [];
  });
}

/** What looks wrong, each with its explanation or a place to write one. It asks and never hinders. */
function Doubts({ report, editable }: { report: Report; editable: boolean }) {
  const { t } = useLingui();
  const { word } = useWords();
  const client = useTRPCClient();
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const found = doubtsOf(report);
  const typed = found.filter(({ cell }) => (notes[cell.indicatorVersionId] ?? '').trim() !== '');
  const save = useAction(
    (cells: ReportCell[]) => client.reports.saveCells.mutate({ id: report.id as ReportId, cells }),
    { done: t`Đã lưu giải trình` },
  );
  if (found.length === 0) return null;
  const open = found.filter(({ cell }) => cell.note === '').length;
  return (
    <Alert
      color="orange"
      styles={{ title: { color: 'var(--warn-text)' } }}
      title={t`${found.length} chỗ nên xem lại, ${open} chỗ chưa có giải trình`}
    >
      <Stack gap="sm">
        <ProblemAlert problem={save.problem} title={t`Chưa lưu được giải trình`} onRetry={save.retry} />
        {found.map(({ cell, doubts }) => (
          <div key={cell.indicatorVersionId}>
            <Text fw={600}>{cell.name}</Text>
            {doubts.map(({ code, facts }) => (
              <Text key={code}>{word(REPORT_REASONS, code, facts)}</Text>
            ))}
            {cell.note !== '' ? (
              <Text>
                <Trans>Giải trình: {cell.note}</Trans>
              </Text>
            ) : (
              editable && (
                <Textarea
                  aria-label={t`Giải trình: ${cell.name}`}
                  placeholder={t`Giải trình (không bắt buộc)`}
                  autosize
                  maxLength={2000}
                  maw={900}
                  value={notes[cell.indicatorVersionId] ?? ''}
                  onChange={(event) => setNotes({ ...notes, [cell.indicatorVersionId]: event.currentTarget.value })}
                />
              )
            )}
          </div>
        ))}
        {typed.length > 0 && (
          <Group>
            <Button
              variant="default"
              loading={save.pending}
              onClick={() => void save.run(typed.map(({ cell }) => explained(cell, notes[cell.indicatorVersionId]!)))}
            >
              <Trans>Lưu giải trình</Trans>
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}

function explained(cell: ReportCellView, note: string): ReportCell {
  const { value, valueStatus, sourceOffice, version } = cell;
  const indicatorVersionId = cell.indicatorVersionId as ReportCell['indicatorVersionId'];
  return { indicatorVersionId, value, valueStatus, sourceOffice, note: note.trim(), seenVersion: version };
}

function Sending({ report, back }: { report: Report; back: string }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const send = useAction(
    (_: null) => client.reports.send.mutate({ id: report.id as ReportId, seenVersion: report.version }),
    { done: t`Đã gửi báo cáo`, onDone: () => navigate(back) },
  );
  const estimates = report.cells.filter(({ valueStatus }) => valueStatus === 'estimate').length;
  const count = report.cells.length;
  const filled = report.cells.filter(({ value }) => value !== null).length;
  const { overdueDays } = report;
  return (
    <Stack gap="xs" className="no-print">
      <Text>
        <Trans>
          Có số liệu {filled}/{count} chỉ tiêu. Sau khi gửi, số liệu không sửa được nữa, trừ khi Cơ quan thường trực Cụm
          đề nghị bổ sung.
        </Trans>
      </Text>
      {estimates > 0 && (
        <Text>
          <Trans>Có {estimates} chỉ tiêu còn là số ước thực hiện.</Trans>
        </Text>
      )}
      {overdueDays > 0 && (
        <Text>
          <Trans>Đã quá hạn {overdueDays} ngày: báo cáo vẫn được nhận, việc trễ hạn được ghi lại.</Trans>
        </Text>
      )}
      <ProblemAlert problem={send.problem} title={t`Chưa gửi được báo cáo`} onRetry={send.retry} />
      <Group>
        <Button disabled={report.actions.send.length > 0} loading={send.pending} onClick={() => void send.run(null)}>
          <Trans>Gửi báo cáo</Trans>
        </Button>
        <Button variant="default" component={Link} to={back}>
          <Trans>Quay lại sửa báo cáo</Trans>
        </Button>
        <WhyNot reasons={report.actions.send} />
      </Group>
    </Stack>
  );
}
