import { useLingui } from '@lingui/react/macro';
import { useTRPCClient } from '#client/core/api.ts';
import { MergingForm } from '#client/core/form/merging-form.tsx';
import { useWords } from '#client/core/words.ts';
import { RecipientFields } from '#client/recipients/recipient-fields.tsx';
import { draftOf, idOf, type Recipient } from '#client/recipients/recipient-types.ts';
import { type RecipientDraft, recipientDraft } from '#shared/recipients/recipient-page.schema.ts';
import { RECIPIENT_FIELD_LABELS } from '#shared/recipients/recipients.labels.ts';
import { SEX_LABELS } from '#shared/recipients/recipients.schema.ts';

/** Corrects a recipient; the second of two editors chooses field by field. */
export function RecipientForm({ recipient, onClose }: { recipient: Recipient; onClose: () => void }) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const id = idOf(recipient);
  const called = (field: keyof RecipientDraft) => label(RECIPIENT_FIELD_LABELS[field]!);
  const text = (field: keyof RecipientDraft) => ({ label: called(field), show: (value: string) => value });
  return (
    <MergingForm<RecipientDraft>
      schema={recipientDraft}
      begin={draftOf(recipient)}
      version={recipient.version}
      fields={{
        name: text('name'),
        sex: { label: called('sex'), show: (value) => (value ? label(SEX_LABELS[value]) : '') },
        birth: text('birth'),
        founded: text('founded'),
        positionHeld: text('positionHeld'),
        place: text('place'),
      }}
      send={(draft, seenVersion) => client.recipients.save.mutate({ id, seenVersion, draft })}
      load={async () => {
        const theirs = await client.recipients.byId.query({ id });
        return { values: draftOf(theirs), version: theirs.version };
      }}
      done={t`Đã lưu hồ sơ`}
      failed={t`Chưa lưu được hồ sơ`}
      onClose={onClose}
    >
      <RecipientFields kind={recipient.kind} />
    </MergingForm>
  );
}
