import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { type Recommendation, seenOf } from '#client/conferences/conference-types.ts';
import css from '#client/conferences/conferences.module.css';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { RecordHistory } from '#client/core/record-history.tsx';
import { useAction } from '#client/core/use-action.ts';
import { formatDate } from '#shared/core/dates.ts';

type Props = { row: Recommendation; conferenceOn: string; mayWrite: boolean; onEdit: () => void };

/** One recommendation in full: who said it and when, who leads, how it is measured, what units reported. */
export function RecommendationItem({ row, conferenceOn, mayWrite, onEdit }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [shown, setShown] = useState<'remove' | 'history' | null>(null);
  const remove = useAction((reason: string) => client.recommendations.remove.mutate({ ...seenOf(row), reason }), {
    done: t`Đã bỏ ý kiến`,
    onDone: () => setShown(null),
  });
  const { number, content, madeBy, madeOn, leadOffice, coordinating, measure, dueOn, tasks, isDemo } = row;
  const on = formatDate(madeOn);
  const heldOn = formatDate(conferenceOn);
  const reported = tasks.filter(({ outcome }) => outcome !== '');
  return (
    <article className={css.item}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <h3>
          {number}. {content}
        </h3>
        <Group gap={4} wrap="nowrap" flex="none" className="no-print">
          <Button
            size="compact-xs"
            variant="subtle"
            aria-expanded={shown === 'history'}
            aria-label={t`Lịch sử cập nhật, ý kiến số ${number}`}
            onClick={() => setShown(shown === 'history' ? null : 'history')}
          >
            <Trans>Lịch sử cập nhật</Trans>
          </Button>
          {mayWrite && (
            <>
              <Button size="compact-xs" variant="default" aria-label={t`Sửa ý kiến số ${number}`} onClick={onEdit}>
                <Trans>Sửa</Trans>
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                color="red.8"
                aria-label={t`Bỏ ý kiến số ${number}`}
                onClick={() => setShown('remove')}
              >
                <Trans>Bỏ</Trans>
              </Button>
            </>
          )}
        </Group>
      </Group>
      <dl className={css.facts}>
        <dt>
          <Trans>Người nêu ý kiến</Trans>
        </dt>
        <dd>
          {madeBy}
          {' · '}
          {madeOn === conferenceOn ? <Trans>ghi nhận tại Hội nghị {heldOn}</Trans> : <Trans>ghi nhận ngày {on}</Trans>}
        </dd>
        <dt>
          <Trans>Cơ quan chủ trì</Trans>
        </dt>
        <dd>
          {leadOffice || tasks.map(({ unitName }) => unitName).join(', ')}
          {coordinating && <Trans> · phối hợp: {coordinating}</Trans>}
        </dd>
        <dt>
          <Trans context="due date">Thời hạn</Trans>
        </dt>
        <dd>{dueOn ? formatDate(dueOn) : '–'}</dd>
        <dt>
          <Trans>Cách đo</Trans>
        </dt>
        <dd>{measure || '–'}</dd>
        {reported.length > 0 && (
          <>
            <dt>
              <Trans>Kết quả thực hiện</Trans>
            </dt>
            <dd>
              {reported.map(({ id, unitName, outcome }) => (
                <p key={id} className={css.quote}>
                  <strong>{unitName}</strong>: {outcome}
                </p>
              ))}
            </dd>
          </>
        )}
      </dl>
      {isDemo && (
        <Text size="sm" c="gray.7">
          <Trans>Nội dung theo tin Hội nghị; cơ quan chủ trì, thời hạn, cách đo là minh họa.</Trans>
        </Text>
      )}
      {shown === 'history' && <RecordHistory subjectKind="recommendation" subjectId={row.id} />}
      {shown === 'remove' && (
        <ConfirmDialog
          title={t`Bỏ ý kiến số ${number}`}
          confirmLabel={t`Bỏ ý kiến`}
          danger
          pending={remove.pending}
          problem={remove.problem}
          onRetry={() => void remove.retry()}
          reason={{ label: t`Lý do`, required: true, description: t`Ít nhất 10 ký tự` }}
          onClose={() => setShown(null)}
          onConfirm={({ reason }) => void remove.run(reason)}
        >
          <Trans>Ý kiến và việc giao cho các đơn vị không còn trong danh sách. Lịch sử cập nhật vẫn ghi lại.</Trans>
        </ConfirmDialog>
      )}
    </article>
  );
}
