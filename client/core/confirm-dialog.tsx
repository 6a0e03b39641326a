import { useLingui } from '@lingui/react/macro';
import { Button, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { VnDateField } from '#client/core/form/vn-date-field.tsx';
import type { Problem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { isIsoDate } from '#shared/core/dates.ts';

export type Confirmation = {
  /** '' when not asked. */
  reason: string;
  /** 'YYYY-MM-DD', '' when not asked or left empty. */
  date: string;
};

type Props = {
  onClose: () => void;
  /** Close it yourself when the action worked. */
  onConfirm: (confirmation: Confirmation) => unknown;
  title: string;
  /** What will happen, in full. */
  children?: ReactNode;
  /** The verb of the action: "Ban hành", never "OK". */
  confirmLabel: string;
  danger?: boolean;
  pending?: boolean;
  problem?: Problem | null;
  onRetry?: () => void;
  reason?: { label: string; required?: boolean; description?: string; suggestion?: { label: string; text: string } };
  date?: { label: string; required?: boolean; initial?: string; description?: string };
  /** For acts with legal effect: this must be typed, e.g. the decision's number. */
  typed?: { label: string; text: string };
};

/** Asks before something that matters. Render it only while it is open: its fields then start empty. */
export function ConfirmDialog(props: Props) {
  const { onClose, onConfirm, title, children, confirmLabel, danger, pending, problem, onRetry } = props;
  useReturnFocus();
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const [date, setDate] = useState(props.date?.initial ?? '');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);

  const missingReason = props.reason?.required === true && reason.trim() === '';
  const wrongDate = props.date !== undefined && !isIsoDate(date) && (props.date.required === true || date !== '');
  const wrongTyped = props.typed !== undefined && typed.trim().normalize('NFC') !== props.typed.text.normalize('NFC');
  const byField = (field: string) => problem?.reasons.find((one) => one.field === field)?.text;

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (pending || missingReason || wrongDate || wrongTyped) return;
    onConfirm({ reason: reason.trim().normalize('NFC'), date });
  }

  return (
    <Modal opened onClose={onClose} title={title} size="md">
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <div>{children}</div>
          <ProblemAlert problem={problem ?? null} onRetry={onRetry} />
          {props.reason && (
            <Textarea
              label={props.reason.label}
              description={props.reason.description}
              required={props.reason.required ?? false}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={tried && missingReason ? t`Chưa nhập ô này` : byField('reason')}
              autosize
              minRows={2}
              maxRows={8}
              data-autofocus
            />
          )}
          {props.reason?.suggestion && (
            <Button
              variant="default"
              size="xs"
              style={{ alignSelf: 'flex-start' }}
              onClick={() => setReason(props.reason?.suggestion?.text ?? '')}
            >
              {props.reason.suggestion.label}
            </Button>
          )}
          {props.date && (
            <VnDateField
              label={props.date.label}
              description={props.date.description}
              required={props.date.required ?? false}
              value={date}
              onChange={setDate}
              error={tried && wrongDate ? t`Chưa nhập ngày hợp lệ` : byField('date')}
            />
          )}
          {props.typed && (
            <TextInput
              label={props.typed.label}
              description={t`Gõ đúng: ${props.typed.text}`}
              required
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              error={tried && wrongTyped ? t`Chưa khớp với ${props.typed.text}` : undefined}
            />
          )}
          <DialogFoot onClose={onClose} pending={pending ?? false} danger={danger ?? false} send={confirmLabel} />
        </Stack>
      </form>
    </Modal>
  );
}
