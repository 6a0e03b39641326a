import { Plural, Trans } from '@lingui/react/macro';
import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import { ToneIcon } from '#client/core/tone-icon.tsx';
import { useWords } from '#client/core/words.ts';
import css from '#client/dashboard/dashboard.module.css';
import type { Task } from '#client/dashboard/overview-types.ts';
import { DUE_WORDS, dueOf, TASK_WORDS } from '#shared/dashboard/dashboard.rules.ts';

const SHOWN_FIRST = 12;

type Props = { tasks: readonly Task[]; today: string; clusterYearId: string | undefined };

/** Việc cần xử lý: each a link to where it is done, the soonest first. */
export function TaskList({ tasks, today, clusterYearId }: Props) {
  const { word } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? tasks : tasks.slice(0, SHOWN_FIRST);
  const left = tasks.length - shown.length;
  return (
    <section className={css.card}>
      <h2>{tasks.length > 0 ? <Trans>Việc cần xử lý ({tasks.length})</Trans> : <Trans>Việc cần xử lý</Trans>}</h2>
      {tasks.length === 0 ? (
        <Nothing clusterYearId={clusterYearId} />
      ) : (
        <ul className={css.tasks}>
          {shown.map((task) => (
            <li key={keyOf(task)} className={css.task}>
              <Anchor component={Link} to={addressOf(task)}>
                {word(TASK_WORDS, task.code, task.facts)}
              </Anchor>
              {task.dueOn && <Due dueOn={task.dueOn} today={today} tone={task.tone} />}
            </li>
          ))}
        </ul>
      )}
      {left > 0 && (
        <div className={css.inside}>
          <Button variant="default" size="xs" onClick={() => setAll(true)}>
            <Plural value={left} one="Xem thêm # việc" other="Xem thêm # việc" />
          </Button>
        </div>
      )}
    </section>
  );
}

function Nothing({ clusterYearId }: { clusterYearId: string | undefined }) {
  return (
    <Text className={css.inside}>
      <Trans>Không có việc nào đang chờ bạn xử lý.</Trans>{' '}
      {clusterYearId && (
        <Anchor component={Link} to={paths.clusterYear.to(clusterYearId)} td="underline">
          <Trans>Xem bảng theo dõi tiến độ của các đơn vị</Trans>
        </Anchor>
      )}
    </Text>
  );
}

function Due({ dueOn, today, tone }: { dueOn: string; today: string; tone: Tone }) {
  const { word } = useWords();
  const { code, facts } = dueOf(dueOn, today);
  return (
    <StatusBadge tone={tone} icon={<ToneIcon tone={tone === 'info' ? 'warn' : tone} />}>
      {word(DUE_WORDS, code, facts)}
    </StatusBadge>
  );
}

const keyOf = ({ code, link }: Task) => `${code} ${'id' in link ? link.id : link.clusterYearId}`;

function addressOf({ link }: Task): string {
  switch (link.to) {
    case 'report':
      return paths.report.to(link.clusterYearId, link.id);
    case 'nomination':
      return paths.nomination.to(link.id);
    case 'decision':
    case 'certificates':
      return paths.decision.to(link.id);
    case 'recommendations':
      return paths.recommendations.to(link.clusterYearId);
    case 'pledge-ledger':
      return paths.pledgeLedger.to(link.clusterYearId);
    case 'pledge':
      return paths.pledges.to(link.clusterYearId);
    case 'conference':
      return paths.conference.to(link.clusterYearId);
    case 'inbox':
      return paths.reports.to(link.clusterYearId);
    case 'nominations':
      return `${paths.nominations.to()}?cum=${link.clusterYearId}`;
  }
}
