import { Trans, useLingui } from '@lingui/react/macro';
import { Box, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { FormTextarea } from '#client/core/form/form-fields.tsx';
import { MergingForm } from '#client/core/form/merging-form.tsx';
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
  const { id, jointText, version } = year.pledge;
  return (
    <Box maw={980}>
      <MergingForm<Values>
        schema={pledgeText}
        begin={{ jointText }}
        version={version}
        fields={{ jointText: { label: t`Nội dung giao ước`, show: (text) => text, canJoin: true } }}
        send={(values, seenVersion) => client.pledges.saveText.mutate({ id: id as PledgeId, seenVersion, ...values })}
        load={async () => {
          const { pledge } = await client.pledges.ofYear.query(yearInput(year.clusterYear.id));
          return { values: { jointText: pledge?.jointText ?? '' }, version: pledge?.version ?? version };
        }}
        done={t`Đã lưu nội dung giao ước`}
        failed={t`Chưa lưu được nội dung`}
        saving={<Trans>Lưu nội dung</Trans>}
        onClose={onClose}
      >
        <FormTextarea name="jointText" label={t`Nội dung giao ước`} required rows={8} />
      </MergingForm>
    </Box>
  );
}
