import { Trans } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import type * as z from 'zod/mini';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { useLeaveGuard } from '#client/core/form/leave-guard.tsx';
import { type MergingOptions, ofForm, useMergingSave } from '#client/core/form/merging-save.ts';
import { SubmitBar } from '#client/core/form/submit-bar.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';

type Props<V extends FieldValues, Version extends number | null> = Pick<
  MergingOptions<V, Version>,
  'fields' | 'begin' | 'version' | 'send' | 'load' | 'done'
> & {
  schema: z.ZodMiniType<V, V>;
  /** Heading of what went wrong, e.g. "Chưa lưu được hồ sơ". */
  failed: string;
  /** Words of the button that saves. */
  saving?: ReactNode;
  onClose: () => void;
  /** The fields; they find the form by its context. */
  children: ReactNode;
};

/**
 * A form that is opened, filled in and closed: checked by the schema, saved over the version it was opened with, the
 * second of two editors chooses field by field, and what is not saved is asked about before it is left.
 */
export function MergingForm<V extends FieldValues, Version extends number | null = number>(props: Props<V, Version>) {
  const { schema, fields, send, load, done, failed, saving, onClose, children } = props;
  // What this form began with stays, whatever is asked for again in the background.
  const [begun] = useState({ begin: props.begin, version: props.version });
  const form = useCheckedForm<V, V>(schema, begun.begin as DefaultValues<V>);
  const merging = useMergingSave<V, Version>({
    ...begun,
    ...ofForm<V>(form),
    fields,
    send,
    load,
    done,
    onDone: onClose,
  });
  const leaveQuestion = useLeaveGuard(form.formState.isDirty && !merging.pending);
  const submit = form.handleSubmit(merging.save);
  return (
    <CheckedForm form={form} problem={merging.problem} onSubmit={merging.save}>
      <Stack gap="sm">
        {merging.dialog}
        {leaveQuestion}
        <ProblemAlert problem={generalOf(merging.problem)} title={failed} onRetry={() => void merging.retry()} />
        {children}
        <SubmitBar onSave={() => void submit()}>
          <Button variant="default" onClick={onClose}>
            <Trans>Đóng, không lưu</Trans>
          </Button>
          <Button type="submit" loading={merging.pending}>
            {saving ?? <Trans>Lưu</Trans>}
          </Button>
        </SubmitBar>
      </Stack>
    </CheckedForm>
  );
}
