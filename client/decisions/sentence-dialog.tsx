import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { type Decision, seenOf } from '#client/decisions/decision-types.ts';
import { LONGEST_SENTENCE } from '#shared/decisions/decisions.rules.ts';
import type { NominationId } from '#shared/nominations/nominations.schema.ts';

type Item = Decision['items'][number];
type Props = { decision: Decision; item: Item; onClose: () => void };

/** Câu ghi riêng trên Bằng of one name: begins with the common sentence, and can go back to it. */
export function SentenceDialog({ decision, item, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const [sentence, setSentence] = useState(item.sentence);
  const save = useAction(
    (next: string) =>
      client.decisions.setSentence.mutate({
        ...seenOf(decision),
        nominationId: (item.nominationId ?? '') as NominationId,
        sentence: next,
      }),
    { done: t`Đã lưu câu ghi trên Bằng`, onDone: onClose },
  );
  const own = save.problem?.reasons.find(({ field }) => field === 'sentence');
  const letterCount = [...sentence].length;
  const { printedName } = item;

  return (
    <Modal opened onClose={onClose} title={t`Câu ghi riêng trên Bằng`} size="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save.run(sentence);
        }}
      >
        <Stack gap="sm">
          <ProblemAlert
            problem={own ? null : save.problem}
            title={t`Chưa lưu được câu ghi trên Bằng`}
            onRetry={() => void save.retry()}
          />
          <Text>
            <Trans>Chỉ in trên Bằng của {printedName}; các Bằng khác giữ câu chung của quyết định.</Trans>
          </Text>
          <Textarea
            label={t`Câu ghi riêng`}
            description={t`${letterCount}/${LONGEST_SENTENCE} ký tự`}
            value={sentence}
            error={own?.text}
            onChange={(event) => setSentence(event.currentTarget.value)}
            autosize
            minRows={3}
            maxRows={8}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              <Trans>Đóng</Trans>
            </Button>
            {item.isOwnSentence && (
              <Button variant="default" loading={save.pending} onClick={() => void save.run('')}>
                <Trans>Dùng câu chung</Trans>
              </Button>
            )}
            <Button type="submit" loading={save.pending}>
              <Trans>Lưu câu ghi</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
