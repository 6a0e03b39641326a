import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { Link } from 'react-router';
import css from '#client/clusters/clusters.module.css';
import type { Workspace } from '#client/clusters/workspace-types.ts';
import { paths } from '#client/core/paths.ts';
import { useWords } from '#client/core/words.ts';
import { STANDING_OFFICE_LABELS } from '#shared/clusters/clusters.labels.ts';
import { formatDate } from '#shared/core/dates.ts';

/** What else belongs to the year: office, span, hand-over, movements, members. */
export function AboutYear({ workspace: { clusterYear, matrix, movements } }: { workspace: Workspace }) {
  const { label } = useWords();
  const { clusterKind, standingOffice, startsOn, endsOn, handOverOn } = clusterYear;
  return (
    <section className={css.panel}>
      <h2>
        <Trans>Thông tin năm thi đua</Trans>
      </h2>
      <dl className={css.facts}>
        <div>
          <dt>{label(STANDING_OFFICE_LABELS[clusterKind])}</dt>
          <dd>{standingOffice}</dd>
        </div>
        <div>
          <dt>
            <Trans>Thời gian</Trans>
          </dt>
          <dd className="tabular">
            {formatDate(startsOn)} - {formatDate(endsOn)}
          </dd>
        </div>
        {handOverOn && (
          <div>
            <dt>
              <Trans>Bàn giao nhiệm vụ</Trans>
            </dt>
            <dd className="tabular">
              <Link to={paths.handOver.to(clusterYear.id)}>{formatDate(handOverOn)}</Link>
            </dd>
          </div>
        )}
        <div>
          <dt>
            <Trans>Đơn vị thành viên ({matrix.length})</Trans>
          </dt>
          <dd>{matrix.map(({ name }) => name).join(', ')}</dd>
        </div>
      </dl>
      <h2>
        <Trans>Phong trào thi đua</Trans>
      </h2>
      {movements.length === 0 ? (
        <Text c="gray.7">
          <Trans>Năm này chưa ghi phong trào nào.</Trans>
        </Text>
      ) : (
        <ul className={css.plain}>
          {movements.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
