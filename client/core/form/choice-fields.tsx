import { Checkbox, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { type FieldPath, type FieldValues, useController, useFormContext } from 'react-hook-form';
import { fieldId } from '#client/core/form/field-id.ts';
import { wordIssue } from '#client/core/form/word-issue.ts';

type Common<Values extends FieldValues> = {
  name: FieldPath<Values>;
  label: ReactNode;
  description?: ReactNode;
  required?: boolean;
  disabled?: boolean;
};

export type Option = { value: string; label: string };

/** One of a few values; the form's value is its text, null when nothing is chosen. */
export function FormSelect<Values extends FieldValues>(
  props: Common<Values> & { options: readonly Option[]; empty?: string },
) {
  const { options, empty, ...rest } = props;
  const { control } = useFormContext<Values>();
  const { field, fieldState } = useController({ control, name: props.name });
  return (
    <NativeSelect
      {...rest}
      {...field}
      id={fieldId(props.name)}
      value={field.value ?? ''}
      onChange={(event) => field.onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      data={[...(empty === undefined ? [] : [{ value: '', label: empty }]), ...options]}
      error={wordIssue(fieldState.error?.message)}
    />
  );
}

/** Yes or no; the form's value is a boolean. */
export function FormCheckbox<Values extends FieldValues>(props: Common<Values>) {
  const { control } = useFormContext<Values>();
  const { field, fieldState } = useController({ control, name: props.name });
  const { value, ...bound } = field;
  return (
    <Checkbox
      {...props}
      {...bound}
      id={fieldId(props.name)}
      checked={value === true}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
      error={wordIssue(fieldState.error?.message)}
    />
  );
}
