import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, type LoaderFunctionArgs, useParams, useSearchParams } from 'react-router';
import { type Api, apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { Reasons } from '#client/core/reasons.tsx';
import { RecordHistory } from '#client/core/record-history.tsx';
import { StepLine } from '#client/core/step-line.tsx';
import { useWords } from '#client/core/words.ts';
import { BrokenOff } from '#client/imports/broken-off.tsx';
import { CheckStep } from '#client/imports/check-step.tsx';
import { ClearingNote } from '#client/imports/clearing-note.tsx';
import { ConfirmStep } from '#client/imports/confirm-step.tsx';
import { DropImport } from '#client/imports/drop-import.tsx';
import { ImportStatusBadge } from '#client/imports/import-status-badge.tsx';
import { type ChosenStep, isRunning, shownStep, stepWord, WIZARD_STEPS } from '#client/imports/import-steps.ts';
import css from '#client/imports/imports.module.css';
import { MappingStep } from '#client/imports/mapping-step.tsx';
import { ResultStep } from '#client/imports/result-step.tsx';
import { RunningJob } from '#client/imports/running-job.tsx';
import { SameFile } from '#client/imports/same-file.tsx';
import { useWizardWords } from '#client/imports/wizard-words.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { IMPORT_KIND_LABELS, type ImportRunId } from '#shared/imports/imports.schema.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

const runOf = (trpc: Api['trpc'], id: string | undefined) =>
  trpc.imports.byId.queryOptions({ id: (id ?? '') as ImportRunId });
/** How often a running import is asked how far it is. */
const ASK_MS = 1_000;

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(runOf(trpc, params.id));
  return null;
}

/** One import from its file to its undo, at one address: the state is kept by the server, not by this page. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const { id } = useParams();
  const trpc = useTRPC();
  const words = useWizardWords();
  const [params, setParams] = useSearchParams();
  const { data: run } = useSuspenseQuery({
    ...runOf(trpc, id),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data.status) ? ASK_MS : false),
    refetchOnWindowFocus: 'always',
  });
  useFreshNews(run);
  const step = shownStep(run, params.get('buoc'));
  const isOver = run.status === 'applied' || run.status === 'undone';

  /** A step the person goes to stands in the address, so that the back button leads where they were. */
  function go(to: ChosenStep | null, how: { replace?: boolean } = {}): void {
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (to === null) next.delete('buoc');
        else next.set('buoc', stepWord(to));
        return next;
      },
      { ...how },
    );
    window.scrollTo({ top: 0 });
  }

  return (
    <Stack gap="sm">
      <PageHeader
        title={run.fileName}
        about={
          <Group gap="xs">
            <ImportStatusBadge status={run.status} />
            <span>
              {[label(IMPORT_KIND_LABELS[run.kind]), run.scopeName, run.createdByName, formatInstant(run.createdAt)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </Group>
        }
        actions={
          <Button component={Link} to={paths.imports.to()} variant="default">
            <Trans>Các lần nhập</Trans>
          </Button>
        }
      />
      <StepLine title={t`Các bước nhập từ Excel`} steps={words} at={WIZARD_STEPS.indexOf(step)} finished={isOver} />
      {(run.status === 'mapping' || run.status === 'checked') && <SameFile run={run} />}
      <Body run={run} step={step} go={go} />
      {(isOver || run.status === 'cancelled' || run.status === 'failed') && <ClearingNote run={run} />}
      {(isOver || run.status === 'cancelled' || run.status === 'failed') && (
        <details className={css.history}>
          <summary>
            <Trans>Lịch sử cập nhật</Trans>
          </summary>
          <RecordHistory subjectKind="import" subjectId={run.id} />
        </details>
      )}
    </Stack>
  );
}

type BodyProps = {
  run: ImportRunView;
  step: ReturnType<typeof shownStep>;
  go: (to: ChosenStep | null, how?: { replace?: boolean }) => void;
};

function Body({ run, step, go }: BodyProps) {
  const { t } = useLingui();
  const nothingYet = <Trans>Hủy lúc này không để lại gì trong dữ liệu.</Trans>;
  switch (run.status) {
    case 'reading':
      return <RunningJob run={run} title={t`Đang đọc tệp`} cancelWords={nothingYet} />;
    case 'checking':
      // Checked once already: what was corrected is judged again while the rows stay in sight.
      if (run.counts !== null)
        return <CheckStep run={run} onBack={() => go('columns')} onConfirm={() => go('confirm')} />;
      return <RunningJob run={run} title={t`Đang kiểm tra từng dòng`} cancelWords={nothingYet} />;
    case 'applying':
      return (
        <RunningJob
          run={run}
          title={t`Đang ghi vào dữ liệu`}
          cancelWords={<Trans>Hủy giữa chừng: những dòng đã ghi hoàn tác được.</Trans>}
        />
      );
    case 'undoing':
      return <RunningJob run={run} title={t`Đang hoàn tác`} cancelWords={null} />;
    case 'failed':
      return <BrokenOff run={run} />;
    case 'mapping':
      return (
        <>
          {run.failure && (
            <Alert role="alert" color="red" title={t`Việc kiểm tra dừng giữa chừng`}>
              <Reasons reasons={run.failure} />
            </Alert>
          )}
          <ClearingNote run={run} />
          <MappingStep run={run} onChosen={() => go(null, { replace: true })} extra={<DropImport run={run} />} />
        </>
      );
    case 'checked':
      if (step === 'columns') {
        return (
          <MappingStep
            run={run}
            onChosen={() => go(null, { replace: true })}
            extra={
              <Button variant="default" onClick={() => go('check')}>
                <Trans>Về bước kiểm tra</Trans>
              </Button>
            }
          />
        );
      }
      if (step === 'confirm') {
        return <ConfirmStep run={run} onBack={() => go('check')} onConfirmed={() => go(null, { replace: true })} />;
      }
      return (
        <CheckStep
          run={run}
          onBack={() => go('columns')}
          onConfirm={() => go('confirm')}
          extra={<DropImport run={run} />}
        />
      );
    default:
      return <ResultStep run={run} />;
  }
}

/** When a job of this import ends, other lists on screen (registry, jobs, history) are old. */
function useFreshNews({ status }: ImportRunView): void {
  const queryClient = useQueryClient();
  const before = useRef(status);
  useEffect(() => {
    if (isRunning(before.current) && !isRunning(status)) void queryClient.invalidateQueries();
    before.current = status;
  }, [status, queryClient]);
}
