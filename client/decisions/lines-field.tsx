import { Textarea } from '@mantine/core';
import { type FieldPath, type FieldValues, useController, useFormContext } from 'react-hook-form';
import { fieldId } from '#client/core/form/field-id.ts';
import { wordIssue } from '#client/core/form/word-issue.ts';

type Props<Values extends FieldValues> = {
  name: FieldPath<Values>;
  label: string;
  description?: string;
  rows?: number;
};

/** A list of paragraphs as a text, one on each line: as they are pasted from Word. The form's value is string[]. */
export function LinesField<Values extends FieldValues>({ name, label, description, rows = 4 }: Props<Values>) {
  const { control } = useFormContext<Values>();
  const { field, fieldState } = useController({ control, name });
  return (
    <Textarea
      id={fieldId(name)}
      name={field.name}
      ref={field.ref}
      label={label}
      description={description}
      value={(field.value as string[]).join('\n')}
      onChange={(event) => field.onChange(event.currentTarget.value.split('\n'))}
      onBlur={field.onBlur}
      error={wordIssue(fieldState.error?.message)}
      autosize
      minRows={rows}
      maxRows={20}
    />
  );
}
