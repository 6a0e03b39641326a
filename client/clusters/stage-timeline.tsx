import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import css from '#client/clusters/stage-timeline.module.css';
import type { Stage } from '#client/clusters/workspace-types.ts';
import { useWords } from '#client/core/words.ts';
import { STAGE_STATE_LABELS } from '#shared/clusters/clusters.labels.ts';
import { daysBetween, formatDate } from '#shared/core/dates.ts';

type Props = {
  stages: readonly Stage[];
  today: string;
  /** Whether this person writes the plan, with a button on the same page. */
  mayPlan?: boolean;
};

/** The stages of the year as a list, each with its place between the first day and the last, and today across. */
export function StageTimeline({ stages, today, mayPlan = false }: Props) {
  const { label } = useWords();
  const from = stages.map(({ opensOn }) => opensOn).sort()[0];
  const to = stages
    .map(({ closesOn }) => closesOn)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) {
    return (
      <section>
        <Heading />
        <Text c="gray.7">
          {mayPlan ? (
            <Trans>Năm này chưa có kế hoạch hoạt động. Bấm “Sửa kế hoạch” để ghi các giai đoạn.</Trans>
          ) : (
            <Trans>
              Năm này chưa có kế hoạch hoạt động: cơ quan thường trực ghi các giai đoạn khi kế hoạch được ban hành.
            </Trans>
          )}
        </Text>
      </section>
    );
  }
  const days = daysBetween(from, to) + 1;
  const percent = (count: number) => `${(count / days) * 100}%`;
  const todayAt = today >= from && today <= to ? percent(daysBetween(from, today) + 0.5) : null;
  return (
    <section>
      <Heading>
        {!todayAt && (
          <span className={css.legend}>
            {today < from ? (
              <Trans>Hôm nay {formatDate(today)}: chưa đến giai đoạn đầu</Trans>
            ) : (
              <Trans>Hôm nay {formatDate(today)}: đã qua các giai đoạn</Trans>
            )}
          </span>
        )}
        {todayAt && (
          <span className={css.legend}>
            <span className={css.legendLine} aria-hidden /> <Trans>Hôm nay {formatDate(today)}</Trans>
          </span>
        )}
      </Heading>
      <ol className={css.list} style={todayAt ? ({ '--today': todayAt } as CSSProperties) : undefined}>
        <li className={`${css.stage} ${css.axis} tabular`} aria-hidden>
          <span className={css.ends}>
            <span>{formatDate(from)}</span>
            <span>{formatDate(to)}</span>
          </span>
        </li>
        {stages.map((stage) => (
          <li key={stage.id} className={`${css.stage} ${css[stage.state]}`}>
            <span className={css.name}>
              {stage.name}
              {stage.dueNote && <span className={css.note}>{stage.dueNote}</span>}
            </span>
            <span className={`${css.dates} tabular`}>{spanText(stage)}</span>
            <span className={css.track} aria-hidden>
              <span
                className={css.bar}
                style={{
                  left: percent(daysBetween(from, stage.opensOn)),
                  width: percent(daysBetween(stage.opensOn, stage.closesOn) + 1),
                }}
              />
              {todayAt && <span className={css.today} />}
            </span>
            <span className={css.state}>{label(STAGE_STATE_LABELS[stage.state])}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Heading({ children }: { children?: ReactNode }) {
  return (
    <div className={css.head}>
      <h2>
        <Trans>Các giai đoạn trong năm</Trans>
      </h2>
      {children}
    </div>
  );
}

function spanText({ opensOn, closesOn }: Stage): string {
  return opensOn === closesOn ? formatDate(opensOn) : `${formatDate(opensOn)} - ${formatDate(closesOn)}`;
}
