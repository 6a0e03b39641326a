import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormTextarea } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { SubmitBar } from '#client/core/form/submit-bar.tsx';
import { useMergedSave } from '#client/core/form/use-merged-save.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { PledgeReasons } from '#client/pledges/pledge-reasons.tsx';
import { type PledgeYear, yearInput } from '#client/pledges/pledge-types.ts';
import css from '#client/pledges/pledges.module.css';
import { type PledgeId, pledgeText } from '#shared/pledges/pledges.schema.ts';

type Props = { year: PledgeYear /** Staff of the leading unit, who would edit it in the draft. */; isLead: boolean };

/** Nội dung giao ước: read by all, edited in the draft by the unit that leads. */
export function JointText({ year, isLead }: Props) {
  const [editing, setEditing] = useState(false);
  const reasons = year.actions.saveText;
  if (editing && reasons.length === 0) return <TextForm year={year} onClose={() => setEditing(false)} />;
  return (
    <Stack gap="xs" align="flex-start">
      <p className={css.text}>{year.pledge.jointText}</p>
      {reasons.length === 0 && (
        <Button variant="default" size="xs" onClick={() => setEditing(true)}>
          <Trans>Sửa nội dung</Trans>
        </Button>
      )}
      {isLead && year.pledge.status === 'consulting' && <PledgeReasons reasons={reasons} />}
    </Stack>
  );
}

type Values = { jointText: string };

function TextForm({ year, onClose }: { year: PledgeYear; onClose: () => void }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const id = year.pledge.id as PledgeId;
  // What this form began with stays, whatever is asked for again in the background.
  const [base] = useState({ values: { jointText: year.pledge.jointText }, version: year.pledge.version });
  const form = useCheckedForm(pledgeText, base.values);
  const { save, retry, pending, problem, dialog } = useMergedSave<Values, number>({
    form,
    base,
    fields: { jointText: { label: t`Nội dung giao ước`, show: (text) => text, canJoin: true } },
    write: (values, seenVersion) => client.pledges.saveText.mutate({ id, seenVersion, ...values }),
    loadTheirs: async () => {
      const { pledge } = await client.pledges.ofYear.query(yearInput(year.clusterYear.id));
      return { values: { jointText: pledge?.jointText ?? '' }, version: pledge?.version ?? base.version };
    },
    done: t`Đã lưu nội dung giao ước`,
    onDone: onClose,
  });
  const submit = form.handleSubmit(save);
  return (
    <CheckedForm form={form} problem={problem} onSubmit={save}>
      <Stack gap="sm" maw={980}>
        {dialog}
        <ProblemAlert problem={generalOf(problem)} title={t`Chưa lưu được nội dung`} onRetry={retry} />
        <FormTextarea name="jointText" label={t`Nội dung giao ước`} required rows={8} />
        <SubmitBar onSave={() => void submit()}>
          <Button variant="default" onClick={onClose}>
            <Trans>Đóng, không lưu</Trans>
          </Button>
          <Button type="submit" loading={pending}>
            <Trans>Lưu nội dung</Trans>
          </Button>
        </SubmitBar>
      </Stack>
    </CheckedForm>
  );
}
