import { Trans } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CareHeadlineLink } from '#client/care/care-headline-link.tsx';
import { LeaderBadge } from '#client/clusters/leader-badge.tsx';
import { MilestoneLink } from '#client/clusters/milestone-link.tsx';
import { paths } from '#client/core/paths.ts';
import { useSession } from '#client/core/session.tsx';
import { useWords } from '#client/core/words.ts';
import css from '#client/dashboard/dashboard.module.css';
import type { Overview, Standing } from '#client/dashboard/overview-types.ts';
import { StageStrip } from '#client/dashboard/stage-strip.tsx';
import { CHAIR_LABELS } from '#shared/clusters/clusters.labels.ts';
import { MILESTONE_LABELS } from '#shared/clusters/clusters.schema.ts';

/** Tiến độ năm thi đua: the year under review in a few figures, and who is late. */
export function YearStanding({ overview: { standing, today, years } }: { overview: Overview }) {
  const { can } = useSession();
  const { label } = useWords();
  if (!standing) {
    return (
      <section className={css.card}>
        <h2>
          <Trans>Tiến độ năm thi đua</Trans>
        </h2>
        <Text className={css.inside}>
          {can('clusters.create') ? (
            <Trans>
              Chưa có năm thi đua nào. Thêm cụm, khối, đơn vị thành viên và mở năm ở{' '}
              <Anchor component={Link} to={paths.clusters.to()}>
                Danh sách cụm, khối
              </Anchor>
              .
            </Trans>
          ) : can('clusters.list') ? (
            <Trans>Đơn vị chưa thuộc cụm, khối thi đua nào. Quản trị hệ thống thêm đơn vị vào cụm để bắt đầu.</Trans>
          ) : (
            <Trans>Tài khoản chưa được giao vai trò. Liên hệ quản trị hệ thống của cơ quan để được giao việc.</Trans>
          )}
        </Text>
      </section>
    );
  }
  const { clusterYearId, year, clusterName, clusterKind, chairName, stages } = standing;
  const others = years.filter(({ id }) => id !== clusterYearId);
  return (
    <section className={css.card}>
      <h2>
        <Trans>Tiến độ năm thi đua {String(year)}</Trans>
      </h2>
      <div className={css.inside}>
        <Anchor component={Link} to={paths.clusterYear.to(clusterYearId)}>
          {clusterName}
        </Anchor>
        <Text>
          {label(CHAIR_LABELS[clusterKind])}: {chairName}
          <LeaderBadge {...standing} today={today} />
        </Text>
        <StageStrip clusterYearId={clusterYearId} stages={stages} today={today} />
        <Counts standing={standing} />
        {standing.care && <CareHeadlineLink clusterYearId={clusterYearId} care={standing.care} />}
        <Late standing={standing} />
        {others.length > 0 && (
          <p className={css.foot}>
            <Trans>Năm thi đua khác:</Trans>{' '}
            {others.map(({ id, year: other, shortName }, index) => (
              <span key={id}>
                {index > 0 && ' · '}
                <Anchor component={Link} to={paths.clusterYear.to(id)} td="underline">
                  {shortName}, {other}
                </Anchor>
              </span>
            ))}
          </p>
        )}
      </div>
    </section>
  );
}

function Counts({ standing }: { standing: Standing }) {
  const { can } = useSession();
  const { clusterYearId, memberCount, pledgedCount, receivedCount, sentCount, nominatedCount, allottedCount } =
    standing;
  return (
    <dl className={css.counts}>
      <Count
        name={<Trans>Giao ước</Trans>}
        to={paths.pledges.to(clusterYearId)}
        figure={`${pledgedCount}/${memberCount}`}
        words={<Trans>đã ký kết</Trans>}
      />
      <Count
        name={<Trans>Báo cáo năm</Trans>}
        to={paths.reports.to(clusterYearId)}
        figure={`${receivedCount}/${memberCount}`}
        words={<Trans>đã tiếp nhận (đã gửi {sentCount})</Trans>}
      />
      <Count
        name={<Trans>Hồ sơ đề nghị</Trans>}
        to={can('nominations.list') ? `${paths.nominations.to()}?cum=${clusterYearId}` : null}
        figure={allottedCount > 0 ? `${nominatedCount}/${allottedCount}` : String(nominatedCount)}
        words={<Trans>đã gửi</Trans>}
      />
    </dl>
  );
}

function Count({ name, to, figure, words }: { name: ReactNode; to: string | null; figure: string; words: ReactNode }) {
  return (
    <div>
      <dt>
        {to ? (
          <Anchor component={Link} to={to} size="sm">
            {name}
          </Anchor>
        ) : (
          name
        )}
      </dt>
      <dd>
        <span className={css.figure}>{figure}</span> {words}
      </dd>
    </div>
  );
}

function Late({ standing: { late, clusterYearId } }: { standing: Standing }) {
  const { label } = useWords();
  if (late.length === 0) {
    return (
      <Text>
        <Trans>Không có đơn vị nào quá hạn.</Trans>
      </Text>
    );
  }
  return (
    <>
      <strong>
        <Trans>Quá hạn ({late.length})</Trans>
      </strong>
      <ul className={css.late}>
        {late.map(({ unitId, unitName, cell }) => (
          <li key={`${unitId} ${cell.milestone}`}>
            <span>
              {unitName} · {label(MILESTONE_LABELS[cell.milestone])}
            </span>
            <MilestoneLink cell={cell} unitId={unitId} unitName={unitName} clusterYearId={clusterYearId} />
          </li>
        ))}
      </ul>
    </>
  );
}
