import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm } from '#client/core/form/checked-form.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { ChangeEffects } from '#client/units/change-effects.tsx';
import type { ChangePreview, UnitChangeInput } from '#client/units/unit-types.ts';

type Props<Input extends FieldValues, Output> = {
  title: string;
  form: UseFormReturn<Input, unknown, Output>;
  /** What the form says, as the server takes it. */
  changeOf: (values: Output) => UnitChangeInput;
  /** The verb of the button that does it: "Ghi nhận sáp nhập". */
  confirmLabel: string;
  done: string;
  onClose: () => void;
  children: ReactNode;
};

type Shown = { change: UnitChangeInput; preview: ChangePreview };

/**
 * A change of units in two steps: what is wanted, then "Sẽ ảnh hưởng" with everything it will touch, and only there the
 * button that does it. What was typed stays when one goes back.
 */
export function ChangeDialog<Input extends FieldValues, Output>(props: Props<Input, Output>) {
  const { title, form, changeOf, confirmLabel, done, onClose, children } = props;
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const [shown, setShown] = useState<Shown | null>(null);

  const look = useAction(async (change: UnitChangeInput) => {
    const preview = await client.units.preview.query({ change });
    setShown({ change, preview });
    return preview;
  });
  const apply = useAction(
    ({ change, preview }: Shown, idempotencyKey) =>
      client.units.change.mutate({ change, seen: preview.seen, idempotencyKey }),
    {
      done,
      onDone: ({ unitIds: [first] }) => {
        onClose();
        if (first) void navigate(paths.unit.to(first));
      },
    },
  );
  const isConflict = apply.problem?.kind === 'conflict';

  return (
    <Modal opened onClose={onClose} title={title} size="xl">
      <div hidden={shown !== null}>
        <CheckedForm form={form} problem={look.problem} onSubmit={(values) => look.run(changeOf(values))}>
          <Stack gap="sm">
            <ProblemAlert problem={generalOf(look.problem)} title={t`Chưa thực hiện được`} onRetry={look.retry} />
            {children}
            <DialogFoot onClose={onClose} pending={look.pending} send={<Trans>Xem ảnh hưởng</Trans>} />
          </Stack>
        </CheckedForm>
      </div>
      {shown && (
        <Stack gap="sm">
          {isConflict ? (
            <Alert color="orange" role="alert" title={t`Danh mục vừa thay đổi`}>
              <Stack gap="xs" align="flex-start">
                <Reasons reasons={apply.problem?.reasons ?? []} />
                <Button
                  size="xs"
                  variant="default"
                  loading={look.pending}
                  onClick={() => {
                    apply.dismiss();
                    // What is refused now is said at the fields.
                    void look.run(shown.change).then((preview) => preview ?? setShown(null));
                  }}
                >
                  <Trans>Xem lại ảnh hưởng</Trans>
                </Button>
              </Stack>
            </Alert>
          ) : (
            <ProblemAlert problem={apply.problem} onRetry={apply.retry} />
          )}
          <ChangeEffects preview={shown.preview} document={shown.change.document} />
          <Group justify="flex-end" gap="xs">
            <Button
              variant="default"
              onClick={() => {
                apply.dismiss();
                setShown(null);
              }}
            >
              <Trans>Quay lại sửa</Trans>
            </Button>
            <Button data-autofocus loading={apply.pending} disabled={isConflict} onClick={() => void apply.run(shown)}>
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
