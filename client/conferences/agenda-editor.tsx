import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Conference } from '#client/conferences/conference-types.ts';
import css from '#client/conferences/conferences.module.css';
import { useTRPCClient } from '#client/core/api.ts';
import { useLeaveGuard } from '#client/core/form/leave-guard.tsx';
import { useMergingSave } from '#client/core/form/merging-save.ts';
import { SubmitBar } from '#client/core/form/submit-bar.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useWords } from '#client/core/words.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { agendaLineText, agendaReasons, moveLine, readTime } from '#shared/conferences/agenda.rules.ts';
import { CONFERENCE_REASONS } from '#shared/conferences/conferences.reasons.ts';
import { type AgendaLine, MOST_AGENDA_ITEMS } from '#shared/conferences/conferences.schema.ts';

type Row = AgendaLine & { key: number };
type Agenda = { agenda: AgendaLine[] };
type Props = { conference: Conference; clusterYearId: ClusterYearId; onClose: () => void };

const EMPTY: AgendaLine = { startsAt: '', content: '', speaker: '', note: '' };
const plain = ({ startsAt, content, speaker, note }: AgendaLine): AgendaLine => ({ startsAt, content, speaker, note });
const moveId = (key: number, way: 'up' | 'down'): string => `agenda-${key}-${way}`;
/** Off, but still there for the keyboard: a disabled button would lose the focus of whoever moved the line to the end. */
const offAt = (isOff: boolean) => (isOff ? { 'data-disabled': true, 'aria-disabled': true } : {});

/** The programme line by line; saved as a whole. Moving a line up or down leaves the hours where they are. */
export function AgendaEditor({ conference, clusterYearId, onClose }: Props) {
  const { t } = useLingui();
  const { word } = useWords();
  const client = useTRPCClient();
  const nextKey = useRef(0);
  const rowsOf = (lines: readonly AgendaLine[]): Row[] =>
    lines.map((line) => {
      nextKey.current += 1;
      return { ...line, key: nextKey.current };
    });
  const [rows, setRows] = useState<Row[]>(() => rowsOf(conference.agenda.length > 0 ? conference.agenda : [EMPTY]));
  const [begin] = useState(() => rows.map(plain));
  const [tried, setTried] = useState(false);
  const moved = useRef<{ key: number; way: 'up' | 'down' } | null>(null);
  const lines = rows.map(plain);
  const reasons = agendaReasons(lines.map((line) => ({ ...line, content: line.content.trim() })));

  const merging = useMergingSave<Agenda>({
    fields: {
      agenda: {
        label: t`Chương trình`,
        show: (agenda) => agenda.map(agendaLineText).join('\n'),
      },
    },
    begin: { agenda: conference.agenda },
    version: conference.version,
    read: () => ({ agenda: lines }),
    put: ({ agenda }) => setRows(rowsOf(agenda)),
    send: ({ agenda }, seenVersion) =>
      client.conferences.saveAgenda.mutate({ id: conference.id, seenVersion, items: agenda }),
    load: async () => {
      const fresh = (await client.conferences.ofYear.query({ clusterYearId })).conference;
      if (!fresh) throw new Error('the conference is gone');
      return { values: { agenda: fresh.agenda }, version: fresh.version };
    },
    done: t`Đã lưu chương trình`,
    onDone: onClose,
  });

  const leaveQuestion = useLeaveGuard(!merging.pending && JSON.stringify(lines) !== JSON.stringify(begin));

  // A moved line takes the focus along, so that it can be moved on with the same key.
  useLayoutEffect(() => {
    if (moved.current) document.getElementById(moveId(moved.current.key, moved.current.way))?.focus();
    moved.current = null;
  });

  function move(index: number, way: 'up' | 'down'): void {
    const to = way === 'up' ? index - 1 : index + 1;
    const row = rows[index];
    if (!row || to < 0 || to >= rows.length) return;
    moved.current = { key: row.key, way };
    setRows(moveLine(rows, index, to));
  }

  function change(index: number, part: Partial<AgendaLine>): void {
    setRows(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  }

  function save(): void {
    setTried(true);
    if (reasons.length === 0) void merging.save({ agenda: lines });
  }

  const errorOf = (index: number, part: string) => {
    const reason = tried && reasons.find(({ field }) => field === `items.${index}.${part}`);
    return reason ? word(CONFERENCE_REASONS, reason.code, reason.facts) : undefined;
  };

  return (
    <Stack gap="xs">
      {merging.dialog}
      {leaveQuestion}
      <ProblemAlert
        problem={merging.problem}
        title={t`Chưa lưu được chương trình`}
        onRetry={() => void merging.retry()}
      />
      <Text c="gray.7">
        <Trans>Giờ nhập dạng 08:15 hoặc 8h15. Chuyển dòng lên, xuống: nội dung đổi chỗ, giờ giữ nguyên thứ tự.</Trans>
      </Text>
      {rows.map((row, index) => {
        const place = index + 1;
        return (
          <fieldset key={row.key} className={css.line}>
            <legend className={css.hidden}>
              <Trans>Dòng {place}</Trans>
            </legend>
            <TextInput
              aria-label={t`Giờ, dòng ${place}`}
              placeholder="08:15"
              value={row.startsAt}
              onChange={(event) => change(index, { startsAt: event.currentTarget.value })}
              onBlur={() => change(index, { startsAt: readTime(row.startsAt) ?? row.startsAt })}
              error={errorOf(index, 'startsAt')}
            />
            <TextInput
              aria-label={t`Nội dung, dòng ${place}`}
              placeholder={t`Nội dung`}
              maxLength={1_000}
              value={row.content}
              onChange={(event) => change(index, { content: event.currentTarget.value })}
              error={errorOf(index, 'content')}
            />
            <TextInput
              aria-label={t`Người thực hiện, dòng ${place}`}
              placeholder={t`Người thực hiện`}
              maxLength={300}
              value={row.speaker}
              onChange={(event) => change(index, { speaker: event.currentTarget.value })}
            />
            <TextInput
              aria-label={t`Ghi chú, dòng ${place}`}
              placeholder={t`Ghi chú`}
              maxLength={300}
              value={row.note}
              onChange={(event) => change(index, { note: event.currentTarget.value })}
            />
            <Group gap={2} wrap="nowrap">
              <ActionIcon
                variant="subtle"
                id={moveId(row.key, 'up')}
                aria-label={t`Chuyển dòng ${place} lên`}
                {...offAt(index === 0)}
                onClick={() => move(index, 'up')}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                id={moveId(row.key, 'down')}
                aria-label={t`Chuyển dòng ${place} xuống`}
                {...offAt(index === rows.length - 1)}
                onClick={() => move(index, 'down')}
              >
                <IconArrowDown size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                aria-label={t`Thêm dòng sau dòng ${place}`}
                disabled={rows.length >= MOST_AGENDA_ITEMS}
                onClick={() => setRows([...rows.slice(0, place), ...rowsOf([EMPTY]), ...rows.slice(place)])}
              >
                <IconPlus size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="red.8"
                aria-label={t`Bỏ dòng ${place}`}
                onClick={() => setRows(rows.filter((one) => one.key !== row.key))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </fieldset>
        );
      })}
      <SubmitBar
        status={
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={rows.length >= MOST_AGENDA_ITEMS}
            onClick={() => setRows([...rows, ...rowsOf([EMPTY])])}
          >
            <Trans>Thêm dòng cuối</Trans>
          </Button>
        }
        onSave={save}
      >
        <Button variant="default" onClick={onClose}>
          <Trans>Bỏ thay đổi</Trans>
        </Button>
        <Button onClick={save} loading={merging.pending}>
          <Trans>Lưu chương trình</Trans>
        </Button>
      </SubmitBar>
    </Stack>
  );
}
