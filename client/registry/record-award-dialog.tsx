import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { FormDate, FormText } from '#client/core/form/form-fields.tsx';
import grids from '#client/core/grids.module.css';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { LookAlikePicker } from '#client/recipients/look-alike-picker.tsx';
import type { Localized } from '#shared/core/localized.ts';
import { WAY_LABELS } from '#shared/nominations/nominations.schema.ts';
import { PERSON_CLASS_LABELS, RECIPIENT_KIND_LABELS, SEX_LABELS } from '#shared/recipients/recipients.schema.ts';
import { recordAward } from '#shared/registry/registry.schema.ts';

const { recipientKind, name, printedPlace, sex, personClass, awardCode, way, decisionNumber, decidedOn, sentence } =
  recordAward.shape;
/** As the server's, but the year is chosen from a list and so is text; unit and key are not the person's to type. */
const formSchema = z.object({
  recipientKind,
  name,
  printedPlace,
  sex,
  personClass,
  awardCode,
  way,
  year: z.string(),
  decisionNumber,
  decidedOn,
  sentence,
});
type V = z.input<typeof formSchema>;
type Values = z.output<typeof formSchema>;
const FIRST_YEAR = 1945;

/** Ghi bổ sung: an award given on paper, before or beside the system. */
export function RecordAwardDialog({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const { account, today } = useSession();
  const { label } = useWords();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { data: forms } = useQuery({ ...trpc.awards.forms.queryOptions(), staleTime: 5 * 60_000 });
  const thisYear = Number(today.slice(0, 4));
  const form = useCheckedForm<V, Values>(formSchema, {
    recipientKind: 'individual',
    name: '',
    printedPlace: '',
    sex: null,
    personClass: null,
    awardCode: '',
    way: 'merit',
    year: String(thisYear - 1),
    decisionNumber: '',
    decidedOn: '',
    sentence: '',
  });
  const kind = useWatch({ control: form.control, name: 'recipientKind' });
  const name = useWatch({ control: form.control, name: 'name' });
  const [recipientId, setRecipientId] = useState<string | null>(null);
  const isPerson = kind === 'individual';

  const record = useAction(
    ({ year, ...values }: Values, idempotencyKey) =>
      client.awards.record.mutate({
        ...values,
        ...(values.recipientKind !== 'individual' && { sex: null, personClass: null }),
        ...(recipientId && { recipientId: recipientId as never }),
        year: Number(year),
        unitId: account.unitId as never,
        idempotencyKey,
      }),
    { done: t`Đã ghi vào Sổ khen thưởng`, onDone: onClose },
  );

  const options = (labels: Readonly<Record<string, Localized>>) =>
    Object.entries(labels).map(([value, words]) => ({ value, label: label(words) }));
  const choose = t`Chọn…`;
  const fitting = (forms ?? []).filter(({ appliesTo }) => appliesTo.length === 0 || appliesTo.includes(kind));
  const general = record.problem?.reasons.some(({ field }) => !field) !== false ? record.problem : null;

  return (
    <Modal opened onClose={onClose} title={t`Ghi bổ sung vào Sổ khen thưởng`} size="lg">
      <CheckedForm form={form} problem={record.problem} onSubmit={(values) => record.run(values)}>
        <Stack gap="sm">
          <Text c="gray.7">
            <Trans>Dùng cho khen thưởng đã có quyết định trước đây hoặc ngoài hệ thống, của {account.unitName}.</Trans>
          </Text>
          <ProblemAlert problem={general} title={t`Chưa ghi được`} onRetry={record.retry} />
          <FormSelect<V> name="recipientKind" label={t`Đối tượng`} options={options(RECIPIENT_KIND_LABELS)} required />
          <FormText<V> name="name" label={isPerson ? t`Họ và tên` : t`Tên ghi trên Bằng`} required />
          {account.unitId && (
            <LookAlikePicker
              recipientKind={kind}
              name={name}
              unitId={account.unitId}
              value={recipientId}
              onChange={setRecipientId}
            />
          )}
          <FormText<V> name="printedPlace" label={t`Chức vụ, đơn vị, địa chỉ`} />
          {isPerson && (
            <div className={grids.pair}>
              <FormSelect<V> name="sex" label={t`Giới tính`} required options={options(SEX_LABELS)} empty={choose} />
              <FormSelect<V>
                name="personClass"
                label={t`Phân loại đối tượng`}
                required
                options={options(PERSON_CLASS_LABELS)}
                empty={choose}
              />
            </div>
          )}
          <FormSelect<V>
            name="awardCode"
            label={t`Hình thức khen thưởng`}
            required
            options={fitting.map((one) => ({ value: one.code, label: one.name }))}
            empty={choose}
          />
          <div className={grids.pair}>
            <FormSelect<V> name="way" label={t`Loại hình`} required options={options(WAY_LABELS)} />
            <FormSelect<V> name="year" label={t`Năm thành tích`} required options={yearsDown(thisYear)} />
          </div>
          <div className={grids.pair}>
            <FormText<V> name="decisionNumber" label={t`Số, ký hiệu quyết định`} required placeholder="372/QĐ-UBND" />
            <FormDate<V> name="decidedOn" label={t`Ngày quyết định`} required />
          </div>
          <FormText<V> name="sentence" label={t`Nội dung ghi trên Bằng`} />
          <DialogFoot onClose={onClose} pending={record.pending} send={<Trans>Ghi vào Sổ</Trans>} />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}

function yearsDown(last: number) {
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, n) => String(last - n)).map((value) => ({
    value,
    label: value,
  }));
}
