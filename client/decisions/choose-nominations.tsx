import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { type Decision, seenOf } from '#client/decisions/decision-types.ts';
import type { NominationId } from '#shared/nominations/nominations.schema.ts';
import { RECIPIENT_KIND_LABELS } from '#shared/recipients/recipients.schema.ts';

/** Checked nominations of the year that stand on no other decision; the list is put in order by the server. */
export function ChooseNominations({ decision }: { decision: Decision }) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const { candidates } = decision;
  const before = candidates.filter(({ isChosen }) => isChosen).map(({ nominationId }) => nominationId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(before));
  const save = useAction(
    (nominationIds: string[]) =>
      client.decisions.setItems.mutate({ ...seenOf(decision), nominationIds: nominationIds as NominationId[] }),
    { done: t`Đã lưu danh sách kèm theo` },
  );
  const isSame = chosen.size === before.length && before.every((id) => chosen.has(id));
  const isAll = chosen.size === candidates.length;
  const count = chosen.size;
  const all = candidates.length;

  function toggle(id: string): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  return (
    <Paper withBorder p="sm" component="section" aria-label={t`Chọn đề nghị đã thẩm định`}>
      <Stack gap="xs">
        <Title order={2}>
          <Trans>Đề nghị đã thẩm định</Trans>
        </Title>
        {all === 0 ? (
          <Text>
            <Trans>
              Chưa có đề nghị nào đã thẩm định và còn trống quyết định. Thẩm định ở mục Hồ sơ đề nghị trước.
            </Trans>
          </Text>
        ) : (
          <>
            <Checkbox
              label={t`Chọn tất cả (${all})`}
              checked={isAll}
              indeterminate={count > 0 && !isAll}
              onChange={() => setChosen(new Set(isAll ? [] : candidates.map(({ nominationId }) => nominationId)))}
            />
            {candidates.map(({ nominationId, printedName, kind, unitName }) => (
              <Checkbox
                key={nominationId}
                label={printedName}
                description={`${label(RECIPIENT_KIND_LABELS[kind])} · ${unitName}`}
                checked={chosen.has(nominationId)}
                onChange={() => toggle(nominationId)}
              />
            ))}
            <ProblemAlert problem={save.problem} title={t`Chưa lưu được danh sách`} onRetry={() => void save.retry()} />
            <Group justify="space-between">
              <Text size="sm" c="gray.7">
                <Trans>
                  Đã chọn {count}/{all}
                </Trans>
              </Text>
              <Button disabled={isSame} loading={save.pending} onClick={() => void save.run([...chosen])}>
                <Trans>Lưu danh sách</Trans>
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Paper>
  );
}
