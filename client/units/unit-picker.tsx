import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type FieldPath, type FieldValues, useController, useFormContext } from 'react-hook-form';
import { useTRPC } from '#client/core/api.ts';
import { fieldId } from '#client/core/form/field-id.ts';
import { wordIssue } from '#client/core/form/word-issue.ts';
import { useSpanText } from '#client/units/span-text.ts';
import type { PickedUnit, UnitListRow } from '#client/units/unit-types.ts';
import type { UnitKind } from '#shared/units/units.schema.ts';

/** A vowel typed with UniKey comes as several strokes: ask when they have settled. */
const SETTLED_MS = 250;

type Props = {
  label: ReactNode;
  value: PickedUnit | null;
  onChange: (unit: PickedUnit | null) => void;
  /** Only units of these kinds. */
  kinds?: readonly UnitKind[];
  /** Units that cannot be chosen, e.g. because they are already. */
  except?: readonly string[];
  id?: string;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
};

/** A unit by a part of any of its names, without accents, or by its code; each says from when to when it was there. */
export function UnitPicker({ value, onChange, kinds, except = [], ...field }: Props) {
  const { t } = useLingui();
  const trpc = useTRPC();
  const spanText = useSpanText();
  const [typed, setTyped] = useState(value?.label ?? '');
  const [q] = useDebouncedValue(typed === value?.label ? '' : typed.trim(), SETTLED_MS);
  const { data, isFetching } = useQuery({
    ...trpc.units.list.queryOptions(q === '' ? {} : { q: q.slice(0, 100) }),
    placeholderData: keepPreviousData,
  });

  function labelOf({ name, fullName, parentName, validFrom, validTo, kind }: UnitListRow): string {
    const where = parentName ? `${fullName}, ${parentName}` : kind === 'agency' ? fullName : name;
    const span = spanText({ validFrom, validTo });
    return span ? `${where} (${span})` : where;
  }
  const found = (data?.rows ?? [])
    .filter(({ id, kind }) => !except.includes(id) && (kinds === undefined || kinds.includes(kind)))
    .map((row) => ({ value: row.id, label: labelOf(row) }));
  const options =
    value && !found.some((one) => one.value === value.id) ? [{ value: value.id, label: value.label }, ...found] : found;

  return (
    <Select
      {...field}
      data={options}
      value={value?.id ?? null}
      searchable
      clearable={!field.required}
      clearButtonProps={{ 'aria-label': t`Bỏ chọn` }}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => {
        const chosen = options.find((one) => one.value === id);
        onChange(chosen ? { id: chosen.value, label: chosen.label } : null);
      }}
      // The server has searched already, by names of the past as well.
      filter={({ options: all }) => all}
      limit={50}
      placeholder={t`Gõ tên (không cần dấu) hoặc mã`}
      nothingFoundMessage={isFetching ? t`Đang tìm` : t`Không tìm thấy đơn vị nào. Thử tên khác hoặc mã.`}
      maxDropdownHeight={260}
    />
  );
}

/** The picker inside a `<CheckedForm>`; the form's value is a chosen unit or null. */
export function FormUnit<Values extends FieldValues>(
  props: Omit<Props, 'value' | 'onChange' | 'id' | 'error'> & { name: FieldPath<Values> },
) {
  const { name, ...rest } = props;
  const { control } = useFormContext<Values>();
  const { field, fieldState } = useController({ control, name });
  return (
    <UnitPicker
      {...rest}
      id={fieldId(name)}
      value={(field.value as PickedUnit | null) ?? null}
      onChange={field.onChange}
      error={wordIssue(fieldState.error?.message)}
    />
  );
}
