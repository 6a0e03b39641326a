import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { VnDateField } from '#client/core/form/vn-date-field.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { type PledgeYear, seenOf } from '#client/pledges/pledge-types.ts';
import { isIsoDate } from '#shared/core/dates.ts';

/** Phát hành, lưu: day and place go onto the paper; afterwards nothing changes any more. */
export function PublishDialog({ year: { pledge, today }, onClose }: { year: PledgeYear; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const [publishedOn, setPublishedOn] = useState(today);
  const [place, setPlace] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAction(
    (input: { publishedOn: string; place: string }) => client.pledges.publish.mutate({ ...seenOf(pledge), ...input }),
    { done: t`Đã phát hành giao ước`, onDone: onClose },
  );
  const byField = (field: string) => act.problem?.reasons.find((one) => one.field === field)?.text;
  const isShort = place.trim().length < 2;

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (!isShort && isIsoDate(publishedOn)) void act.run({ publishedOn, place: place.trim() });
  }

  return (
    <Modal opened onClose={onClose} title={t`Phát hành, lưu`}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Text>
            <Trans>Mọi đơn vị đã ký. Sau khi phát hành, giao ước không mở lại và không sửa được nữa.</Trans>
          </Text>
          <ProblemAlert problem={act.problem} title={t`Chưa phát hành được`} onRetry={() => void act.retry()} />
          <VnDateField
            label={t`Ngày phát hành`}
            required
            value={publishedOn}
            onChange={setPublishedOn}
            error={byField('publishedOn') ?? (tried && !isIsoDate(publishedOn) && t`Chưa nhập ngày hợp lệ`)}
          />
          <TextInput
            label={t`Nơi ký kết`}
            description={t`Ghi trên bản in trước ngày tháng, ví dụ: Lạng Sơn`}
            required
            maxLength={200}
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
            error={byField('place') ?? (tried && isShort && t`Chưa nhập ô này`)}
          />
          <DialogFoot onClose={onClose} pending={act.pending} send={<Trans>Phát hành, lưu</Trans>} />
        </Stack>
      </form>
    </Modal>
  );
}
