import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { RecordHistory } from '#client/core/record-history.tsx';
import { useSession } from '#client/core/session.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { Attachments } from '#client/files/attachment-picker.tsx';
import { MovementForm } from '#client/movements/movement-form.tsx';
import { MovementMembers } from '#client/movements/movement-members.tsx';
import { MovementReviews } from '#client/movements/movement-reviews.tsx';
import { inputOf, type Movement, type MovementsOfYear } from '#client/movements/movement-types.ts';
import css from '#client/movements/movements.module.css';
import { formatDate } from '#shared/core/dates.ts';
import { MOVEMENT_FIELD_LABELS } from '#shared/movements/movements.labels.ts';
import {
  MOVEMENT_KIND_LABELS,
  MOVEMENT_LEVEL_LABELS,
  MOVEMENT_STATE_LABELS,
} from '#shared/movements/movements.schema.ts';

type Props = { data: MovementsOfYear; movement: Movement; onClose: () => void };

/** One movement in full, with what one may do to it and its history. */
export function MovementDetails({ data, movement, onClose }: Props) {
  const { year } = data;
  useReturnFocus();
  const { t } = useLingui();
  const { can } = useSession();
  const [editing, setEditing] = useState(false);
  const [dropping, setDropping] = useState(false);
  const { save, drop } = movement.actions;
  if (editing) {
    return (
      <Modal opened onClose={() => setEditing(false)} title={t`Sửa phong trào thi đua`} size="lg">
        <MovementForm year={year} movement={movement} onClose={() => setEditing(false)} />
      </Modal>
    );
  }
  return (
    <Modal opened onClose={onClose} title={movement.name} size="lg">
      <Stack gap="md">
        <Facts movement={movement} />
        {/* Who writes movements elsewhere is told why not this one. */}
        {!save.allowed && can('movements.save') && (
          <Text component="div" c="gray.7">
            <Reasons reasons={save.reasons} />
          </Text>
        )}
        <Group gap="xs">
          {save.allowed && (
            <Button onClick={() => setEditing(true)}>
              <Trans>Sửa</Trans>
            </Button>
          )}
          {drop.allowed && (
            <Button variant="default" onClick={() => setDropping(true)}>
              <Trans>Gỡ khỏi năm thi đua</Trans>
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            <Trans>Đóng</Trans>
          </Button>
        </Group>
        <MovementMembers data={data} movement={movement} />
        <MovementReviews data={data} movement={movement} />
        <section>
          <Title order={2} mb={6}>
            <Trans>Tài liệu</Trans>
          </Title>
          <Attachments subjectKind="movement" subjectId={movement.id} files={movement.files} editable={save.allowed} />
        </section>
        <section>
          <Title order={2} mb={6}>
            <Trans>Lịch sử cập nhật</Trans>
          </Title>
          <RecordHistory subjectKind="movement" subjectId={movement.id} />
        </section>
      </Stack>
      {dropping && <DropDialog data={data} movement={movement} onClose={() => setDropping(false)} onDone={onClose} />}
    </Modal>
  );
}

function DropDialog({ data: { year }, movement, onClose, onDone }: Props & { onDone: () => void }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const { name } = movement;
  const yearText = String(year.year);
  const drop = useAction(() => client.movements.drop.mutate({ ...inputOf(year.id), id: movement.id as never }), {
    done: t`Đã gỡ phong trào khỏi năm thi đua`,
    onDone,
  });
  return (
    <ConfirmDialog
      title={t`Gỡ phong trào khỏi năm thi đua`}
      confirmLabel={t`Gỡ khỏi năm thi đua`}
      danger
      pending={drop.pending}
      problem={drop.problem}
      onRetry={() => void drop.retry()}
      onClose={onClose}
      onConfirm={() => void drop.run(undefined)}
    >
      <Trans>
        “{name}” sẽ không còn trong năm thi đua {yearText}. Phong trào và lịch sử vẫn được giữ; có thể đưa lại vào năm.
      </Trans>
    </ConfirmDialog>
  );
}

function Facts({ movement }: { movement: Movement }) {
  const { label } = useWords();
  const called = (field: string) => label(MOVEMENT_FIELD_LABELS[field]!);
  const { level, kind, state, launchedBy, goal, periodFrom, periodTo, document, source, isDemo } = movement;
  return (
    <dl className={css.facts}>
      <dt>{called('kind')}</dt>
      <dd>
        {label(MOVEMENT_KIND_LABELS[kind])} · {label(MOVEMENT_LEVEL_LABELS[level])}
      </dd>
      <dt>{called('launchedBy')}</dt>
      <dd>{launchedBy}</dd>
      <dt>
        <Trans>Thời gian</Trans>
      </dt>
      <dd className="tabular">
        {formatDate(periodFrom)} - {formatDate(periodTo)} ({label(MOVEMENT_STATE_LABELS[state])})
      </dd>
      <dt>{called('goal')}</dt>
      <dd>{goal || '–'}</dd>
      <dt>{called('document')}</dt>
      <dd>{document ?? '–'}</dd>
      <dt>
        <Trans>Nguồn</Trans>
      </dt>
      <dd>{source ?? (isDemo === 1 ? <Trans>dữ liệu minh họa</Trans> : '–')}</dd>
    </dl>
  );
}
