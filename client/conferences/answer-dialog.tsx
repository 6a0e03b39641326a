import { Trans, useLingui } from '@lingui/react/macro';
import { Group, Modal, Radio, Stack } from '@mantine/core';
import { useController, useFormContext } from 'react-hook-form';
import { type Delegate, seenOf } from '#client/conferences/conference-types.ts';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { FormNumber, FormText } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { type DelegateAnswer, delegateAnswer } from '#shared/conferences/conferences.schema.ts';

/** A member's answer to its invitation: coming, with whom and how many, or not. */
export function AnswerDialog({ delegate, onClose }: { delegate: Delegate; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const form = useCheckedForm(delegateAnswer, {
    coming: delegate.attendance !== 'absent',
    name: delegate.name,
    positionHeld: delegate.positionHeld,
    headcount: delegate.headcount,
    note: delegate.note,
  });
  const answer = useAction(
    (values: DelegateAnswer) => client.conferences.confirmDelegate.mutate({ ...seenOf(delegate), answer: values }),
    { done: t`Đã trả lời giấy mời`, onDone: onClose },
  );
  return (
    <Modal opened onClose={onClose} title={t`Trả lời giấy mời`} size="md">
      <CheckedForm form={form} problem={answer.problem} onSubmit={(values) => void answer.run(values)}>
        <Stack gap="sm">
          <ProblemAlert
            problem={generalOf(answer.problem)}
            title={t`Chưa trả lời được giấy mời`}
            onRetry={() => void answer.retry()}
          />
          <ComingField />
          <FormNumber<DelegateAnswer> name="headcount" label={t`Số người dự`} unit={t`người`} decimals={0} required />
          <FormText<DelegateAnswer> name="name" label={t`Trưởng đoàn`} description={t`Có thể để trống`} />
          <FormText<DelegateAnswer> name="positionHeld" label={t`Chức vụ, thành phần đoàn`} />
          <FormText<DelegateAnswer> name="note" label={t`Ghi chú`} />
          <DialogFoot onClose={onClose} pending={answer.pending} send={<Trans>Gửi trả lời</Trans>} />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}

function ComingField() {
  const { t } = useLingui();
  const { control } = useFormContext<DelegateAnswer>();
  const { field } = useController({ control, name: 'coming' });
  return (
    <Radio.Group
      label={t`Đơn vị có dự không?`}
      required
      value={field.value ? 'yes' : 'no'}
      onChange={(value) => field.onChange(value === 'yes')}
    >
      <Group gap="md" mt={4}>
        <Radio value="yes" label={t`Xác nhận dự`} />
        <Radio value="no" label={t`Báo vắng`} />
      </Group>
    </Radio.Group>
  );
}
