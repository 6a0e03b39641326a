import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Title } from '@mantine/core';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import type { Movement } from '#client/movements/movement-types.ts';
import css from '#client/movements/movements.module.css';
import { PeriodBar, type Scale } from '#client/movements/period-bar.tsx';
import { formatDate } from '#shared/core/dates.ts';
import {
  MOVEMENT_KIND_LABELS,
  MOVEMENT_LEVEL_LABELS,
  MOVEMENT_STATE_LABELS,
  type MovementLevel,
} from '#shared/movements/movements.schema.ts';

type Props = {
  level: MovementLevel;
  movements: readonly Movement[];
  scale: Scale;
  onOpen: (id: string) => void;
  /** null: not this person's to do. */
  onAdd: (() => void) | null;
  onTakeUp: (() => void) | null;
  /** How many members there are to confirm. */
  all: number;
};

const TONES = { upcoming: 'info', running: 'good', ended: 'neutral' } as const;

/** The movements of one level; a name opens the movement. */
export function MovementGroup({ level, movements, scale, onOpen, onAdd, onTakeUp, all }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const title = label(MOVEMENT_LEVEL_LABELS[level]);
  const count = String(movements.length);
  return (
    <section>
      <div className={css.groupHead}>
        <Title order={2}>
          {title} <span className="tabular">({count})</span>
        </Title>
        <Group gap="xs" className="no-print">
          {onTakeUp && (
            <Button size="xs" variant="default" onClick={onTakeUp} aria-label={t`Đưa vào năm: ${title}`}>
              <Trans>Đưa vào năm</Trans>
            </Button>
          )}
          {onAdd && (
            <Button size="xs" variant="default" onClick={onAdd} aria-label={t`Thêm phong trào: ${title}`}>
              <Trans>Thêm phong trào</Trans>
            </Button>
          )}
        </Group>
      </div>
      <DataTable
        caption={title}
        rows={movements}
        rowKey={({ id }) => id}
        minWidth={980}
        empty={<Empty level={level} mayAdd={onAdd !== null} mayTakeUp={onTakeUp !== null} />}
        columns={[
          {
            id: 'name',
            head: <Trans>Tên phong trào</Trans>,
            rowHead: true,
            wrap: true,
            cell: ({ id, name, goal, launchedBy, isDemo }) => (
              <>
                <button type="button" className={css.name} onClick={() => onOpen(id)}>
                  {name}
                </button>
                <div className={css.soft}>
                  {level === 'province' && <>{launchedBy}. </>}
                  {goal}
                  {isDemo === 1 && (
                    <>
                      {goal && ' '}(<Trans>dữ liệu minh họa</Trans>)
                    </>
                  )}
                </div>
              </>
            ),
          },
          {
            id: 'kind',
            head: <Trans>Loại</Trans>,
            width: 104,
            cell: ({ kind }) => label(MOVEMENT_KIND_LABELS[kind]),
          },
          {
            id: 'period',
            head: <Trans>Thời gian</Trans>,
            width: 200,
            cell: ({ periodFrom, periodTo }) => (
              <>
                <span className="tabular">
                  {formatDate(periodFrom)} - {formatDate(periodTo)}
                </span>
                <PeriodBar periodFrom={periodFrom} periodTo={periodTo} scale={scale} />
              </>
            ),
          },
          {
            id: 'state',
            head: <Trans>Hiện nay</Trans>,
            width: 136,
            wrap: true,
            cell: ({ state, outside, sentOn, confirmations: { length: given } }) => (
              <Group gap={4}>
                <StatusBadge tone={TONES[state]}>{label(MOVEMENT_STATE_LABELS[state])}</StatusBadge>
                {sentOn !== null && (
                  <span className={css.soft}>
                    <Trans>
                      {given}/{all} đơn vị xác nhận
                    </Trans>
                  </span>
                )}
                {outside && (
                  <StatusBadge tone="warn">
                    {outside === 'before' ? <Trans>Hết trước năm</Trans> : <Trans>Bắt đầu sau năm</Trans>}
                  </StatusBadge>
                )}
              </Group>
            ),
          },
          {
            id: 'document',
            head: <Trans>Văn bản phát động</Trans>,
            width: 250,
            wrap: true,
            cell: ({ document }) => document ?? '–',
          },
        ]}
      />
    </section>
  );
}

function Empty({ level, mayAdd, mayTakeUp }: { level: MovementLevel; mayAdd: boolean; mayTakeUp: boolean }) {
  if (mayTakeUp)
    return <Trans>Chưa có phong trào nào trong năm này. Bấm “Đưa vào năm” để chọn phong trào có sẵn.</Trans>;
  if (mayAdd)
    return <Trans>Chưa có phong trào nào trong năm này. Bấm “Thêm phong trào” để ghi phong trào đầu tiên.</Trans>;
  if (level === 'province')
    return <Trans>Chưa có tỉnh nào ghi phong trào của tỉnh mình. Cán bộ của từng tỉnh thêm ở trang này.</Trans>;
  return <Trans>Chưa có phong trào nào trong năm này. Cơ quan thường trực Cụm đưa phong trào vào năm thi đua.</Trans>;
}
