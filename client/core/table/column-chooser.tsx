import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Checkbox, Group, Popover, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconColumns3, IconGripVertical } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import css from '#client/core/table/column-chooser.module.css';
import type { Column } from '#client/core/table/data-table.tsx';
import type { ListColumns } from '#client/core/table/list-columns.ts';
import { useWords } from '#client/core/words.ts';
import { moveColumn } from '#shared/core/list-layout.rules.ts';
import { DENSITY_LABELS, type Density, density } from '#shared/core/list-layout.schema.ts';

type Props<Row> = { columns: readonly Column<Row>[]; chosen: ListColumns<Row> };

/** Cột: which columns are shown and in which order (by dragging, or with the arrows), and how high the lines are. */
export function ColumnChooser<Row>({ columns, chosen }: Props<Row>) {
  const { t } = useLingui();
  const { label } = useWords();
  const [dragged, setDragged] = useState<string | null>(null);
  const { arranged, change } = chosen;
  const byId = new Map(columns.map((column) => [column.id, column]));
  const nameOf = (id: string): string => byId.get(id)?.name ?? id;
  const last = arranged.length - 1;

  function show(id: string, visible: boolean): void {
    change({ columns: arranged.map((one) => (one.id === id ? { ...one, hidden: !visible } : one)) });
  }
  function dropOn(target: string): void {
    if (dragged === null) return;
    const step = arranged.findIndex(({ id }) => id === target) - arranged.findIndex(({ id }) => id === dragged);
    change({ columns: moveColumn(arranged, dragged, step) });
    setDragged(null);
  }

  return (
    <Popover
      position="bottom-end"
      trapFocus
      withinPortal
      shadow="md"
      width={300}
      hideDetached={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns3 size={16} aria-hidden />}>
          <Trans>Cột</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Cột và mật độ`}>
        <Stack gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={t`Mật độ`}
            value={chosen.density}
            onChange={(value) => change({ density: value as Density })}
            data={density.options.map((value) => ({ value, label: label(DENSITY_LABELS[value]) }))}
          />
          <ol className={css.list}>
            {arranged.map(({ id, hidden }, at) => (
              <li
                key={id}
                className={`${css.item} ${dragged === id ? css.dragged : ''}`}
                draggable
                onDragStart={() => setDragged(id)}
                onDragEnd={() => setDragged(null)}
                onDragOver={(event) => event.preventDefault()}
                onDrop={() => dropOn(id)}
              >
                <IconGripVertical size={14} aria-hidden />
                <Checkbox
                  size="xs"
                  className={css.name ?? ''}
                  label={nameOf(id)}
                  checked={!hidden}
                  disabled={byId.get(id)?.fixed === true}
                  onChange={(event) => show(id, event.currentTarget.checked)}
                />
                <Move
                  name={t`Đưa cột ${nameOf(id)} lên trước`}
                  disabled={at === 0}
                  onMove={() => change({ columns: moveColumn(arranged, id, -1) })}
                >
                  <IconChevronUp size={16} aria-hidden />
                </Move>
                <Move
                  name={t`Đưa cột ${nameOf(id)} ra sau`}
                  disabled={at === last}
                  onMove={() => change({ columns: moveColumn(arranged, id, 1) })}
                >
                  <IconChevronDown size={16} aria-hidden />
                </Move>
              </li>
            ))}
          </ol>
          <Group justify="space-between" wrap="nowrap">
            <Text size="xs" c="gray.7">
              <Trans>Đổi độ rộng: kéo mép đầu cột, hoặc chọn mép rồi bấm ← →</Trans>
            </Text>
            <Button variant="subtle" size="xs" flex="none" disabled={!chosen.isChanged} onClick={chosen.reset}>
              <Trans>Như ban đầu</Trans>
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

type MoveProps = { name: string; disabled: boolean; onMove: () => void; children: ReactNode };

/** Stays pressable for the keyboard while its column moves; at the edge it only says that it cannot. */
function Move({ name, disabled, onMove, children }: MoveProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray.7"
      size={24}
      aria-label={name}
      aria-disabled={disabled}
      {...(disabled && { 'data-disabled': true })}
      onClick={() => !disabled && onMove()}
    >
      {children}
    </ActionIcon>
  );
}
