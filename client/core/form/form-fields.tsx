import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type FieldPath, type FieldValues, useController, useFormContext } from 'react-hook-form';
import { fieldId } from '#client/core/form/field-id.ts';
import { VnDateField } from '#client/core/form/vn-date-field.tsx';
import { VnNumberField } from '#client/core/form/vn-number-field.tsx';
import { wordIssue } from '#client/core/form/word-issue.ts';

/** Fields inside a `<CheckedForm>`; `name` is the path in the form's values, and the input's id is `fieldId(name)`. */
type Common<Values extends FieldValues> = {
  name: FieldPath<Values>;
  label: ReactNode;
  description?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
};

function useField<Values extends FieldValues>(name: FieldPath<Values>) {
  const { control } = useFormContext<Values>();
  const { field, fieldState } = useController({ control, name });
  return { field, error: wordIssue(fieldState.error?.message) };
}

/** One line of text; the form's value is a string. */
export function FormText<Values extends FieldValues>(props: Common<Values> & { placeholder?: string }) {
  const { field, error } = useField<Values>(props.name);
  return <TextInput {...props} {...field} value={field.value ?? ''} id={fieldId(props.name)} error={error} />;
}

/** Several lines of text, growing with what is typed. */
export function FormTextarea<Values extends FieldValues>(props: Common<Values> & { rows?: number }) {
  const { rows = 3, ...rest } = props;
  const { field, error } = useField<Values>(props.name);
  return (
    <Textarea
      {...rest}
      {...field}
      value={field.value ?? ''}
      id={fieldId(props.name)}
      error={error}
      autosize
      minRows={rows}
      maxRows={16}
    />
  );
}

/** A date; the form's value is 'YYYY-MM-DD', '' or the text as typed. */
export function FormDate<Values extends FieldValues>(props: Common<Values>) {
  const { field, error } = useField<Values>(props.name);
  const { ref, ...bound } = field;
  return (
    <VnDateField
      {...props}
      {...bound}
      inputRef={ref}
      value={field.value ?? ''}
      id={fieldId(props.name)}
      error={error}
    />
  );
}

/** A number; the form's value is a scaled integer, null or the text as typed. */
export function FormNumber<Values extends FieldValues>(
  props: Common<Values> & { decimals: number; unit?: string; bare?: boolean },
) {
  const { field, error } = useField<Values>(props.name);
  const { ref, ...bound } = field;
  return (
    <VnNumberField
      {...props}
      {...bound}
      inputRef={ref}
      value={field.value ?? null}
      id={fieldId(props.name)}
      error={error}
    />
  );
}
