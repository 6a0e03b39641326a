import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import * as z from 'zod/mini';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { FormDate, FormText, FormTextarea } from '#client/core/form/form-fields.tsx';
import grids from '#client/core/grids.module.css';
import { useSession } from '#client/core/session.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { FormDialog } from '#client/recipients/form-dialog.tsx';
import { idOf, type Recipient } from '#client/recipients/recipient-types.ts';
import css from '#client/recipients/recipients.module.css';
import { formatDate, isIsoDate } from '#shared/core/dates.ts';
import { addHold, HOLD_KIND_LABELS, holdKind } from '#shared/recipients/recipient-page.schema.ts';

type Hold = Recipient['holds'][number];

/** Tạm dừng xét khen thưởng: in force and past ones. */
export function Holds({ recipient }: { recipient: Recipient }) {
  const { label } = useWords();
  const [adding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<Hold | null>(null);
  const { holds, actions } = recipient;
  const mayChange = actions.save.allowed;
  return (
    // What is printed is handed on: the office keeps this to itself.
    <section className="no-print">
      <Title order={2} mb={6}>
        <Trans>Tạm dừng xét khen thưởng</Trans>
      </Title>
      {holds.length === 0 ? (
        <Text c="gray.7">
          <Trans>Không có.</Trans>
        </Text>
      ) : (
        <ul className={css.plain}>
          {holds.map((hold) => (
            <li key={hold.id}>
              <Group gap="xs">
                {label(HOLD_KIND_LABELS[hold.kind])}
                <HoldState hold={hold} />
              </Group>
              <Text size="sm">{[hold.reason, hold.document].filter(Boolean).join(' · ')}</Text>
              <Text size="sm" c="gray.7">
                <HoldSpan hold={hold} />
              </Text>
              {mayChange && hold.liftedOn === null && (
                <Button size="compact-sm" variant="default" className="no-print" onClick={() => setLifting(hold)}>
                  <Trans>Gỡ tạm dừng</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <Button size="xs" variant="default" mt="xs" className="no-print" onClick={() => setAdding(true)}>
          <Trans>Ghi tạm dừng</Trans>
        </Button>
      )}
      {adding && <AddHold recipient={recipient} onClose={() => setAdding(false)} />}
      {lifting && <LiftHold recipient={recipient} hold={lifting} onClose={() => setLifting(null)} />}
    </section>
  );
}

function HoldState({ hold }: { hold: Hold }) {
  if (hold.isHeld)
    return (
      <StatusBadge tone="warn">
        <Trans>Đang tạm dừng</Trans>
      </StatusBadge>
    );
  return <StatusBadge tone="neutral">{hold.liftedOn ? <Trans>Đã gỡ</Trans> : <Trans>Hết hạn</Trans>}</StatusBadge>;
}

function HoldSpan({ hold: { fromOn, toOn, liftedOn, liftReason } }: { hold: Hold }) {
  const from = formatDate(fromOn);
  const to = toOn && formatDate(toOn);
  const lifted = liftedOn && formatDate(liftedOn);
  return (
    <>
      {to ? (
        <Trans>
          Từ {from} đến {to}
        </Trans>
      ) : (
        <Trans>Từ {from}</Trans>
      )}
      {lifted && (
        <>
          {'; '}
          <Trans>
            gỡ ngày {lifted}: {liftReason}
          </Trans>
        </>
      )}
    </>
  );
}

const { kind, fromOn, document, reason } = addHold.shape;
/** An empty last day is typed as '' and means that there is none. */
const formSchema = z.strictObject({
  kind,
  fromOn,
  toOn: z.string().check(z.refine((text) => text === '' || isIsoDate(text), { error: 'date.impossible' })),
  document,
  reason,
});
type V = z.input<typeof formSchema>;
type Values = z.output<typeof formSchema>;

function AddHold({ recipient, onClose }: { recipient: Recipient; onClose: () => void }) {
  const { t } = useLingui();
  const { label } = useWords();
  const { today } = useSession();
  const client = useTRPCClient();
  const form = useCheckedForm<V, Values>(formSchema, {
    kind: 'inspection',
    fromOn: today,
    toOn: '',
    document: '',
    reason: '',
  });
  const add = useAction(
    ({ toOn, ...values }: Values) =>
      client.recipients.addHold.mutate({
        ...values,
        toOn: toOn === '' ? null : toOn,
        id: idOf(recipient),
        seenVersion: recipient.version,
      }),
    { done: t`Đã ghi tạm dừng xét khen thưởng`, onDone: onClose },
  );
  return (
    <FormDialog
      title={t`Tạm dừng xét khen thưởng`}
      failed={t`Chưa ghi được`}
      confirmLabel={<Trans>Ghi tạm dừng</Trans>}
      form={form}
      action={add}
      onClose={onClose}
    >
      <FormSelect<V>
        name="kind"
        label={t`Loại`}
        required
        options={holdKind.options.map((value) => ({ value, label: label(HOLD_KIND_LABELS[value]) }))}
      />
      <div className={grids.pair}>
        <FormDate<V> name="fromOn" label={t`Từ ngày`} required />
        <FormDate<V> name="toOn" label={t`Đến ngày (nếu biết)`} />
      </div>
      <FormTextarea<V> name="reason" label={t`Lý do`} required rows={2} />
      <FormText<V> name="document" label={t`Văn bản`} placeholder={t`Quyết định số, ngày, cơ quan`} />
    </FormDialog>
  );
}

function LiftHold({ recipient, hold, onClose }: { recipient: Recipient; hold: Hold; onClose: () => void }) {
  const { t } = useLingui();
  const { label } = useWords();
  const { today } = useSession();
  const client = useTRPCClient();
  const lift = useAction(
    ({ reason, date }: { reason: string; date: string }) =>
      client.recipients.liftHold.mutate({
        id: idOf(recipient),
        seenVersion: recipient.version,
        holdId: hold.id as never,
        liftedOn: date,
        reason,
      }),
    { done: t`Đã gỡ tạm dừng`, onDone: onClose },
  );
  return (
    <ConfirmDialog
      title={t`Gỡ tạm dừng xét khen thưởng`}
      confirmLabel={t`Gỡ tạm dừng`}
      reason={{ label: t`Lý do gỡ`, required: true, description: t`Ví dụ: đã có kết luận, số và ngày văn bản.` }}
      date={{ label: t`Ngày gỡ`, required: true, initial: today }}
      pending={lift.pending}
      problem={lift.problem}
      onRetry={() => void lift.retry()}
      onClose={onClose}
      onConfirm={(confirmation) => void lift.run(confirmation)}
    >
      {label(HOLD_KIND_LABELS[hold.kind])}: {hold.reason}
    </ConfirmDialog>
  );
}
