import { Trans, useLingui } from '@lingui/react/macro';
import { List, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { VnDateField } from '#client/core/form/vn-date-field.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { type Decision, seenOf } from '#client/decisions/decision-types.ts';
import { formatDate, isIsoDate } from '#shared/core/dates.ts';
import { CANCEL_GROUND_LABELS, cancelGround } from '#shared/decisions/decisions.schema.ts';

const SHORTEST_REASON = 10;

/** Hủy bỏ quyết định, thu hồi hiện vật, tiền thưởng: ground of the Law, the cancelling decision, and the reason. */
export function CancelDialog({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const [form, setForm] = useState({ ground: '', reason: '', number: '', cancelledOn: decision.today });
  const [tried, setTried] = useState(false);
  const ground = cancelGround.safeParse(form.ground);
  const cancel = useAction((input: Parameters<typeof client.decisions.cancel.mutate>[0]) =>
    client.decisions.cancel.mutate(input),
  );
  const [toReview, setToReview] = useState<Awaited<ReturnType<typeof client.decisions.cancel.mutate>>['toReview']>([]);
  const byField = (field: string) => cancel.problem?.reasons.find((one) => one.field === field)?.text;
  const isShort = form.reason.trim().length < SHORTEST_REASON;
  const fullNumber = decision.fullNumber;

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!ground.success || isShort || form.number.trim() === '' || !isIsoDate(form.cancelledOn)) return;
    const done = await cancel.run({ ...seenOf(decision), ...form, ground: ground.data });
    if (!done) return;
    if (done.toReview.length === 0) onClose();
    else setToReview(done.toReview);
  }

  if (toReview.length > 0) {
    return (
      <Modal opened onClose={onClose} title={t`Đã hủy bỏ. Cần xem lại các khen thưởng sau`} size="lg">
        <Text mb="xs">
          <Trans>Những người, tập thể này còn được khen sau đó; có thể đã dựa vào khen thưởng vừa hủy bỏ:</Trans>
        </Text>
        <List>
          {toReview.map(({ awardId, printedName, decisionNumber, decidedOn }) => (
            <List.Item key={awardId}>
              {printedName}: {decisionNumber}, {formatDate(decidedOn)}
            </List.Item>
          ))}
        </List>
      </Modal>
    );
  }

  return (
    <Modal opened onClose={onClose} title={t`Hủy bỏ quyết định, thu hồi hiện vật, tiền thưởng`} size="lg">
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text>
            <Trans>
              Quyết định số {fullNumber} và mọi bằng kèm theo mất giá trị. Số sổ vàng giữ nguyên, không cấp lại. Ghi sai
              tên thì đính chính, không hủy bỏ.
            </Trans>
          </Text>
          <ProblemAlert problem={cancel.problem} title={t`Chưa hủy bỏ được`} onRetry={() => void cancel.retry()} />
          <NativeSelect
            label={t`Căn cứ hủy bỏ (khoản 2 Điều 93 Luật Thi đua, khen thưởng)`}
            required
            data-autofocus
            value={form.ground}
            onChange={(event) => setForm({ ...form, ground: event.currentTarget.value })}
            data={[
              { value: '', label: t`Chọn căn cứ` },
              ...cancelGround.options.map((value) => ({ value, label: label(CANCEL_GROUND_LABELS[value]) })),
            ]}
            error={tried && !ground.success && t`Chưa chọn căn cứ`}
          />
          <Textarea
            label={t`Lý do`}
            description={t`Kết luận, bản án hoặc văn bản làm căn cứ; ít nhất 10 ký tự.`}
            required
            autosize
            minRows={2}
            value={form.reason}
            onChange={(event) => setForm({ ...form, reason: event.currentTarget.value })}
            error={byField('reason') ?? (tried && isShort && t`Lý do còn ngắn`)}
          />
          <TextInput
            label={t`Số, ký hiệu quyết định hủy bỏ`}
            required
            autoComplete="off"
            value={form.number}
            onChange={(event) => setForm({ ...form, number: event.currentTarget.value })}
            error={byField('number') ?? (tried && form.number.trim() === '' && t`Chưa nhập ô này`)}
          />
          <VnDateField
            label={t`Ngày quyết định hủy bỏ`}
            required
            value={form.cancelledOn}
            onChange={(cancelledOn) => setForm({ ...form, cancelledOn })}
            error={byField('cancelledOn') ?? (tried && !isIsoDate(form.cancelledOn) && t`Chưa nhập ngày hợp lệ`)}
          />
          <DialogFoot onClose={onClose} pending={cancel.pending} danger send={<Trans>Hủy bỏ quyết định</Trans>} />
        </Stack>
      </form>
    </Modal>
  );
}
