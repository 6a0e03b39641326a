import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useController, useFieldArray, useFormContext } from 'react-hook-form';
import * as z from 'zod/mini';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { fieldId } from '#client/core/form/field-id.ts';
import { FormNumber } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { useLeaveGuard } from '#client/core/form/leave-guard.tsx';
import { wordIssue } from '#client/core/form/word-issue.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import {
  type Form,
  KINDS,
  type RegisteringMember,
  type Registrations,
} from '#client/registrations/registration-types.ts';
import css from '#client/registrations/registrations.module.css';
import { formatScaled } from '#shared/core/numbers.ts';
import { isGivenTo } from '#shared/registrations/registrations.rules.ts';
import {
  REGISTERED_KIND_LABELS,
  type RegisteredKind,
  registrationLine,
} from '#shared/registrations/registrations.schema.ts';

/** An empty count is none; what is no number is told at its field. */
const formSchema = z.strictObject({
  lines: z.array(z.strictObject({ ...registrationLine.shape, count: z.nullable(registrationLine.shape.count) })),
});
type V = z.output<typeof formSchema>;

type Props = { data: Registrations; member: RegisteringMember; onClose: () => void };

/** Titles with their counts and, as far as known, names; the usual titles stand there from the beginning. */
export function RegistrationForm({ data, member, onClose }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const form = useCheckedForm<V, V>(formSchema, { lines: linesOf(data.forms, member) });
  const { fields, append } = useFieldArray({ control: form.control, name: 'lines' });
  const save = useAction(
    ({ lines }: V) =>
      client.registrations.save.mutate({
        clusterYearId: data.year.id as never,
        unitId: member.unitId as never,
        seenVersion: member.version,
        lines: lines.map((line) => ({ ...line, count: line.count ?? 0, names: line.names.filter(Boolean) })),
      }),
    { done: t`Đã lưu đăng ký` },
  );
  // Closed when the page has the new version: the next press would else be about the old one.
  const submit = async (values: V) => {
    if (await save.run(values)) onClose();
  };
  const question = useLeaveGuard(form.formState.isDirty && !save.pending);
  const called = new Map(data.forms.map((one) => [one.code, one]));
  const below = data.fromBelow[member.unitId] ?? [];
  return (
    <CheckedForm form={form} problem={save.problem} onSubmit={submit}>
      <Stack gap="xs" mt="sm">
        {question}
        <ProblemAlert problem={generalOf(save.problem)} title={t`Chưa lưu được đăng ký`} onRetry={save.retry} />
        {fields.map(({ id, awardCode, kind }, index) => (
          <Line
            key={id}
            index={index}
            name={called.get(awardCode)?.name ?? awardCode}
            kind={kind}
            below={below.find((one) => one.awardCode === awardCode && one.kind === kind)?.count ?? 0}
          />
        ))}
        <AddTitle
          forms={data.forms}
          taken={new Set(fields.map(({ awardCode, kind }) => `${awardCode} ${kind}`))}
          onAdd={(awardCode, kind) => append({ awardCode, kind, count: null, names: [] })}
        />
        <DialogFoot onClose={onClose} pending={save.pending} send={<Trans>Lưu nháp</Trans>} />
      </Stack>
    </CheckedForm>
  );
}

type LineProps = { index: number; name: string; kind: RegisteredKind; below: number };

function Line({ index, name, kind, below }: LineProps) {
  const { t } = useLingui();
  const { label } = useWords();
  const { control } = useFormContext<V>();
  const { field, fieldState } = useController({ control, name: `lines.${index}.names` });
  const whom = label(REGISTERED_KIND_LABELS[kind]);
  const added = formatScaled(below, 0);
  return (
    <div className={css.line}>
      <div>
        {name} <span className={css.soft}>({whom})</span>
        {below > 0 && (
          <div className={css.soft}>
            <Trans>Các đơn vị của tỉnh đã đăng ký: {added}</Trans>
          </div>
        )}
      </div>
      <FormNumber<V> name={`lines.${index}.count`} label={t`Số lượng: ${name}, ${whom}`} decimals={0} bare />
      <Textarea
        id={fieldId(`lines.${index}.names`)}
        aria-label={t`Tên: ${name}, ${whom}`}
        placeholder={t`Tên, nếu đã biết; mỗi dòng một tên`}
        autosize
        minRows={1}
        maxRows={8}
        value={field.value.join('\n')}
        onChange={(event) => {
          const { value } = event.currentTarget;
          field.onChange(value === '' ? [] : value.split('\n'));
        }}
        onBlur={field.onBlur}
        error={wordIssue(fieldState.error?.message)}
      />
    </div>
  );
}

type AddProps = {
  forms: readonly Form[];
  taken: ReadonlySet<string>;
  onAdd: (awardCode: string, kind: RegisteredKind) => void;
};

/** Any other form of the catalogue, for whom it is given. */
function AddTitle({ forms, taken, onAdd }: AddProps) {
  const { t } = useLingui();
  const { label } = useWords();
  const [chosen, setChosen] = useState('');
  const choices = forms.flatMap((form) =>
    KINDS.filter((kind) => isGivenTo(form, kind) && !taken.has(`${form.code} ${kind}`)).map((kind) => ({
      value: `${form.code} ${kind}`,
      label: `${form.name} (${label(REGISTERED_KIND_LABELS[kind])})`,
    })),
  );
  return (
    <Group align="flex-end" gap="xs">
      <NativeSelect
        label={t`Danh hiệu, hình thức khác`}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[{ value: '', label: t`Chọn…` }, ...choices]}
        maw={460}
      />
      <Button
        variant="default"
        disabled={chosen === ''}
        onClick={() => {
          const [code, kind] = chosen.split(' ');
          onAdd(code!, kind as RegisteredKind);
          setChosen('');
        }}
      >
        <Trans>Thêm dòng</Trans>
      </Button>
    </Group>
  );
}

/** What yearly registrations are about: emulation titles; other forms come in by choice. */
const USUAL = ['LDTT', 'CSTDCS', 'CSTDT', 'CSTDTQ', 'TTLDTT', 'TTLDXS', 'CTDT', 'CTDCP'];

/** Lines that are there and the usual ones beside them, in the order of the catalogue. */
function linesOf(forms: readonly Form[], member: RegisteringMember): V['lines'] {
  return forms.flatMap((form) =>
    KINDS.flatMap((kind): V['lines'] => {
      const line = member.lines.find((one) => one.awardCode === form.code && one.kind === kind);
      if (line) return [{ awardCode: form.code, kind, count: line.count, names: [...line.names] }];
      return USUAL.includes(form.code) && isGivenTo(form, kind)
        ? [{ awardCode: form.code, kind, count: null, names: [] }]
        : [];
    }),
  );
}
