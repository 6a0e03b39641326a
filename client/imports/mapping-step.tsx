import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { SubmitBar } from '#client/core/form/submit-bar.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { useKeptDraft } from '#client/imports/kept-draft.ts';
import { draftOfSheet, firstDraft, mappingGaps, withHeaderRow } from '#client/imports/mapping-draft.ts';
import { MappingTable } from '#client/imports/mapping-table.tsx';
import { SheetPreview } from '#client/imports/sheet-preview.tsx';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import type { ChosenColumns, ImportRunId } from '#shared/imports/imports.schema.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

type Props = { run: ImportRunView; onChosen: () => void; extra?: React.ReactNode };

/** Ghép cột: which sheet, which row has the headings, what each column is, how its letters are stored. */
export function MappingStep({ run, onChosen, extra }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const fields = FIELDS_OF_KIND[run.kind];
  const { draft, change, forget } = useKeptDraft(run.id, JSON.stringify(run.chosen), () => firstDraft(run));
  const [tried, setTried] = useState(false);
  const alert = useRef<HTMLDivElement>(null);
  const choose = useAction(
    (chosen: ChosenColumns) =>
      client.imports.choose.mutate({ id: run.id as ImportRunId, seenVersion: run.version, chosen }),
    {
      onDone: () => {
        forget();
        onChosen();
      },
    },
  );
  const sheets = run.found?.sheets ?? [];
  const sheet = sheets.find(({ name }) => name === draft.sheet) ?? sheets[0];
  if (!sheet) {
    return (
      <Alert color="red">
        <Trans>Tệp không có trang tính nào có dữ liệu. Mở lại tệp trong Excel, kiểm tra rồi nhập lại.</Trans>
      </Alert>
    );
  }
  const { missing, twice } = mappingGaps(draft, fields);
  const isComplete = missing.length === 0 && twice.length === 0;
  const missingNames = missing.map((field) => label(field.label)).join(', ');
  const twiceNames = twice.map((field) => label(field.label)).join(', ');

  function check(): void {
    setTried(true);
    if (isComplete) void choose.run(draft);
    else alert.current?.focus();
  }

  return (
    <Stack gap="sm">
      <SheetPreview
        sheets={sheets}
        sheet={sheet}
        headerRow={draft.headerRow}
        onSheet={(name) => change(draftOfSheet(run, sheets.find((each) => each.name === name) ?? sheet))}
        onHeaderRow={(row) => change(withHeaderRow(draft, sheet, row, fields))}
      />
      <Title order={2}>
        <Trans>Mỗi cột là gì?</Trans>
      </Title>
      {!isComplete && (
        <Alert
          ref={alert}
          tabIndex={-1}
          color={tried ? 'red' : 'orange'}
          {...(tried ? { role: 'alert' } : {})}
          title={t`Chưa kiểm tra được`}
          styles={{ title: { color: tried ? 'var(--bad-text)' : 'var(--warn-text)' } }}
        >
          {missing.length > 0 && (
            <Text>
              <Trans>
                Chưa có cột nào ghép vào trường bắt buộc: <strong>{missingNames}</strong>.
              </Trans>
            </Text>
          )}
          {twice.length > 0 && (
            <Text>
              <Trans>
                Hai cột cùng ghép vào: <strong>{twiceNames}</strong>. Giữ một cột, cột kia chọn “(không nhập cột này)”.
              </Trans>
            </Text>
          )}
        </Alert>
      )}
      <ProblemAlert problem={choose.problem} title={t`Chưa kiểm tra được`} onRetry={() => void choose.retry()} />
      <MappingTable
        run={run}
        sheet={sheet}
        fields={fields}
        draft={draft}
        twice={twice.map(({ id }) => id)}
        onChange={change}
      />
      <SubmitBar
        status={
          <Text c="gray.7">
            <Trans>Kiểm tra chưa ghi gì vào dữ liệu. Cách ghép được nhớ cho tệp cùng tiêu đề.</Trans>
          </Text>
        }
      >
        {extra}
        <Button loading={choose.pending} onClick={check}>
          <Trans>Kiểm tra các dòng</Trans>
        </Button>
      </SubmitBar>
    </Stack>
  );
}
