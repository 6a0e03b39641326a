import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Stack } from '@mantine/core';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { FormDate, FormText, FormTextarea } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { inputOf, type Movement, type MovementsOfYear } from '#client/movements/movement-types.ts';
import { type ConfirmationDraft, confirmationDraft } from '#shared/movements/confirm.schema.ts';
import { MOVEMENT_FIELD_LABELS } from '#shared/movements/movements.labels.ts';

type Props = { data: MovementsOfYear; movement: Movement; unitId: string; onClose: () => void };

/** A member confirms that it takes part, with day, person and paper. */
export function ConfirmMovement({ data, movement, unitId, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const before = movement.confirmations.find((one) => one.unitId === unitId);
  const form = useCheckedForm(confirmationDraft, {
    confirmedOn: before?.confirmedOn ?? data.today,
    person: before?.person ?? '',
    document: before?.document ?? '',
    note: before?.note ?? '',
  });
  const confirm = useAction(
    (draft: ConfirmationDraft, idempotencyKey) =>
      client.movements.confirm.mutate({
        ...inputOf(data.year.id),
        id: movement.id as never,
        unitId: unitId as never,
        seenVersion: before?.version ?? null,
        draft,
        idempotencyKey,
      }),
    { done: t`Đã xác nhận tham gia`, onDone: onClose },
  );
  const called = (field: string) => label(MOVEMENT_FIELD_LABELS[field]!);
  return (
    <Modal opened onClose={onClose} title={t`Xác nhận tham gia phong trào`} size="md">
      <CheckedForm form={form} problem={confirm.problem} onSubmit={(draft) => confirm.run(draft)}>
        <Stack gap="sm">
          <ProblemAlert problem={generalOf(confirm.problem)} title={t`Chưa xác nhận được`} onRetry={confirm.retry} />
          <FormDate<ConfirmationDraft> name="confirmedOn" label={called('confirmedOn')} required />
          <FormText<ConfirmationDraft>
            name="person"
            label={called('person')}
            placeholder={t`Họ và tên, chức vụ`}
            required
          />
          <FormText<ConfirmationDraft>
            name="document"
            label={called('confirmingDocument')}
            placeholder={t`Kế hoạch số…, ngày…`}
          />
          <FormTextarea<ConfirmationDraft> name="note" label={called('note')} rows={2} />
          <DialogFoot onClose={onClose} pending={confirm.pending} send={<Trans>Xác nhận</Trans>} />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}
