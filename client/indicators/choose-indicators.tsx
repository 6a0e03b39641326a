import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Alert, Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { useLeaveGuard } from '#client/core/form/leave-guard.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import css from '#client/indicators/choose-indicators.module.css';
import type { YearIndicators } from '#client/indicators/indicator-types.ts';

type Item = {
  indicatorVersionId: string;
  name: string;
  unitOfMeasure: string;
  isHeadline: boolean;
  stays: string | null;
};

const itemsOf = ({ rows }: YearIndicators): Item[] =>
  rows.map(({ indicatorVersionId, name, unitOfMeasure, isHeadline, removeReasons }) => ({
    indicatorVersionId,
    name,
    unitOfMeasure,
    isHeadline,
    stays: removeReasons[0]?.text ?? null,
  }));

/** The indicators of a year chosen from the catalogue, in their order, the headline ones marked. */
export function ChooseIndicators({ data, onClose }: { data: YearIndicators; onClose: () => void }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [items, setItems] = useState(() => itemsOf(data));
  const [adding, setAdding] = useState('');
  const isDirty = JSON.stringify(items) !== JSON.stringify(itemsOf(data));
  const guard = useLeaveGuard(isDirty);
  const save = useAction(
    () =>
      client.indicators.setOfYear.mutate({
        clusterYearId: data.year.id as never,
        seenVersion: data.year.version,
        items: items.map(({ indicatorVersionId, isHeadline }) => ({
          indicatorVersionId: indicatorVersionId as never,
          isHeadline,
        })),
      }),
    { done: t`Đã lưu chỉ tiêu của năm`, onDone: onClose },
  );
  // What holds all of them is said once.
  const [locked] = data.lockReasons;
  const chosen = new Set(items.map(({ indicatorVersionId }) => indicatorVersionId));
  const removed = itemsOf(data).filter(({ indicatorVersionId }) => !chosen.has(indicatorVersionId));
  const free = [...data.available, ...removed].filter(({ indicatorVersionId }) => !chosen.has(indicatorVersionId));
  const move = (from: number, to: number) =>
    setItems((before) => {
      const next = [...before];
      next.splice(to, 0, ...next.splice(from, 1));
      return next;
    });
  const add = () => {
    const found = free.find(({ indicatorVersionId }) => indicatorVersionId === adding);
    if (!found) return;
    const { indicatorVersionId, name, unitOfMeasure } = found;
    setItems((before) => [...before, { indicatorVersionId, name, unitOfMeasure, isHeadline: false, stays: null }]);
    setAdding('');
  };
  return (
    <Stack gap="sm">
      {guard}
      <ProblemAlert
        problem={save.problem}
        title={t`Chưa lưu được chỉ tiêu của năm`}
        onRetry={() => void save.retry()}
      />
      {locked && <Alert color="orange">{locked.text}</Alert>}
      <ol className={css.list} aria-label={t`Chỉ tiêu của năm theo thứ tự`}>
        {items.map(({ indicatorVersionId, name, unitOfMeasure, isHeadline, stays }, index) => (
          <li key={indicatorVersionId} className={css.item}>
            <span className={`${css.number} tabular`}>{index + 1}</span>
            <span className={css.name}>
              {name} <span className={css.soft}>({unitOfMeasure})</span>
              {stays && !locked && <span className={css.stays}>{stays}</span>}
            </span>
            <Checkbox
              label={t`Chỉ tiêu chính`}
              aria-label={t`Chỉ tiêu chính: ${name}`}
              checked={isHeadline}
              onChange={(event) => {
                const { checked } = event.currentTarget;
                setItems((before) =>
                  before.map((one) =>
                    one.indicatorVersionId === indicatorVersionId ? { ...one, isHeadline: checked } : one,
                  ),
                );
              }}
            />
            <Group gap={4} wrap="nowrap">
              <ActionIcon
                variant="default"
                size={28}
                disabled={index === 0}
                aria-label={t`Đưa lên: ${name}`}
                onClick={() => move(index, index - 1)}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size={28}
                disabled={index === items.length - 1}
                aria-label={t`Đưa xuống: ${name}`}
                onClick={() => move(index, index + 1)}
              >
                <IconArrowDown size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size={28}
                disabled={stays !== null}
                aria-label={t`Bỏ: ${name}`}
                onClick={() =>
                  setItems((before) => before.filter((one) => one.indicatorVersionId !== indicatorVersionId))
                }
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </li>
        ))}
      </ol>
      {items.length === 0 && (
        <Text c="gray.7">
          <Trans>Chưa chọn chỉ tiêu nào. Chọn ở ô dưới rồi bấm “Thêm vào năm”.</Trans>
        </Text>
      )}
      <Group gap="xs" align="flex-end">
        <NativeSelect
          label={t`Thêm từ danh mục`}
          value={adding}
          onChange={(event) => setAdding(event.currentTarget.value)}
          data={[
            {
              value: '',
              label: free.length === 0 ? t`Đã chọn hết; thêm chỉ tiêu mới ở Danh mục chỉ tiêu` : t`Chọn chỉ tiêu…`,
            },
            ...free.map((one) => ({ value: one.indicatorVersionId, label: `${one.name} (${one.unitOfMeasure})` })),
          ]}
          w={520}
        />
        <Button variant="default" disabled={adding === ''} onClick={add}>
          <Trans>Thêm vào năm</Trans>
        </Button>
      </Group>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          <Trans>Đóng, không lưu</Trans>
        </Button>
        <Button loading={save.pending} disabled={!isDirty} onClick={() => void save.run(undefined)}>
          <Trans>Lưu chỉ tiêu của năm</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
