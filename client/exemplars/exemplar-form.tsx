import { useLingui } from '@lingui/react/macro';
import { useTRPCClient } from '#client/core/api.ts';
import { MergingForm } from '#client/core/form/merging-form.tsx';
import { useWords } from '#client/core/words.ts';
import { ExemplarFields } from '#client/exemplars/exemplar-fields.tsx';
import { draftOf, type Exemplar } from '#client/exemplars/exemplar-types.ts';
import { EXEMPLAR_FIELD_LABELS } from '#shared/exemplars/exemplars.labels.ts';
import {
  EXEMPLAR_KIND_LABELS,
  type ExemplarDraft,
  type ExemplarId,
  exemplarDraft,
} from '#shared/exemplars/exemplars.schema.ts';

/** Changes an exemplar; the second of two editors chooses field by field. */
export function ExemplarForm({ exemplar, onClose }: { exemplar: Exemplar; onClose: () => void }) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const id = exemplar.id as ExemplarId;
  const called = (field: keyof ExemplarDraft) => label(EXEMPLAR_FIELD_LABELS[field]!);
  const text = (field: keyof ExemplarDraft) => ({ label: called(field), show: (value: string) => value });
  return (
    <MergingForm<ExemplarDraft>
      schema={exemplarDraft}
      begin={draftOf(exemplar)}
      version={exemplar.version}
      fields={{
        kind: { label: called('kind'), show: (kind) => label(EXEMPLAR_KIND_LABELS[kind]) },
        title: text('title'),
        presenter: text('presenter'),
        place: text('place'),
        field: text('field'),
        story: { ...text('story'), canJoin: true },
        source: text('source'),
      }}
      send={(draft, seenVersion) => client.exemplars.save.mutate({ id, seenVersion, draft })}
      load={async () => {
        const theirs = await client.exemplars.byId.query({ id });
        return { values: draftOf(theirs), version: theirs.version };
      }}
      done={t`Đã lưu điển hình`}
      failed={t`Chưa lưu được điển hình`}
      onClose={onClose}
    >
      <ExemplarFields />
    </MergingForm>
  );
}
