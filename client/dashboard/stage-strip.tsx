import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { useWords } from '#client/core/words.ts';
import css from '#client/dashboard/dashboard.module.css';
import type { Standing } from '#client/dashboard/overview-types.ts';
import { STAGE_STATE_LABELS } from '#shared/clusters/clusters.labels.ts';
import { formatDate } from '#shared/core/dates.ts';
import { DUE_WORDS, dueOf } from '#shared/dashboard/dashboard.rules.ts';

type Stage = Standing['stages'][number];

type Props = { clusterYearId: string; stages: readonly Stage[]; today: string };

/** The stages as steps with today among them, and in words what runs now and what comes next. */
export function StageStrip({ clusterYearId, stages, today }: Props) {
  const { t } = useLingui();
  const { label, word } = useWords();
  if (stages.length === 0) {
    return (
      <Text c="gray.7" my="xs">
        <Trans>Năm này chưa có kế hoạch hoạt động.</Trans>{' '}
        <Anchor component={Link} underline="always" to={paths.yearPlan.to(clusterYearId)}>
          <Trans>Xem kế hoạch năm</Trans>
        </Anchor>
      </Text>
    );
  }
  const count = stages.length;
  const done = stages.filter(({ state }) => state === 'done').length;
  const open = stages.filter(({ state }) => state === 'open');
  const next = stages.find(({ state }) => state === 'ahead');
  const nextDue = next && dueOf(next.opensOn, today);
  return (
    <>
      <ol className={css.strip} aria-label={t`Các giai đoạn trong năm`}>
        {stages.map((stage) => {
          const words = `${stage.name} (${formatDate(stage.closesOn)}): ${label(STAGE_STATE_LABELS[stage.state])}`;
          const todayBefore = stage.id === next?.id ? css.todayBefore : '';
          return (
            <li key={stage.id} className={`${css.step} ${css[stage.state]} ${todayBefore}`} title={words}>
              <span className={css.hidden}>{words}</span>
            </li>
          );
        })}
      </ol>
      <p className={css.legend}>
        <Trans>
          Đã qua {done}/{count} giai đoạn. Vạch đỏ: hôm nay {formatDate(today)}.
        </Trans>
      </p>
      <ul className={css.when}>
        {open.map((stage) => {
          const due = dueOf(stage.closesOn, today);
          return (
            <li key={stage.id}>
              <Trans>Đang diễn ra:</Trans> <strong>{stage.name}</strong>. {word(DUE_WORDS, due.code, due.facts)}
            </li>
          );
        })}
        {next && nextDue && (
          <li>
            <Trans>Tiếp theo:</Trans> <strong>{next.name}</strong>,{' '}
            <Trans>
              ngày {formatDate(next.opensOn)}, còn {nextDue.facts.dayCount} ngày
            </Trans>
          </li>
        )}
        {!next && open.length === 0 && (
          <li>
            <Trans>Các giai đoạn của năm đều đã qua.</Trans>
          </li>
        )}
      </ul>
    </>
  );
}
