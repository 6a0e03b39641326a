import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';

type Props = { clusterYearId: string; known: readonly string[]; onClose: () => void };

/** Which field each indicator of the cluster belongs to: what suggestions go by. */
export function IndicatorFields({ clusterYearId, known, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { clusterYearId: clusterYearId as never };
  const { data, error, refetch } = useQuery(trpc.exemplars.fields.queryOptions(input));
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const save = useAction(
    () =>
      client.exemplars.setFields.mutate({
        ...input,
        fields: Object.entries(typed).map(([indicatorId, field]) => ({ indicatorId: indicatorId as never, field })),
      }),
    { done: t`Đã lưu lĩnh vực của chỉ tiêu`, onDone: onClose },
  );
  return (
    <Modal opened onClose={onClose} title={t`Lĩnh vực của chỉ tiêu`} size="lg">
      <Stack gap="xs">
        <Text c="gray.7">
          <Trans>
            Khi một đơn vị chưa đạt mục tiêu hoặc kém bình quân ở một chỉ tiêu, mô hình cùng lĩnh vực được gợi ý cho đơn
            vị đó. Để trống: không gợi ý theo chỉ tiêu này.
          </Trans>
        </Text>
        {error && <ProblemAlert problem={readProblem(error)} onRetry={() => void refetch()} />}
        <ProblemAlert problem={save.problem} title={t`Chưa lưu được`} onRetry={() => void save.retry()} />
        <datalist id="bank-fields">
          {known.map((field) => (
            <option key={field} value={field} />
          ))}
        </datalist>
        {data?.indicators.map(({ indicatorId, name, field }) => (
          <TextInput
            key={indicatorId}
            label={name}
            list="bank-fields"
            maxLength={100}
            readOnly={!data.mayEdit}
            value={typed[indicatorId] ?? field}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTyped((before) => ({ ...before, [indicatorId]: value }));
            }}
          />
        ))}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Đóng</Trans>
          </Button>
          {data?.mayEdit && (
            <Button
              loading={save.pending}
              disabled={Object.keys(typed).length === 0}
              onClick={() => void save.run(undefined)}
            >
              <Trans>Lưu</Trans>
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
