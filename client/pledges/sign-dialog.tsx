import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { VnDateField } from '#client/core/form/vn-date-field.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { Attachments } from '#client/files/attachment-picker.tsx';
import type { PledgeSignature, PledgeYear } from '#client/pledges/pledge-types.ts';
import { isIsoDate } from '#shared/core/dates.ts';
import { SIGNING_CAPACITIES } from '#shared/pledges/pledges.schema.ts';

type Props = { year: PledgeYear; signature: PledgeSignature; onClose: () => void };
type Form = { signatoryName: string; listed: string; written: string; signedOn: string; reason: string };

const OTHER = 'other';
const isListed = (capacity: string) => (SIGNING_CAPACITIES as readonly string[]).includes(capacity);

/** What is on record as the dialog opens; null before the member has signed. */
function recordOf({ signedOn, signatoryName, capacity }: PledgeSignature) {
  return signedOn === null ? null : { signedOn, signatoryName: signatoryName ?? '', capacity: capacity ?? '' };
}

function formOf({ signatoryName, capacity, signedOn }: PledgeSignature, today: string): Form {
  const known = capacity ?? '';
  return {
    signatoryName: signatoryName ?? '',
    listed: known === '' ? '' : isListed(known) ? known : OTHER,
    written: isListed(known) ? '' : known,
    signedOn: signedOn ?? today,
    reason: '',
  };
}

/** Records a signature given on paper, or corrects the record: who, in which capacity, when, with the scanned page. */
export function SignDialog({ year: { pledge, today }, signature, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const [form, setForm] = useState(() => formOf(signature, today));
  const [tried, setTried] = useState(false);
  // The content that was on the screen when the dialog opened: what is signed must not change behind it.
  const [seenHash] = useState(pledge.seenHash);
  const [seen] = useState(() => recordOf(signature));
  const isCorrection = seen !== null;
  const act = useAction(
    ({
      reason,
      ...given
    }: {
      signatoryName: string;
      capacity: string;
      signedOn: string;
      fileId: string;
      reason: string;
    }) => {
      const input = { signatureId: signature.id as never, ...given, fileId: given.fileId as never };
      return seen
        ? client.pledges.correctSignature.mutate({ ...input, reason, seen })
        : client.pledges.sign.mutate({ ...input, seenHash });
    },
    { done: isCorrection ? t`Đã đính chính thông tin ký` : t`Đã ghi nhận ký kết`, onDone: onClose },
  );
  const byField = (field: string) => act.problem?.reasons.find((one) => one.field === field)?.text;
  const capacity = form.listed === OTHER ? form.written.trim() : form.listed;
  const scan = signature.files.at(-1);
  const missing = {
    signatoryName: form.signatoryName.trim().length < 2,
    capacity: capacity.length < 2,
    signedOn: !isIsoDate(form.signedOn),
    scan: scan === undefined,
    reason: isCorrection && form.reason.trim().length < 10,
  };

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (scan === undefined || Object.values(missing).some(Boolean)) return;
    void act.run({
      signatoryName: form.signatoryName.trim(),
      capacity,
      signedOn: form.signedOn,
      fileId: scan.id,
      reason: form.reason.trim(),
    });
  }

  const title = isCorrection ? t`Đính chính thông tin ký: ${signature.name}` : t`Ghi nhận ký kết: ${signature.name}`;
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <Stack gap="sm">
        <ProblemAlert
          problem={act.problem}
          title={isCorrection ? t`Chưa đính chính được` : t`Chưa ghi nhận được`}
          onRetry={() => void act.retry()}
        />
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <Text component="legend" fw={600} mb={4}>
            <Trans>Bản ký có dấu (tệp quét)</Trans>
          </Text>
          <Attachments subjectKind="pledge-signature" subjectId={signature.id!} files={signature.files} editable />
          {tried && missing.scan && (
            <Text size="sm" c="red.9" role="alert">
              <Trans>Chưa đính kèm bản ký có dấu. Tải tệp lên rồi ghi nhận.</Trans>
            </Text>
          )}
        </fieldset>
        <form noValidate onSubmit={submit}>
          <Stack gap="sm">
            <TextInput
              label={t`Người ký`}
              required
              autoComplete="off"
              maxLength={100}
              value={form.signatoryName}
              onChange={(event) => setForm({ ...form, signatoryName: event.currentTarget.value })}
              error={byField('signatoryName') ?? (tried && missing.signatoryName && t`Chưa nhập ô này`)}
            />
            <NativeSelect
              label={t`Chức vụ người ký`}
              required
              value={form.listed}
              onChange={(event) => setForm({ ...form, listed: event.currentTarget.value })}
              data={[
                { value: '', label: t`Chọn chức vụ` },
                ...SIGNING_CAPACITIES.map((value) => ({ value, label: value })),
                { value: OTHER, label: t`Khác (ghi như trên văn bản)` },
              ]}
              error={byField('capacity') ?? (tried && missing.capacity && form.listed !== OTHER && t`Chưa chọn ô này`)}
            />
            {form.listed === OTHER && (
              <TextInput
                label={t`Chức vụ như trên văn bản`}
                required
                maxLength={150}
                value={form.written}
                onChange={(event) => setForm({ ...form, written: event.currentTarget.value })}
                error={tried && missing.capacity && t`Chưa nhập ô này`}
              />
            )}
            <VnDateField
              label={t`Ngày ký`}
              required
              value={form.signedOn}
              onChange={(signedOn) => setForm({ ...form, signedOn })}
              error={byField('signedOn') ?? (tried && missing.signedOn && t`Chưa nhập ngày hợp lệ`)}
            />
            {isCorrection && (
              <Textarea
                label={t`Lý do đính chính`}
                description={t`Ít nhất 10 ký tự; lưu trong lịch sử.`}
                required
                autosize
                minRows={2}
                value={form.reason}
                onChange={(event) => setForm({ ...form, reason: event.currentTarget.value })}
                error={byField('reason') ?? (tried && missing.reason && t`Lý do còn ngắn`)}
              />
            )}
            <DialogFoot
              onClose={onClose}
              pending={act.pending}
              send={isCorrection ? <Trans>Đính chính</Trans> : <Trans>Ghi nhận ký</Trans>}
            />
          </Stack>
        </form>
      </Stack>
    </Modal>
  );
}
