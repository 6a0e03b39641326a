import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTRPC } from '#client/core/api.ts';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { type Problem, readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { fold } from '#shared/core/fold.ts';
import type { ImportField } from '#shared/imports/fields/import-field.ts';
import type { ImportRunId } from '#shared/imports/imports.schema.ts';

type Props = {
  runId: string;
  field: ImportField;
  /** As it stands in the file. */
  value: string;
  /** How many rows hold it, where that is known. */
  rowCount: number | undefined;
  pending: boolean;
  problem: Problem | null;
  onClose: () => void;
  onApply: (to: string) => void;
};

/** Options drawn at once; typing narrows them. */
const MOST_SHOWN = 60;

/** One wrong value put right for every row that holds it: from the list, or typed. The file itself stays as it is. */
export function FixValueDialog({ runId, field, value, rowCount, pending, problem, onClose, onApply }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  useReturnFocus();
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const name = label(field.label);
  const rows = String(rowCount ?? '');
  const fromList = field.options !== undefined || field.list !== undefined;
  const isEmpty = to.trim() === '';

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (!isEmpty) onApply(to.trim());
  }

  return (
    <Modal opened onClose={onClose} title={t`Sửa giá trị: ${name}`} size="lg">
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Text>
            <Trans>
              Trong tệp: <strong style={{ overflowWrap: 'anywhere' }}>“{value}”</strong>
            </Trans>
          </Text>
          {fromList ? (
            <ListChoice
              runId={runId}
              field={field}
              value={to}
              onChange={setTo}
              error={tried && isEmpty ? t`Chưa chọn giá trị` : undefined}
            />
          ) : (
            <TextInput
              label={t`Sửa thành`}
              required
              data-autofocus
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
              error={tried && isEmpty ? t`Chưa nhập ô này` : undefined}
            />
          )}
          <Text size="sm" c="gray.7">
            {rowCount === undefined ? (
              <Trans>Áp dụng cho mọi dòng có đúng giá trị này trong cột. Tệp Excel của bạn không thay đổi.</Trans>
            ) : (
              <Trans>Áp dụng cho {rows} dòng có đúng giá trị này trong cột. Tệp Excel của bạn không thay đổi.</Trans>
            )}
          </Text>
          <ProblemAlert problem={problem} title={t`Chưa sửa được`} />
          <DialogFoot
            onClose={onClose}
            pending={pending}
            send={rowCount === undefined ? <Trans>Sửa và kiểm tra lại</Trans> : <Trans>Chọn cho {rows} dòng</Trans>}
          />
        </Stack>
      </form>
    </Modal>
  );
}

type ChoiceProps = {
  runId: string;
  field: ImportField;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
};

/** The whole list, found by typing with or without accents. */
function ListChoice({ runId, field, value, onChange, error }: ChoiceProps) {
  const { t } = useLingui();
  const trpc = useTRPC();
  const known = field.options?.map((each) => ({ value: each.value, label: each.label }));
  const asked = useQuery({
    ...trpc.imports.choices.queryOptions({ id: runId as ImportRunId, field: field.id }),
    enabled: known === undefined,
    staleTime: 5 * 60_000,
  });
  if (asked.error) return <ProblemAlert problem={readProblem(asked.error)} onRetry={() => void asked.refetch()} />;
  return (
    <Select
      label={t`Giá trị trong danh mục`}
      required
      searchable
      data-autofocus
      limit={MOST_SHOWN}
      placeholder={t`Gõ vài chữ để tìm`}
      nothingFoundMessage={t`Không có giá trị nào như vậy trong danh mục`}
      data={known ?? asked.data ?? []}
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
      error={error}
      filter={({ options, search, limit }) => {
        const words = fold(search).split(' ');
        return options
          .filter((option) => 'label' in option && words.every((word) => fold(option.label).includes(word)))
          .slice(0, limit);
      }}
    />
  );
}
