import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { useMergedSave } from '#client/core/form/use-merged-save.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useWords } from '#client/core/words.ts';
import { MovementFields } from '#client/movements/movement-fields.tsx';
import { draftOf, inputOf, type Movement, type MovementsOfYear } from '#client/movements/movement-types.ts';
import { formatDate } from '#shared/core/dates.ts';
import { MOVEMENT_FIELD_LABELS } from '#shared/movements/movements.labels.ts';
import { MOVEMENT_KIND_LABELS, type MovementDraft, movementDraft } from '#shared/movements/movements.schema.ts';

type Props = { year: MovementsOfYear['year']; movement: Movement; onClose: () => void };

/** Changes what a movement says; the second of two editors chooses field by field. */
export function MovementForm({ year, movement, onClose }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const [base] = useState(() => ({ values: draftOf(movement), version: movement.version }));
  const form = useCheckedForm(movementDraft, base.values);
  const called = (field: keyof MovementDraft) => label(MOVEMENT_FIELD_LABELS[field]!);
  const text = (field: keyof MovementDraft) => ({ label: called(field), show: (value: string) => value });
  const { save, retry, pending, problem, dialog } = useMergedSave<MovementDraft, number>({
    form,
    base,
    fields: {
      name: text('name'),
      kind: { label: called('kind'), show: (kind) => label(MOVEMENT_KIND_LABELS[kind]) },
      launchedBy: text('launchedBy'),
      goal: { ...text('goal'), canJoin: true },
      periodFrom: { label: called('periodFrom'), show: formatDate },
      periodTo: { label: called('periodTo'), show: formatDate },
      document: text('document'),
    },
    write: (draft, seenVersion) =>
      client.movements.save.mutate({ ...inputOf(year.id), id: movement.id as never, seenVersion, draft }),
    loadTheirs: async () => {
      const { movements } = await client.movements.ofYear.query(inputOf(year.id));
      const theirs = movements.find(({ id }) => id === movement.id) ?? movement;
      return { values: draftOf(theirs), version: theirs.version };
    },
    done: t`Đã lưu phong trào`,
    onDone: onClose,
  });
  return (
    <CheckedForm form={form} problem={problem} onSubmit={save}>
      <Stack gap="sm">
        {dialog}
        <ProblemAlert problem={generalOf(problem)} title={t`Chưa lưu được phong trào`} onRetry={retry} />
        <MovementFields year={year} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Đóng, không lưu</Trans>
          </Button>
          <Button type="submit" loading={pending}>
            <Trans>Lưu</Trans>
          </Button>
        </Group>
      </Stack>
    </CheckedForm>
  );
}
