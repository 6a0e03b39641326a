import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { type ReactNode, useEffect } from 'react';
import {
  type DefaultValues,
  type FieldErrors,
  type FieldPath,
  type FieldValues,
  FormProvider,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import type * as z from 'zod/mini';
import { ErrorSummary, type SummaryError } from '#client/core/form/error-summary.tsx';
import { fieldId } from '#client/core/form/field-id.ts';
import { wordIssue } from '#client/core/form/word-issue.ts';
import type { Problem } from '#client/core/problem.ts';

/** The form of one schema: the same schema the server checks the input with. */
export function useCheckedForm<Input extends FieldValues, Output>(
  schema: z.ZodMiniType<Output, Input>,
  defaultValues: DefaultValues<Input>,
): UseFormReturn<Input, unknown, Output> {
  return useForm<Input, unknown, Output>({
    resolver: standardSchemaResolver(schema),
    defaultValues,
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    // The error summary takes the focus instead.
    shouldFocusError: false,
  });
}

type Props<Input extends FieldValues, Output> = {
  form: UseFormReturn<Input, unknown, Output>;
  /** Called with the checked values only. */
  onSubmit: (values: Output) => unknown;
  /** What the server found: its sentences go to the fields they name. */
  problem?: Problem | null | undefined;
  children: ReactNode;
};

/** A `<form>` with the error summary on top and the server's findings on their fields. */
export function CheckedForm<Input extends FieldValues, Output>({
  form,
  onSubmit,
  problem,
  children,
}: Props<Input, Output>) {
  const { errors, submitCount } = form.formState;
  const { setError } = form;

  useEffect(() => {
    for (const [name, sentences] of Object.entries(serverFields(problem))) {
      setError(name as FieldPath<Input>, { type: 'server', message: sentences });
    }
  }, [problem, setError]);

  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={form.handleSubmit((values) => onSubmit(values))}>
        <ErrorSummary errors={listErrors(errors)} attempt={submitCount} />
        {children}
      </form>
    </FormProvider>
  );
}

function serverFields(problem: Problem | null | undefined): Record<string, string> {
  if (!problem) return {};
  const found: Record<string, string> = {};
  for (const [name, sentences] of Object.entries(problem.fields)) found[name] = sentences.join(' ');
  for (const { field, text } of problem.reasons) if (field) found[field] ??= text;
  return found;
}

/** Flattens the errors of nested values into one list, in the order of the form's values. */
function listErrors(errors: FieldErrors, path = ''): SummaryError[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (!error || key === 'ref') return [];
    const name = path ? `${path}.${key}` : key;
    if (typeof error.message === 'string') {
      // The server's sentences name what they are about; "Chưa nhập ô này" does not.
      const needsLabel = error.type !== 'server';
      return [{ id: fieldId(name), text: wordIssue(error.message) ?? '', needsLabel }];
    }
    return typeof error === 'object' ? listErrors(error as FieldErrors, name) : [];
  });
}
