import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { useWords } from '#client/core/words.ts';
import type { Exemplar } from '#client/exemplars/exemplar-types.ts';
import { formatDate } from '#shared/core/dates.ts';
import { REPLICATION_STATUS_LABELS, type ReplicationStatus } from '#shared/replications/replications.schema.ts';

/** Who took the model up; a record opens for both sides. */
export function ExemplarAdopters({ exemplar }: { exemplar: Exemplar }) {
  const { t } = useLingui();
  const { label } = useWords();
  const { adopters } = exemplar;
  if (adopters.length === 0)
    return (
      <Text c="gray.7">
        <Trans>Chưa có đơn vị nào áp dụng.</Trans>
      </Text>
    );
  return (
    <ul style={{ margin: 0, paddingLeft: 18 }}>
      {adopters.map(({ id, unitName, place, startedOn, status, isOpen }) => {
        const from = formatDate(startedOn);
        return (
          <li key={id}>
            {isOpen ? (
              <Anchor
                component={Link}
                to={paths.replication.to(id)}
                underline="always"
                aria-label={t`Hồ sơ nhân rộng của ${unitName}`}
              >
                {unitName}
              </Anchor>
            ) : (
              unitName
            )}{' '}
            · {place} · <Trans>từ {from}</Trans> · {label(REPLICATION_STATUS_LABELS[status as ReplicationStatus])}
          </li>
        );
      })}
    </ul>
  );
}
