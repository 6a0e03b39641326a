import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Link } from 'react-router';
import { useTRPCClient } from '#client/core/api.ts';
import { VnDateField } from '#client/core/form/vn-date-field.tsx';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { type Decision, seenOf } from '#client/decisions/decision-types.ts';
import { formatDate, isIsoDate } from '#shared/core/dates.ts';
import { readDecisionNumber } from '#shared/decisions/decision-number.ts';

type Props = {
  decision: Pick<Decision, 'id' | 'version' | 'documentType' | 'today' | 'signedOn' | 'items'>;
  onClose: () => void;
};

/**
 * Ban hành: the number and date of the paper. One press is one issue: while it runs further presses do nothing,
 * and a retry after a lost answer carries the same key, so that the server repeats its answer and not the act.
 */
export function IssueDialog({ decision, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const [number, setNumber] = useState('');
  const [decidedOn, setDecidedOn] = useState(decision.today);
  const [tried, setTried] = useState(false);
  const issue = useAction(
    (paper: { number: string; decidedOn: string }, idempotencyKey) =>
      client.decisions.issue.mutate({ ...seenOf(decision), ...paper, idempotencyKey }),
    {
      done: ({ certificateCount, goldenBookFrom, goldenBookTo }) => {
        const count = String(certificateCount);
        const from = String(goldenBookFrom);
        const to = String(goldenBookTo);
        return t`Đã ban hành: ${count} bằng, số sổ vàng ${from} – ${to}`;
      },
      onDone: onClose,
    },
  );
  const symbol = decision.documentType;
  const count = String(decision.items.length);
  const signedOn = decision.signedOn && formatDate(decision.signedOn);
  const read = readDecisionNumber(number, symbol);
  const taken = issue.problem?.reasons.find(({ code }) => code === 'decision.number-taken');
  const holder = taken && 'facts' in taken ? (taken.facts as { decisionId?: string }).decisionId : undefined;
  const byField = (field: string) => issue.problem?.reasons.find((one) => one.field === field)?.text;

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (!read.ok || !isIsoDate(decidedOn)) return;
    void issue.run({ number, decidedOn });
  }

  return (
    <Modal opened onClose={onClose} title={t`Ghi số và ngày văn thư đã cấp`} size="md">
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Text>
            <Trans>
              Ghi đúng như trên bản giấy đã ký. Quyết định được ban hành, {count} bằng vào Sổ khen thưởng với số sổ vàng
              liên tiếp; sau bước này không sửa được nữa.
            </Trans>
          </Text>
          <ProblemAlert problem={issue.problem} title={t`Chưa ban hành được`} onRetry={() => void issue.retry()} />
          {holder && (
            <Text>
              <Link to={paths.decision.to(holder)}>
                <Trans>Mở quyết định đang giữ số này</Trans>
              </Link>
            </Text>
          )}
          <TextInput
            label={t`Số, ký hiệu`}
            description={t`Ví dụ 372 hoặc 12a; phần /${symbol} được thêm vào.`}
            required
            autoComplete="off"
            data-autofocus
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            rightSection={<Text c="gray.7">/{symbol}</Text>}
            rightSectionWidth={90}
            error={byField('number') ?? (tried && !read.ok && t`Ghi số như trên bản giấy, ví dụ 372 hoặc 12a`)}
          />
          <VnDateField
            label={t`Ngày ban hành`}
            description={signedOn ? t`Từ ngày ký (${signedOn}) đến hôm nay.` : undefined}
            required
            value={decidedOn}
            onChange={setDecidedOn}
            error={byField('decidedOn') ?? (tried && !isIsoDate(decidedOn) && t`Chưa nhập ngày hợp lệ`)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} disabled={issue.pending}>
              <Trans>Đóng</Trans>
            </Button>
            <Button type="submit" loading={issue.pending}>
              <Trans>Ban hành</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
