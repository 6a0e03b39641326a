import { Trans, useLingui } from '@lingui/react/macro';
import { Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { VnNumberField, type VnNumberValue } from '#client/core/form/vn-number-field.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import type { PledgeRuleView } from '#client/pledges/pledge-types.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { isExact, ruleWords } from '#shared/pledges/pledge-rule.rules.ts';
import { LEAST_KEPT, MOST_EXCEEDED } from '#shared/pledges/pledge-rule.schema.ts';

const LEAST_SOURCE = 5;
const LEAST_REASON = 10;

/** Mức Đạt, Vượt of the year with its source; after the pledge was agreed with a reason that the members read. */
export function RuleDialog({ view, onClose }: { view: PledgeRuleView; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const { rule, takesReason } = view;
  const [seenVersion] = useState(rule.version);
  const [kept, setKept] = useState<VnNumberValue>(rule.keptFrom);
  const [exceeded, setExceeded] = useState<VnNumberValue>(rule.exceededFrom);
  const [source, setSource] = useState(rule.source);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useAction(
    (input: { keptFrom: number; exceededFrom: number; source: string; reason: string }) =>
      client.pledges.saveRule.mutate({ clusterYearId: view.clusterYearId as ClusterYearId, seenVersion, ...input }),
    { done: t`Đã lưu cách đánh giá`, onDone: onClose },
  );
  const keptFrom = within(kept, LEAST_KEPT, 1000);
  const exceededFrom = within(exceeded, 1000, MOST_EXCEEDED);
  const typed = keptFrom === null || exceededFrom === null ? null : { keptFrom, exceededFrom };
  const lacksSource = typed !== null && !isExact(typed) && source.trim().length < LEAST_SOURCE;
  const lacksReason = takesReason && reason.trim().length < LEAST_REASON;
  const byField = (field: string) => save.problem?.reasons.find((one) => one.field === field)?.text;

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (typed && !lacksSource && !lacksReason)
      void save.run({ ...typed, source: source.trim(), reason: reason.trim().normalize('NFC') });
  }

  return (
    <Modal opened onClose={onClose} title={t`Mức Đạt, Vượt của năm`} size="lg">
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Text>
            <Trans>
              So với kế hoạch của từng chỉ tiêu. Để 100% và 100% nếu Quy chế của Cụm không quy định khác: Đạt khi bằng
              kế hoạch, Vượt khi tốt hơn.
            </Trans>{' '}
            {takesReason ? (
              <Trans>
                Giao ước đã thống nhất: chữ ký vẫn giữ nguyên, kết quả tính lại theo mức mới, và mọi đơn vị thành viên
                nhận thông báo kèm lý do.
              </Trans>
            ) : (
              <Trans>Nếu năm đã công bố, các đơn vị thành viên nhận thông báo.</Trans>
            )}
          </Text>
          <ProblemAlert
            problem={save.problem}
            title={t`Chưa lưu được cách đánh giá`}
            onRetry={() => void save.retry()}
          />
          <Group gap="sm" align="flex-start" grow>
            <VnNumberField
              label={t`Đạt từ`}
              description={t`Từ 50 đến 100`}
              unit="%"
              decimals={1}
              required
              value={kept}
              onChange={setKept}
              error={byField('keptFrom') ?? (tried && keptFrom === null && t`Nhập từ 50 đến 100`)}
            />
            <VnNumberField
              label={t`Vượt từ`}
              description={t`Từ 100 đến 300; 100 là khi hơn 100%`}
              unit="%"
              decimals={1}
              required
              value={exceeded}
              onChange={setExceeded}
              error={byField('exceededFrom') ?? (tried && exceededFrom === null && t`Nhập từ 100 đến 300`)}
            />
          </Group>
          <TextInput
            label={t`Căn cứ`}
            description={t`Bắt buộc khi khác 100%. Ví dụ: Quy chế hoạt động của Cụm, Điều 9`}
            maxLength={300}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
            error={byField('source') ?? (tried && lacksSource && t`Ghi rõ Quy chế nào, điều nào (ít nhất 5 ký tự)`)}
          />
          {typed && (
            <Text size="sm" c="gray.7" role="status">
              {label(ruleWords(typed))}.
            </Text>
          )}
          {takesReason && (
            <Textarea
              label={t`Lý do đổi`}
              description={t`Ít nhất 10 ký tự; các đơn vị thành viên đọc được.`}
              required
              autosize
              minRows={2}
              maxRows={6}
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={byField('reason') ?? (tried && lacksReason && t`Nhập ít nhất 10 ký tự`)}
            />
          )}
          <DialogFoot onClose={onClose} pending={save.pending} send={<Trans>Lưu cách đánh giá</Trans>} />
        </Stack>
      </form>
    </Modal>
  );
}

/** The percentage as typed, in tenths; null when it is none or outside. */
const within = (value: VnNumberValue, least: number, most: number): number | null =>
  typeof value === 'number' && value >= least && value <= most ? value : null;
