import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { CopyButton } from '#client/core/copy-text.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { LaunchSection } from '#client/movements/launch-section.tsx';
import { MovementDetails } from '#client/movements/movement-details.tsx';
import { MovementGroup } from '#client/movements/movement-group.tsx';
import { inputOf } from '#client/movements/movement-types.ts';
import { movementsText } from '#client/movements/movements-text.ts';
import { NewMovement } from '#client/movements/new-movement.tsx';
import { scaleOf } from '#client/movements/period-bar.tsx';
import { TakeUpDialog } from '#client/movements/take-up-dialog.tsx';
import { formatDate } from '#shared/core/dates.ts';
import type { MovementLevel } from '#shared/movements/movements.schema.ts';

/** In the order of the list: from the whole country to the province. */
const LEVELS: readonly MovementLevel[] = ['prime-minister', 'cluster', 'province'];

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.movements.ofYear.queryOptions(inputOf(params.clusterYearId)));
  return null;
}

/** Phong trào of a year: its launch, then the movements by who launched them, each with its own period. */
export function Component() {
  const { t } = useLingui();
  const { clusterYearId } = useParams();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.movements.ofYear.queryOptions(inputOf(clusterYearId)));
  const [adding, setAdding] = useState<MovementLevel | null>(null);
  const [taking, setTaking] = useState<MovementLevel | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const { year, movements, available, today } = data;
  const scale = scaleOf(movements, year, today);
  const shown = movements.find(({ id }) => id === opened);
  const [startsOn, endsOn] = [formatDate(year.startsOn), formatDate(year.endsOn)];

  return (
    <Stack gap="md">
      <div>
        <PageHeader
          title={t`Phong trào thi đua năm ${year.year}`}
          about={
            <>
              {year.clusterName} ·{' '}
              <Trans>
                năm thi đua từ {startsOn} đến {endsOn}
              </Trans>
              {year.status === 'draft' && (
                <>
                  {' '}
                  · <Trans>bản dự thảo</Trans> ·{' '}
                  <Link to={paths.yearPlan.to(year.id)}>
                    <Trans>Kế hoạch năm</Trans>
                  </Link>
                </>
              )}
            </>
          }
          actions={
            <CopyButton text={() => movementsText(data)}>
              <Trans>Sao chép dạng chữ</Trans>
            </CopyButton>
          }
        />
        {year.status !== 'draft' && <ClusterYearTabs clusterYearId={year.id} />}
        <LaunchSection data={data} />
      </div>
      {LEVELS.map((level) => (
        <MovementGroup
          key={level}
          level={level}
          movements={movements.filter((one) => one.level === level)}
          scale={scale}
          all={data.members.length}
          onOpen={setOpened}
          onAdd={data.actions.create[level].allowed ? () => setAdding(level) : null}
          onTakeUp={available.some((one) => one.level === level) ? () => setTaking(level) : null}
        />
      ))}
      <Text size="sm" c="gray.7">
        <Trans>
          Thanh thời gian: nền xám là năm thi đua, thanh xanh là thời gian của phong trào, vạch đỏ là hôm nay.
        </Trans>
      </Text>
      {adding && <NewMovement year={year} level={adding} onClose={() => setAdding(null)} />}
      {taking && (
        <TakeUpDialog
          year={year}
          movements={available.filter(({ level }) => level === taking)}
          onClose={() => setTaking(null)}
        />
      )}
      {shown && <MovementDetails data={data} movement={shown} onClose={() => setOpened(null)} />}
    </Stack>
  );
}
