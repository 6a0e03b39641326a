import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Stack, Text } from '@mantine/core';
import * as z from 'zod/mini';
import { type Pack, seenOf } from '#client/conferences/conference-types.ts';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { FormTextarea } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { markPackSent } from '#shared/conferences/packs.schema.ts';

const sending = z.pick(markPackSent, { sentTo: true, note: true });
type Sending = z.infer<typeof sending>;

/** To whom a version went; it is frozen by that. */
export function PackSentDialog({ pack, onClose }: { pack: Pack; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const form = useCheckedForm(sending, { sentTo: '', note: '' });
  const { number } = pack;
  const mark = useAction((values: Sending) => client.conferencePacks.markSent.mutate({ ...seenOf(pack), ...values }), {
    done: t`Đã đánh dấu bản số ${number} là bản đã gửi`,
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t`Đánh dấu đã gửi bản số ${number}`} size="md">
      <CheckedForm form={form} problem={mark.problem} onSubmit={(values) => void mark.run(values)}>
        <Stack gap="sm">
          <ProblemAlert
            problem={generalOf(mark.problem)}
            title={t`Chưa đánh dấu được`}
            onRetry={() => void mark.retry()}
          />
          <Text size="sm">
            <Trans>
              Hệ thống không tự gửi; việc này ghi nhận bạn đã gửi bản này đi. Từ đó bản này không sửa, không bỏ được.
              Cần gửi số liệu mới hơn thì lập bản mới.
            </Trans>
          </Text>
          <FormTextarea<Sending> name="sentTo" label={t`Gửi đến`} rows={2} required />
          <FormTextarea<Sending>
            name="note"
            label={t`Ghi chú`}
            description={t`Ví dụ số công văn kèm theo. Có thể để trống`}
            rows={2}
          />
          <DialogFoot onClose={onClose} pending={mark.pending} send={<Trans>Đánh dấu đã gửi</Trans>} />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}
