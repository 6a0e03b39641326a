import { Trans, useLingui } from '@lingui/react/macro';
import { Group, Text } from '@mantine/core';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { KINDS, type RegisteringMember } from '#client/registrations/registration-types.ts';
import css from '#client/registrations/registrations.module.css';
import { formatInstant } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { REGISTERED_KIND_LABELS, REGISTRATION_STATUS_LABELS } from '#shared/registrations/registrations.schema.ts';

type Props = {
  members: readonly RegisteringMember[];
  chosen: string | null;
  onChoose: (unitId: string) => void;
};

/** Who has sent, when, and how many it aims at; a name shows its titles below. */
export function MemberStates({ members, chosen, onChoose }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  return (
    <DataTable
      caption={t`Đăng ký thi đua theo đơn vị`}
      rows={members}
      rowKey={({ unitId }) => unitId}
      empty={<Trans>Cụm chưa có đơn vị thành viên trong năm này. Quản trị hệ thống thêm đơn vị vào cụm.</Trans>}
      columns={[
        {
          id: 'name',
          head: <Trans>Đơn vị</Trans>,
          rowHead: true,
          cell: ({ unitId, name, isDemo }) => (
            <>
              <button
                type="button"
                className={css.name}
                aria-pressed={chosen === unitId}
                onClick={() => onChoose(unitId)}
              >
                {name}
              </button>
              {isDemo && (
                <Text span size="sm" c="gray.7">
                  {' '}
                  · <Trans>dữ liệu minh họa</Trans>
                </Text>
              )}
            </>
          ),
        },
        {
          id: 'status',
          head: <Trans>Trạng thái</Trans>,
          width: 230,
          cell: ({ status, isLate, isOverdue }) => (
            <Group gap={4}>
              <StatusBadge tone={status === 'sent' ? 'good' : 'neutral'}>
                {status ? label(REGISTRATION_STATUS_LABELS[status]) : <Trans>Chưa đăng ký</Trans>}
              </StatusBadge>
              {isLate && (
                <StatusBadge tone="warn">
                  <Trans>Gửi muộn</Trans>
                </StatusBadge>
              )}
              {isOverdue && (
                <StatusBadge tone="warn">
                  <Trans>Quá hạn</Trans>
                </StatusBadge>
              )}
            </Group>
          ),
        },
        {
          id: 'sent',
          head: <Trans>Gửi lúc</Trans>,
          width: 160,
          cell: ({ sentAt }) => (sentAt ? formatInstant(sentAt) : '–'),
        },
        ...KINDS.map((kind) => ({
          id: kind,
          head: label(REGISTERED_KIND_LABELS[kind]),
          width: 110,
          numeric: true,
          cell: ({ status, lines }: RegisteringMember) =>
            status === 'sent'
              ? formatScaled(
                  lines.filter((line) => line.kind === kind).reduce((sum, { count }) => sum + count, 0),
                  0,
                )
              : '–',
        })),
      ]}
    />
  );
}
