import { useLingui } from '@lingui/react/macro';
import { useTRPCClient } from '#client/core/api.ts';
import { MergingForm } from '#client/core/form/merging-form.tsx';
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
  const called = (field: keyof MovementDraft) => label(MOVEMENT_FIELD_LABELS[field]!);
  const text = (field: keyof MovementDraft) => ({ label: called(field), show: (value: string) => value });
  return (
    <MergingForm<MovementDraft>
      schema={movementDraft}
      begin={draftOf(movement)}
      version={movement.version}
      fields={{
        name: text('name'),
        kind: { label: called('kind'), show: (kind) => label(MOVEMENT_KIND_LABELS[kind]) },
        launchedBy: text('launchedBy'),
        goal: { ...text('goal'), canJoin: true },
        periodFrom: { label: called('periodFrom'), show: formatDate },
        periodTo: { label: called('periodTo'), show: formatDate },
        document: text('document'),
      }}
      send={(draft, seenVersion) =>
        client.movements.save.mutate({ ...inputOf(year.id), id: movement.id as never, seenVersion, draft })
      }
      load={async () => {
        const { movements } = await client.movements.ofYear.query(inputOf(year.id));
        const theirs = movements.find(({ id }) => id === movement.id) ?? movement;
        return { values: draftOf(theirs), version: theirs.version };
      }}
      done={t`Đã lưu phong trào`}
      failed={t`Chưa lưu được phong trào`}
      onClose={onClose}
    >
      <MovementFields year={year} />
    </MergingForm>
  );
}
