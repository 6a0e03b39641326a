import { useTRPCClient } from '#client/core/api.ts';
import { useAction } from '#client/core/use-action.ts';
import type { ImportRunId } from '#shared/imports/imports.schema.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

/** What is done to the rows before they are written; each makes the server judge again, which the page shows. */
export function useCheckActions(run: ImportRunView, onDone: () => void) {
  const client = useTRPCClient();
  const seen = { id: run.id as ImportRunId, seenVersion: run.version };
  const correct = useAction(
    (input: { field: string; from: string; to: string }) => client.imports.correct.mutate({ ...seen, ...input }),
    { onDone },
  );
  const skip = useAction(
    (input: { rowNumbers: number[]; skip: boolean }) => client.imports.skip.mutate({ ...seen, ...input }),
    { onDone },
  );
  const decide = useAction(
    (input: { rowNumbers: number[]; recipientId: string | null }) =>
      client.imports.decide.mutate({ ...seen, rowNumbers: input.rowNumbers, recipientId: input.recipientId as never }),
    { onDone },
  );
  return { correct, skip, decide };
}
