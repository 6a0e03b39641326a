import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { Link } from 'react-router';
import type { YearPlan } from '#client/clusters/cluster-types.ts';
import css from '#client/clusters/year-plan.module.css';
import { paths } from '#client/core/paths.ts';
import { useWords } from '#client/core/words.ts';
import { PledgeRuleLink } from '#client/pledges/pledge-rule-link.tsx';
import { LENS_LABELS } from '#shared/care/care.labels.ts';
import { formatScaled } from '#shared/core/numbers.ts';

/** What the year consists of besides its stages: indicators, movements, aims, members. */
export function PlanContents({ plan }: { plan: YearPlan }) {
  const { label } = useWords();
  const { year, indicators, movements, aims, members } = plan;
  const named = indicators.filter(({ isHeadline }) => isHeadline);
  return (
    <div className={css.columns}>
      <section>
        <h2 className={css.head}>
          <Trans>Chỉ tiêu ({indicators.length})</Trans>
        </h2>
        {indicators.length === 0 ? (
          <Text c="gray.7">
            <Trans>Chưa chọn chỉ tiêu nào.</Trans>{' '}
            {plan.mayChooseIndicators && (
              <Link to={paths.yearIndicators.to(year.id)}>
                <Trans>Chọn chỉ tiêu của năm</Trans>
              </Link>
            )}
          </Text>
        ) : (
          <>
            <ul className={css.list}>
              {named.map(({ id, name, unitOfMeasure }) => (
                <li key={id}>
                  {name} ({unitOfMeasure})
                </li>
              ))}
            </ul>
            <Link to={paths.yearIndicators.to(year.id)}>
              <Trans>Xem tất cả chỉ tiêu của năm</Trans>
            </Link>
          </>
        )}
      </section>
      <section>
        <h2 className={css.head}>
          <Trans>Phong trào ({movements.length})</Trans>
        </h2>
        <ul className={css.list}>
          {movements.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
        <Link to={paths.movements.to(year.id)}>
          <Trans>Xem phong trào của năm</Trans>
        </Link>
        {aims.length > 0 && (
          <>
            <h2 className={css.head}>
              <Trans>Mục tiêu cơ cấu khen thưởng</Trans>
            </h2>
            <ul className={css.list}>
              {aims.map(({ lens, leastPermille }) => (
                <li key={lens}>
                  {label(LENS_LABELS[lens])}: <Trans>ít nhất {formatScaled(leastPermille, 1)}%</Trans>
                </li>
              ))}
            </ul>
          </>
        )}
        <h2 className={css.head}>
          <Trans>Đánh giá giao ước</Trans>
        </h2>
        <PledgeRuleLink clusterYearId={year.id} />
        <h2 className={css.head}>
          <Trans>Đơn vị thành viên ({members.length})</Trans>
        </h2>
        <Text>{members.map(({ name }) => name).join(', ')}</Text>
      </section>
    </div>
  );
}
