import { Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { CheckedForm, type useCheckedForm } from '#client/core/form/checked-form.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import type { Action } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';

type Props<V extends FieldValues, Values> = {
  title: string;
  failed: string;
  confirmLabel: ReactNode;
  form: ReturnType<typeof useCheckedForm<V, Values>>;
  // biome-ignore lint/suspicious/noExplicitAny: what it answers is of no interest here
  action: Action<Values, any>;
  onClose: () => void;
  children: ReactNode;
};

/** A short form over the page: fields, what went wrong, close and do. */
export function FormDialog<V extends FieldValues, Values>(props: Props<V, Values>) {
  const { title, failed, confirmLabel, form, action, onClose, children } = props;
  useReturnFocus();
  return (
    <Modal opened onClose={onClose} title={title} size="md">
      <CheckedForm form={form} problem={action.problem} onSubmit={(values) => action.run(values)}>
        <Stack gap="sm">
          <ProblemAlert problem={generalOf(action.problem)} title={failed} onRetry={action.retry} />
          {children}
          <DialogFoot onClose={onClose} pending={action.pending} send={confirmLabel} />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}
