import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { Link } from 'react-router';
import { type AppRouter, useTRPC, useTRPCClient } from '#client/core/api.ts';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import css from '#client/exemplars/exemplars.module.css';
import { formatScaled } from '#shared/core/numbers.ts';

type Suggestion = inferRouterOutputs<AppRouter>['exemplars']['suggestions'][number];

/** Models of the field of an indicator in which one's unit lags; nothing is shown where there are none. */
export function Suggestions({ clusterYearId }: { clusterYearId: string }) {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { clusterYearId: clusterYearId as never };
  const { data: suggestions = [] } = useQuery(trpc.exemplars.suggestions.queryOptions(input));
  const dismiss = useAction(
    ({ unitId, exemplar, indicator }: Suggestion) =>
      client.exemplars.dismissSuggestion.mutate({
        ...input,
        unitId: unitId as never,
        exemplarId: exemplar.id as never,
        indicatorId: indicator.id as never,
      }),
    { done: t`Đã bỏ qua gợi ý` },
  );
  if (suggestions.length === 0) return null;
  return (
    <section aria-label={t`Gợi ý cho đơn vị bạn`}>
      <Title order={2} mb={6}>
        <Trans>Gợi ý cho đơn vị bạn</Trans>
      </Title>
      <ProblemAlert problem={dismiss.problem} title={t`Chưa bỏ qua được`} onRetry={() => void dismiss.retry()} />
      <div className={css.cards}>
        {suggestions.map((suggestion) => {
          const { exemplar, indicator } = suggestion;
          const { title } = exemplar;
          return (
            <article key={`${exemplar.id} ${indicator.id}`} className={css.card}>
              <Anchor component={Link} to={paths.exemplar.to(exemplar.id)} fw={600}>
                {title}
              </Anchor>
              <div>
                {exemplar.unitName} · {exemplar.field}
              </div>
              <div>
                <Why {...suggestion} />
              </div>
              <Group>
                <Button
                  size="xs"
                  variant="default"
                  loading={dismiss.pending}
                  aria-label={t`Bỏ qua gợi ý: ${title}`}
                  onClick={() => void dismiss.run(suggestion)}
                >
                  <Trans>Bỏ qua</Trans>
                </Button>
              </Group>
            </article>
          );
        })}
      </div>
    </section>
  );
}

/** Why it is suggested, in the figures of the report. */
function Why({ indicator, lag }: Suggestion) {
  const { name, unitOfMeasure } = indicator;
  const value = formatScaled(lag.value, indicator.decimals);
  const than = formatScaled(lag.than, indicator.decimals);
  return lag.against === 'target' ? (
    <Trans>
      {name}: đơn vị đạt {value} {unitOfMeasure}, mục tiêu đã giao ước {than} {unitOfMeasure}.
    </Trans>
  ) : (
    <Trans>
      {name}: đơn vị đạt {value} {unitOfMeasure}, bình quân số học của Cụm {than} {unitOfMeasure}.
    </Trans>
  );
}
