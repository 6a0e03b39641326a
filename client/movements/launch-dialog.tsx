import { useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { useTRPCClient } from '#client/core/api.ts';
import { FormDate, FormText } from '#client/core/form/form-fields.tsx';
import { MergingForm } from '#client/core/form/merging-form.tsx';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { ContentsField } from '#client/movements/contents-field.tsx';
import { inputOf, launchDraftOf, type MovementsOfYear } from '#client/movements/movement-types.ts';
import css from '#client/movements/movements.module.css';
import { formatDate } from '#shared/core/dates.ts';
import { LAUNCH_FIELD_LABELS } from '#shared/movements/movements.labels.ts';
import { type LaunchDraft, launchDraft } from '#shared/movements/movements.schema.ts';

/** Records or changes the launch of a year; the second of two editors chooses field by field. */
export function LaunchDialog({ data, onClose }: { data: MovementsOfYear; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const { year } = data;
  const begin = beginningOf(data);
  const called = (field: keyof LaunchDraft) => label(LAUNCH_FIELD_LABELS[field]!);
  return (
    <Modal opened onClose={onClose} title={t`Phát động thi đua năm ${year.year}`} size="xl">
      <MergingForm<LaunchDraft, number | null>
        schema={launchDraft}
        begin={begin}
        version={data.launch?.version ?? null}
        fields={{
          launchedOn: { label: called('launchedOn'), show: formatDate },
          place: { label: called('place'), show: (value) => value },
          launchedBy: { label: called('launchedBy'), show: (value) => value },
          contents: { label: called('contents'), show: numbered, canJoin: true },
        }}
        send={(draft, seenVersion) => client.movements.saveLaunch.mutate({ ...inputOf(year.id), seenVersion, draft })}
        load={async () => {
          const { launch } = await client.movements.ofYear.query(inputOf(year.id));
          return { values: launch ? launchDraftOf(launch) : begin, version: launch?.version ?? 1 };
        }}
        done={t`Đã lưu nội dung phát động`}
        failed={t`Chưa lưu được nội dung phát động`}
        onClose={onClose}
      >
        <div className={css.pair}>
          <FormDate<LaunchDraft> name="launchedOn" label={called('launchedOn')} required />
          <FormText<LaunchDraft> name="place" label={called('place')} />
        </div>
        <FormText<LaunchDraft> name="launchedBy" label={called('launchedBy')} required />
        <ContentsField label={called('contents')} />
      </MergingForm>
    </Modal>
  );
}

const numbered = (contents: readonly string[]): string =>
  contents.map((content, index) => `${index + 1}. ${content}`).join('\n');

function beginningOf({ launch, launchStage, year }: MovementsOfYear): LaunchDraft {
  if (launch) return launchDraftOf(launch);
  return { launchedOn: launchStage?.opensOn ?? '', place: '', launchedBy: year.clusterName, contents: [''] };
}
