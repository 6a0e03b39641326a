import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import type { Nomination } from '#client/nominations/nomination-types.ts';
import { ETHNICITIES } from '#shared/recipients/ethnicity.codes.ts';

/**
 * Dân tộc of a nominated person. It is sensitive, so it does not come with the dossier: the page only knows whether it
 * is written, opening it is a press of its own and logged, and it is saved apart from the form.
 */
export function EthnicityField({ nomination }: { nomination: Nomination }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const { id, ethnicity, actions } = nomination;
  const [opened, setOpened] = useState<{ code: string | null; version: number } | null>(null);
  const open = useAction((_: null) => client.nominations.readEthnicity.mutate({ id }), { onDone: setOpened });
  const known = opened ?? (ethnicity && !ethnicity.isKnown ? { code: null, version: ethnicity.version } : null);
  const save = useAction(
    async (code: string | null) => {
      const seenVersion = known?.version ?? 0;
      const { version } = await client.nominations.setEthnicity.mutate({ id, seenVersion, code });
      return { code, version };
    },
    { done: t`Đã ghi dân tộc`, onDone: setOpened, onProblem: ({ kind }) => kind === 'conflict' && setOpened(null) },
  );
  if (!ethnicity) return null;

  return (
    <Stack gap="xs">
      <ProblemAlert problem={open.problem ?? save.problem} title={t`Chưa thực hiện được`} />
      {known === null && (
        <Group gap="xs">
          <Text>
            <Trans>Đã ghi nhận.</Trans>
          </Text>
          <Button size="compact-sm" variant="default" loading={open.pending} onClick={() => void open.run(null)}>
            <Trans>Mở xem dân tộc</Trans>
          </Button>
        </Group>
      )}
      {known !== null && actions.save.allowed && (
        <NativeSelect
          label={t`Dân tộc (không bắt buộc)`}
          value={known.code ?? ''}
          disabled={save.pending}
          onChange={({ currentTarget: { value } }) => void save.run(value === '' ? null : value)}
          data={[
            { value: '', label: t`Không ghi` },
            ...Object.entries(ETHNICITIES).map(([value, label]) => ({ value, label })),
          ]}
          maw={320}
        />
      )}
      {known !== null && !actions.save.allowed && (
        <Text>{known.code === null ? <Trans>Chưa ghi.</Trans> : ETHNICITIES[known.code]}</Text>
      )}
      <Text size="sm" c="gray.7">
        <Trans>
          Dữ liệu nhạy cảm, chỉ dùng cho cơ cấu khen thưởng. Mỗi lần mở xem được ghi lại; các đơn vị khác không thấy.
        </Trans>
      </Text>
    </Stack>
  );
}
