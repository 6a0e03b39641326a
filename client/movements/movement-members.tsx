import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { CopyButton } from '#client/core/copy-text.tsx';
import { useAction } from '#client/core/use-action.ts';
import { Attachments } from '#client/files/attachment-picker.tsx';
import { ConfirmMovement } from '#client/movements/confirm-movement.tsx';
import { inputOf, type Movement, type MovementsOfYear } from '#client/movements/movement-types.ts';
import { reminderText } from '#client/movements/movements-text.ts';
import { formatDate } from '#shared/core/dates.ts';

type Props = { data: MovementsOfYear; movement: Movement };

/** Whether the movement was sent to the members, who confirmed taking part, and who has not. */
export function MovementMembers({ data, movement }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [sending, setSending] = useState(false);
  const [confirming, setConfirming] = useState<string | null>(null);
  const { sentOn, confirmBy, confirmations, actions } = movement;
  const missing = data.members.filter(({ unitId }) => !confirmations.some((one) => one.unitId === unitId));
  const send = useAction(
    (day: string) =>
      client.movements.send.mutate({ ...inputOf(data.year.id), id: movement.id as never, confirmBy: day }),
    { done: t`Đã gửi đến các thành viên`, onDone: () => setSending(false) },
  );
  if (sentOn === null && !actions.send.allowed) return null;
  const [sentDay, dueDay] = [sentOn && formatDate(sentOn), confirmBy && formatDate(confirmBy)];
  const [given, all] = [String(confirmations.length), String(data.members.length)];
  return (
    <section aria-label={t`Xác nhận tham gia`}>
      <Title order={2} mb={6}>
        <Trans>Xác nhận tham gia</Trans>
      </Title>
      <Stack gap="xs">
        {sentOn === null ? (
          <Text c="gray.7">
            {actions.send.allowed ? (
              <Trans>Chưa gửi đến các thành viên.</Trans>
            ) : (
              <Trans>
                Chưa gửi đến các thành viên. Khi Cơ quan thường trực Cụm gửi, đơn vị xác nhận tham gia ở đây.
              </Trans>
            )}
          </Text>
        ) : (
          <Text>
            <Trans>
              Gửi ngày {sentDay}, hạn xác nhận {dueDay}. Đã xác nhận {given}/{all} đơn vị.
            </Trans>
          </Text>
        )}
        {confirmations.map((one) => (
          <div key={one.id}>
            <strong>{one.unitName}</strong>: {formatDate(one.confirmedOn)}, {one.person}
            {one.document && `; ${one.document}`}
            {one.note && `; ${one.note}`}
            {one.isDemo === 1 && (
              <>
                {' '}
                (<Trans>dữ liệu minh họa</Trans>)
              </>
            )}
            {(one.files.length > 0 || data.mayConfirmFor.includes(one.unitId)) && (
              <Attachments
                subjectKind="movement-confirmation"
                subjectId={one.id}
                files={one.files}
                editable={data.mayConfirmFor.includes(one.unitId)}
              />
            )}
          </div>
        ))}
        {sentOn !== null && missing.length > 0 && (
          <Text>
            <Trans>Chưa xác nhận: {missing.map(({ name }) => name).join(', ')}.</Trans>
          </Text>
        )}
        <Group gap="xs">
          {sentOn !== null &&
            data.mayConfirmFor.map((unitId) => (
              <Button key={unitId} onClick={() => setConfirming(unitId)}>
                {confirmations.some((one) => one.unitId === unitId) ? (
                  <Trans>Sửa xác nhận của đơn vị</Trans>
                ) : (
                  <Trans>Xác nhận tham gia</Trans>
                )}
              </Button>
            ))}
          {actions.send.allowed && (
            <Button variant="default" onClick={() => setSending(true)}>
              {sentOn === null ? <Trans>Gửi đến các thành viên</Trans> : <Trans>Gửi lại, đổi hạn</Trans>}
            </Button>
          )}
          {actions.send.allowed && sentOn !== null && missing.length > 0 && (
            <CopyButton text={() => reminderText(movement, missing)}>
              <Trans>Sao chép lời đôn đốc</Trans>
            </CopyButton>
          )}
        </Group>
      </Stack>
      {sending && (
        <ConfirmDialog
          title={t`Gửi phong trào đến các thành viên`}
          confirmLabel={t`Gửi đến các thành viên`}
          date={{ label: t`Hạn xác nhận`, required: true, ...(confirmBy && { initial: confirmBy }) }}
          pending={send.pending}
          problem={send.problem}
          onRetry={() => void send.retry()}
          onClose={() => setSending(false)}
          onConfirm={({ date }) => void send.run(date)}
        >
          <Trans>Cán bộ của các đơn vị thành viên nhận thông báo và xác nhận cho đơn vị mình.</Trans>
        </ConfirmDialog>
      )}
      {confirming && (
        <ConfirmMovement data={data} movement={movement} unitId={confirming} onClose={() => setConfirming(null)} />
      )}
    </section>
  );
}
