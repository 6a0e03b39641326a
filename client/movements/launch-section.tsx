import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { RecordHistory } from '#client/core/record-history.tsx';
import { LaunchDialog } from '#client/movements/launch-dialog.tsx';
import type { Launch, MovementsOfYear } from '#client/movements/movement-types.ts';
import css from '#client/movements/movements.module.css';
import { formatDate } from '#shared/core/dates.ts';

/** Phát động of the year: when, where, by whom, and its contents in order. */
export function LaunchSection({ data }: { data: MovementsOfYear }) {
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const [history, setHistory] = useState(false);
  const { year, launch, today, actions } = data;
  return (
    <section className={css.panel} aria-label={t`Phát động`}>
      <div className={css.groupHead}>
        <Title order={2}>
          <Trans>Phát động thi đua năm {year.year}</Trans>
        </Title>
        {actions.saveLaunch.allowed && (
          <Button size="xs" variant="default" onClick={() => setEditing(true)}>
            {launch ? <Trans>Sửa nội dung phát động</Trans> : <Trans>Ghi nội dung phát động</Trans>}
          </Button>
        )}
      </div>
      {launch ? <LaunchFacts launch={launch} today={today} /> : <NoLaunch data={data} />}
      {launch && (
        <Button size="compact-sm" variant="subtle" mt={6} className="no-print" onClick={() => setHistory(!history)}>
          {history ? <Trans>Ẩn lịch sử cập nhật của năm</Trans> : <Trans>Lịch sử cập nhật của năm</Trans>}
        </Button>
      )}
      {launch && history && <RecordHistory subjectKind="cluster-year" subjectId={year.id} />}
      {editing && <LaunchDialog data={data} onClose={() => setEditing(false)} />}
    </section>
  );
}

function LaunchFacts({ launch, today }: { launch: Launch; today: string }) {
  const { place, launchedBy, contents } = launch;
  const day = formatDate(launch.launchedOn);
  const facts = [place, launchedBy].filter(Boolean).join(' · ');
  return (
    <>
      <Text>
        {launch.launchedOn > today ? <Trans>Sẽ phát động ngày {day}</Trans> : <Trans>Phát động ngày {day}</Trans>}
        {facts && ` · ${facts}`}
      </Text>
      <ol className={css.contents}>
        {contents.map((content, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two contents may be the same; their place tells them apart
          <li key={index}>{content}</li>
        ))}
      </ol>
    </>
  );
}

function NoLaunch({ data: { launchStage, actions } }: { data: MovementsOfYear }) {
  const day = launchStage && formatDate(launchStage.opensOn);
  const note = launchStage?.dueNote ? ` (${launchStage.dueNote})` : '';
  return (
    <Text c="gray.7">
      {actions.saveLaunch.allowed ? (
        <Trans>Chưa ghi nội dung phát động. Bấm “Ghi nội dung phát động” để nhập ngày, nơi và từng nội dung.</Trans>
      ) : (
        <Trans>Chưa ghi nội dung phát động. Cơ quan thường trực Cụm ghi sau khi phát động.</Trans>
      )}
      {day && (
        <>
          {' '}
          <Trans>Lịch của năm: {day}</Trans>, {launchStage?.name}
          {note}.
        </>
      )}
    </Text>
  );
}
