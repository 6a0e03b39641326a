import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import type { Pledge } from '#client/pledges/pledge-types.ts';
import { formatInstant } from '#shared/core/dates.ts';
import {
  OPINION_STANCE_LABELS,
  type OpinionStance,
  opinionStance,
  type PledgeId,
} from '#shared/pledges/pledges.schema.ts';

type Opinion = Pledge['opinions'][number];

/** Ý kiến các đơn vị: what each says of the draft, and who has not answered. */
export function Opinions({ pledge }: { pledge: Pledge }) {
  const { t } = useLingui();
  const { label } = useWords();
  const [giving, setGiving] = useState<Opinion | null>(null);
  return (
    <>
      <DataTable
        caption={t`Ý kiến các đơn vị`}
        rows={pledge.opinions}
        rowKey={({ unitId }) => unitId}
        empty={<Trans>Cụm chưa có đơn vị thành viên.</Trans>}
        columns={[
          { id: 'unit', head: <Trans>Đơn vị</Trans>, width: 150, rowHead: true, cell: ({ name }) => name },
          {
            id: 'stance',
            head: <Trans>Ý kiến</Trans>,
            width: 170,
            cell: ({ given }) =>
              given === null || given.isOld ? (
                <StatusBadge tone="neutral">{t`Chưa cho ý kiến`}</StatusBadge>
              ) : (
                <StatusBadge tone={given.stance === 'agree' ? 'good' : 'warn'}>
                  {label(OPINION_STANCE_LABELS[given.stance])}
                </StatusBadge>
              ),
          },
          {
            id: 'opinion',
            head: <Trans>Nội dung</Trans>,
            wrap: true,
            cell: ({ given }) =>
              given === null ? (
                '–'
              ) : (
                <>
                  {given.isOld && (
                    <Text span c="gray.7">
                      <Trans>Về bản trước: {label(OPINION_STANCE_LABELS[given.stance])}.</Trans>{' '}
                    </Text>
                  )}
                  {given.opinion || (given.isOld ? '' : '–')}
                </>
              ),
          },
          {
            id: 'by',
            head: <Trans>Người gửi, lúc</Trans>,
            width: 250,
            wrap: true,
            cell: ({ given }) => (given ? `${given.by}, ${formatInstant(given.givenAt)}` : '–'),
          },
          ...(pledge.opinions.some(({ give }) => give.length === 0)
            ? [
                {
                  id: 'give',
                  head: <Trans>Thao tác</Trans>,
                  width: 130,
                  cell: (opinion: Opinion) =>
                    opinion.give.length === 0 && (
                      <Button size="compact-sm" onClick={() => setGiving(opinion)}>
                        <Trans>Cho ý kiến</Trans>
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {giving && <OpinionDialog pledge={pledge} opinion={giving} onClose={() => setGiving(null)} />}
    </>
  );
}

type Props = { pledge: Pledge; opinion: Opinion; onClose: () => void };

function OpinionDialog({ pledge, opinion, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const [stance, setStance] = useState<OpinionStance>(opinion.given?.stance ?? 'agree');
  const [text, setText] = useState(opinion.given?.isOld ? '' : (opinion.given?.opinion ?? ''));
  const [tried, setTried] = useState(false);
  const act = useAction(
    (said: { stance: OpinionStance; opinion: string }) =>
      client.pledges.giveOpinion.mutate({ id: pledge.id as PledgeId, unitId: opinion.unitId as never, ...said }),
    { done: t`Đã gửi ý kiến`, onDone: onClose },
  );
  const isMissing = stance === 'amend' && text.trim() === '';

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (!isMissing) void act.run({ stance, opinion: text.trim() });
  }

  return (
    <Modal opened onClose={onClose} title={t`Cho ý kiến dự thảo giao ước: ${opinion.name}`}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <ProblemAlert problem={act.problem} title={t`Chưa gửi được ý kiến`} onRetry={() => void act.retry()} />
          <NativeSelect
            label={t`Ý kiến`}
            required
            value={stance}
            onChange={(event) => setStance(event.currentTarget.value as OpinionStance)}
            data={opinionStance.options.map((value) => ({ value, label: label(OPINION_STANCE_LABELS[value]) }))}
          />
          <Textarea
            label={t`Nội dung`}
            description={t`Đề nghị sửa chỗ nào, thành thế nào.`}
            required={stance === 'amend'}
            autosize
            minRows={3}
            maxRows={12}
            maxLength={5_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={tried && isMissing && t`Chưa nhập nội dung đề nghị sửa đổi`}
          />
          <DialogFoot onClose={onClose} pending={act.pending} send={<Trans>Gửi ý kiến</Trans>} />
        </Stack>
      </form>
    </Modal>
  );
}
