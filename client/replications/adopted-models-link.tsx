import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useTRPC } from '#client/core/api.ts';
import { paths } from '#client/core/paths.ts';
import { useSession } from '#client/core/session.tsx';
import { useWords } from '#client/core/words.ts';
import { effectText } from '#shared/exemplars/effects.schema.ts';
import { REPLICATION_STATUS_LABELS } from '#shared/replications/replications.schema.ts';

/** One question of the year-end report: which models of others did the unit take up (Mô hình đã áp dụng). */
export function AdoptedModels({ clusterYearId, unitId }: { clusterYearId: string; unitId: string }) {
  const { t } = useLingui();
  const { label } = useWords();
  const { can } = useSession();
  const trpc = useTRPC();
  const isAsked = can('replications.list');
  const { data: rows } = useQuery({
    ...trpc.replications.list.queryOptions({ clusterYearId: clusterYearId as never, unitId: unitId as never }),
    enabled: isAsked,
  });
  if (!isAsked || !rows) return null;
  return (
    <section aria-label={t`Mô hình đã áp dụng`}>
      <Title order={2} mt="md" mb={6}>
        <Trans>Mô hình đã áp dụng</Trans>
      </Title>
      {rows.length === 0 ? (
        <Text>
          <Trans>Trong năm, đơn vị có áp dụng mô hình hay của nơi khác không? Chưa ghi mô hình nào.</Trans>{' '}
          {can('replications.create') && (
            <Anchor underline="always" component={Link} to={paths.exemplarBank.to()}>
              <Trans>Chọn mô hình đã áp dụng</Trans>
            </Anchor>
          )}
        </Text>
      ) : (
        <ul style={{ margin: 0, paddingLeft: 18 }}>
          {rows.map(({ id, title, originName, status, results }) => (
            <li key={id}>
              <Anchor component={Link} underline="always" to={paths.replication.to(id)}>
                {title}
              </Anchor>{' '}
              ({originName}): {label(REPLICATION_STATUS_LABELS[status])}
              {results.length > 0 && `; ${results.map(effectText).join('; ')}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
