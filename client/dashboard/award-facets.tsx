import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type AppRouter, useTRPC } from '#client/core/api.ts';
import { paths } from '#client/core/paths.ts';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { useWords } from '#client/core/words.ts';
import css from '#client/dashboard/dashboard.module.css';
import { ImportAwardsLink, useMayImportAwards } from '#client/imports/import-awards-link.tsx';
import { formatScaled } from '#shared/core/numbers.ts';
import {
  PERSON_CLASS_LABELS,
  type PersonClass,
  RECIPIENT_KIND_LABELS,
  type RecipientKind,
} from '#shared/recipients/recipients.schema.ts';

type Aggregate = inferRouterOutputs<AppRouter>['awards']['aggregate'];
type Line = { key: string; name: ReactNode; awards: number; filter: Record<string, string> };

const YEARS = 8;
const FORMS = 8;
const BAR_PX = 90;

/** Sổ khen thưởng in figures: by year, by award, by kind of recipient. Each figure opens its rows. */
export function AwardFacets() {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.awards.aggregate.queryOptions({}));
  return (
    <section className={`${css.card} ${css.wide}`}>
      <h2>
        <Trans>Sổ khen thưởng</Trans>
      </h2>
      <div className={css.inside}>
        {error && <ProblemAlert problem={readProblem(error)} onRetry={() => void refetch()} />}
        {data && <Total aggregate={data} />}
        {data && data.total > 0 && <Facets aggregate={data} />}
        {data && data.total + data.cancelled === 0 && <FirstSteps />}
      </div>
    </section>
  );
}

function Total({ aggregate: { total, cancelled, unitIds } }: { aggregate: Aggregate }) {
  const count = formatScaled(total, 0);
  const gone = formatScaled(cancelled, 0);
  return (
    <Text>
      {unitIds === null ? (
        <Trans>{count} lượt khen còn hiệu lực trong Sổ</Trans>
      ) : (
        <Trans>{count} lượt khen còn hiệu lực của đơn vị</Trans>
      )}
      {cancelled > 0 && <Trans>, {gone} lượt đã hủy bỏ</Trans>}
    </Text>
  );
}

/** An empty register: where awards come from, and what this person may do about it. */
function FirstSteps() {
  const { can } = useSession();
  const mayRecord = can('awards.record');
  const mayImport = useMayImportAwards();
  return (
    <Stack gap={4} mt={6}>
      <Text c="gray.7">
        <Trans>Khen thưởng vào Sổ khi Quyết định được ban hành.</Trans>{' '}
        {(mayRecord || mayImport) && <Trans>Khen thưởng đã có từ trước thì đưa vào tại đây:</Trans>}
      </Text>
      <Group gap="md">
        <ImportAwardsLink look="text" />
        {mayRecord && (
          <Anchor component={Link} to={paths.registry.to()}>
            <Trans>Ghi bổ sung từng lượt khen trong Sổ</Trans>
          </Anchor>
        )}
      </Group>
    </Stack>
  );
}

function Facets({ aggregate }: { aggregate: Aggregate }) {
  const { t } = useLingui();
  const years = useYearLines(aggregate);
  const recipients = useRecipientLines(aggregate);
  return (
    <div className={css.facets}>
      <FacetTable caption={t`Theo năm thành tích`} lines={years} of={aggregate} />
      <FacetTable caption={t`Theo hình thức khen thưởng`} lines={formLines(aggregate)} of={aggregate} />
      <FacetTable caption={t`Theo đối tượng`} lines={recipients} of={aggregate} />
    </div>
  );
}

function FacetTable({ caption, lines, of: { unitIds } }: { caption: string; lines: Line[]; of: Aggregate }) {
  const most = Math.max(...lines.map(({ awards }) => awards), 1);
  return (
    <table className={css.facet}>
      <caption>{caption}</caption>
      <tbody>
        {lines.map(({ key, name, awards, filter }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td aria-hidden>
              <svg width={BAR_PX} height={10} aria-hidden>
                <rect width={Math.max(1, (awards / most) * BAR_PX)} height={10} rx={2} />
              </svg>
            </td>
            <td className={css.facetCount}>
              {unitIds !== null && unitIds.length !== 1 ? (
                formatScaled(awards, 0)
              ) : (
                <Anchor
                  component={Link}
                  to={`${paths.registry.to()}?${new URLSearchParams({
                    ...filter,
                    status: 'active',
                    ...(unitIds && { unitId: unitIds[0]! }),
                  })}`}
                >
                  {formatScaled(awards, 0)}
                </Anchor>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useYearLines({ byYear }: Aggregate): Line[] {
  const { t } = useLingui();
  const shown = byYear.slice(-YEARS).reverse();
  const earlier = byYear.slice(0, -YEARS);
  const last = earlier.at(-1)?.year;
  return [
    ...shown.map(({ year, awards }) => ({
      key: String(year),
      name: String(year),
      awards,
      filter: { yearFrom: String(year), yearTo: String(year) },
    })),
    ...(last === undefined
      ? []
      : [
          {
            key: 'earlier',
            name: t`${String(last)} và trước`,
            awards: earlier.reduce((sum, { awards }) => sum + awards, 0),
            filter: { yearTo: String(last) },
          },
        ]),
  ];
}

function formLines({ facets }: Aggregate): Line[] {
  return facets
    .filter(({ dimension }) => dimension === 'form')
    .slice(0, FORMS)
    .map(({ value, name, awards }) => ({ key: value, name, awards, filter: { awardCode: value } }));
}

function useRecipientLines({ facets }: Aggregate): Line[] {
  const { label } = useWords();
  const of = (dimension: string) => facets.filter((facet) => facet.dimension === dimension);
  return [
    ...of('kind').map(({ value, awards }) => ({
      key: value,
      name: label(RECIPIENT_KIND_LABELS[value as RecipientKind]),
      awards,
      filter: { kind: value },
    })),
    ...of('class').map(({ value, awards }) => ({
      key: value,
      name: label(PERSON_CLASS_LABELS[value as PersonClass]),
      awards,
      filter: { personClass: value },
    })),
  ];
}
