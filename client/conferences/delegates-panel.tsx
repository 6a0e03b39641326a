import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { AnswerDialog } from '#client/conferences/answer-dialog.tsx';
import { AttendanceBadge } from '#client/conferences/attendance-badge.tsx';
import type { Conference, Delegate, Member } from '#client/conferences/conference-types.ts';
import { DelegateDialog } from '#client/conferences/delegate-dialog.tsx';
import { InvitationBar } from '#client/conferences/invitation-bar.tsx';
import { MarkBar } from '#client/conferences/mark-bar.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { DELEGATE_ROLE_LABELS } from '#shared/conferences/conferences.schema.ts';

type Props = {
  conference: Conference;
  members: readonly Member[];
  today: string;
  clusterYearId: string;
  clusterName: string;
};
type Open = { kind: 'add' } | { kind: 'edit' | 'answer'; delegate: Delegate };

/** Đại biểu: who is invited, what they answered, who came. Members answer for themselves, the chair's office marks. */
export function DelegatesPanel({ conference, members, today, clusterYearId, clusterName }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const [open, setOpen] = useState<Open | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { delegates, actions } = conference;
  const mayWrite = actions.save.allowed;
  const mayMark = actions.mark.allowed;
  const unanswerable = delegates.find(({ answer }) => answer.isMine && !answer.allowed);

  function toggle(id: string): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Totals conference={conference} />
        {mayWrite && (
          <Button className="no-print" onClick={() => setOpen({ kind: 'add' })}>
            <Trans>Thêm đại biểu</Trans>
          </Button>
        )}
      </Group>
      {mayMark && delegates.length > 0 && (
        <MarkBar
          conference={conference}
          selected={delegates.filter(({ id }) => chosen.has(id))}
          today={today}
          onChooseAll={() =>
            setChosen(chosen.size === delegates.length ? new Set() : new Set(delegates.map(({ id }) => id)))
          }
          onDone={() => setChosen(new Set())}
        />
      )}
      {conference.mayPack && delegates.length > 0 && (
        <InvitationBar
          conference={conference}
          clusterYearId={clusterYearId}
          clusterName={clusterName}
          selected={delegates.filter(({ id }) => chosen.has(id))}
          onDone={() => setChosen(new Set())}
        />
      )}
      <DataTable
        caption={t`Đại biểu dự Hội nghị`}
        rows={delegates}
        rowKey={({ id }) => id}
        minWidth={960}
        empty={
          mayWrite ? (
            <Trans>Chưa mời ai. Bấm “Thêm đại biểu” để ghi Chủ tọa, khách mời và đoàn của từng đơn vị.</Trans>
          ) : (
            <Trans>Cơ quan thường trực Cụm chưa lập danh sách đại biểu.</Trans>
          )
        }
        columns={[
          ...(mayMark
            ? [
                {
                  id: 'choose',
                  head: '',
                  width: 40,
                  center: true,
                  cell: (row: Delegate) => (
                    <Checkbox
                      size="xs"
                      aria-label={t`Chọn ${nameOf(row)}`}
                      checked={chosen.has(row.id)}
                      onChange={() => toggle(row.id)}
                    />
                  ),
                },
              ]
            : []),
          {
            id: 'role',
            head: <Trans context="role">Thành phần</Trans>,
            width: 100,
            cell: ({ role }) => label(DELEGATE_ROLE_LABELS[role]),
          },
          { id: 'who', head: <Trans>Đại biểu, đoàn</Trans>, rowHead: true, wrap: true, cell: nameOf },
          {
            id: 'position',
            head: <Trans>Chức vụ, thành phần đoàn</Trans>,
            width: '26%',
            wrap: true,
            cell: (row) =>
              [row.positionHeld, row.name && !isDelegation(row) && (row.unitName ?? row.organization)]
                .filter(Boolean)
                .join(', ') || '–',
          },
          {
            id: 'count',
            head: <Trans>Số người</Trans>,
            width: 78,
            numeric: true,
            cell: ({ headcount }) => String(headcount),
          },
          { id: 'state', head: <Trans>Trạng thái</Trans>, width: 164, cell: (row) => <AttendanceBadge {...row} /> },
          { id: 'note', head: <Trans>Ghi chú</Trans>, width: 130, wrap: true, cell: ({ note }) => note },
          {
            id: 'act',
            head: '',
            width: delegates.some(({ answer }) => answer.isMine && answer.allowed) ? 150 : 66,
            cell: (row) => (
              <Group gap={4} wrap="nowrap" className="no-print">
                {row.answer.isMine && row.answer.allowed && (
                  <Button
                    size="compact-xs"
                    aria-label={t`Trả lời giấy mời: ${nameOf(row)}`}
                    onClick={() => setOpen({ kind: 'answer', delegate: row })}
                  >
                    <Trans>Trả lời giấy mời</Trans>
                  </Button>
                )}
                {mayWrite && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t`Sửa ${nameOf(row)}`}
                    onClick={() => setOpen({ kind: 'edit', delegate: row })}
                  >
                    <Trans>Sửa</Trans>
                  </Button>
                )}
              </Group>
            ),
          },
        ]}
      />
      {unanswerable && (
        <Text component="div" size="sm" c="gray.7">
          <Reasons reasons={unanswerable.answer.reasons} />
        </Text>
      )}
      {open?.kind === 'answer' && <AnswerDialog delegate={open.delegate} onClose={() => setOpen(null)} />}
      {(open?.kind === 'add' || open?.kind === 'edit') && (
        <DelegateDialog
          conference={conference}
          members={members}
          delegate={open.kind === 'edit' ? open.delegate : null}
          onClose={() => setOpen(null)}
        />
      )}
    </Stack>
  );
}

/** "Có mặt 58/70", and before the day how many have said yes. */
function Totals({ conference: { totals, delegates } }: { conference: Conference }) {
  const { presentCount, invitedCount, confirmedCount, absentCount, openRows } = totals;
  const anybody = delegates.some(({ attendance }) => attendance === 'present');
  return (
    <Text>
      <strong className="tabular">
        <Trans>
          Có mặt {presentCount}/{invitedCount}
        </Trans>
      </strong>
      {confirmedCount > 0 && <Trans> · xác nhận dự {confirmedCount}</Trans>}
      {absentCount > 0 && <Trans> · vắng {absentCount}</Trans>}
      {openRows > 0 && (
        <>
          {' · '}
          {anybody ? (
            <Plural value={openRows} one="còn # dòng chưa điểm danh" other="còn # dòng chưa điểm danh" />
          ) : (
            <Trans>chưa điểm danh</Trans>
          )}
        </>
      )}
    </Text>
  );
}

type Who = Pick<Delegate, 'name' | 'unitName' | 'organization' | 'headcount'>;

const isDelegation = ({ unitName, headcount }: Who) => unitName !== null && headcount > 1;

/** A person by name, a delegation by its unit with who leads it, others by their organisation. */
function nameOf(row: Who): string {
  const { name, unitName, organization } = row;
  if (isDelegation(row)) return name ? `${unitName} (${name})` : (unitName ?? '');
  return name || unitName || organization;
}
