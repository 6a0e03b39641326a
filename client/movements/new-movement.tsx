import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Stack } from '@mantine/core';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { MovementFields } from '#client/movements/movement-fields.tsx';
import type { MovementsOfYear } from '#client/movements/movement-types.ts';
import { type MovementDraft, type MovementLevel, movementDraft } from '#shared/movements/movements.schema.ts';

type Props = { year: MovementsOfYear['year']; level: MovementLevel; onClose: () => void };

/** A new movement of one level, in the year at once. */
export function NewMovement({ year, level, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const titles: Record<MovementLevel, string> = {
    'prime-minister': t`Thêm phong trào do Thủ tướng Chính phủ phát động`,
    cluster: t`Thêm phong trào của Cụm`,
    province: t`Thêm phong trào của tỉnh`,
  };
  // Official names, so Vietnamese whatever the screen speaks.
  const launchers: Record<MovementLevel, string> = {
    'prime-minister': 'Thủ tướng Chính phủ',
    cluster: year.clusterName,
    province: '',
  };
  const form = useCheckedForm(movementDraft, {
    name: '',
    kind: 'thematic',
    launchedBy: launchers[level],
    goal: '',
    periodFrom: '',
    periodTo: '',
    document: '',
  });
  const create = useAction(
    (draft: MovementDraft, idempotencyKey) =>
      client.movements.create.mutate({ clusterYearId: year.id as never, level, draft, idempotencyKey }),
    { done: t`Đã thêm phong trào`, onDone: onClose },
  );
  return (
    <Modal opened onClose={onClose} title={titles[level]} size="lg">
      <CheckedForm form={form} problem={create.problem} onSubmit={(draft) => create.run(draft)}>
        <Stack gap="sm">
          <ProblemAlert
            problem={generalOf(create.problem)}
            title={t`Chưa thêm được phong trào`}
            onRetry={create.retry}
          />
          <MovementFields year={year} />
          <DialogFoot onClose={onClose} pending={create.pending} send={<Trans>Thêm phong trào</Trans>} />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}
