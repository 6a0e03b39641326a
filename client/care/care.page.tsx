import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import * as z from 'zod/mini';
import { AimsDialog } from '#client/care/aims-dialog.tsx';
import type { Behind, Care, Figure, Opened } from '#client/care/care-types.ts';
import { CaseDrawer } from '#client/care/case-drawer.tsx';
import { HowCounted } from '#client/care/how-counted.tsx';
import { LensTable } from '#client/care/lens-table.tsx';
import { MembersTable } from '#client/care/members-table.tsx';
import { YearsTable } from '#client/care/years-table.tsx';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { useWords } from '#client/core/words.ts';
import { BASIS_LABELS, BASIS_NOTES } from '#shared/care/care.labels.ts';
import { type CareBasis, careBasis } from '#shared/care/care.schema.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';

const filterSchema = z.object({ nguon: z.optional(careBasis) });

const inputOf = (clusterYearId: string | undefined, basis: CareBasis | undefined) => ({
  clusterYearId: (clusterYearId ?? '') as ClusterYearId,
  ...(basis && { basis }),
});

export async function loader({ context, params, url }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  const { nguon } = readFilters(filterSchema, url.searchParams);
  await queryClient.ensureQueryData(trpc.care.ofYear.queryOptions(inputOf(params.clusterYearId, nguon)));
  return null;
}

/** Cơ cấu khen thưởng: who the awards went to, beside the cluster's own aims; every number opens its rows. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const { clusterYearId } = useParams();
  const trpc = useTRPC();
  const [{ nguon }, change] = useUrlFilters(filterSchema);
  const { data } = useSuspenseQuery(trpc.care.ofYear.queryOptions(inputOf(clusterYearId, nguon)));
  const [opened, setOpened] = useState<Opened | null>(null);
  const [explains, setExplains] = useState(false);
  const [aiming, setAiming] = useState(false);
  const { clusterYear, basis, total, members, years, aims } = data;
  const { clusterName } = clusterYear;
  const year = String(clusterYear.year);
  const behind: Behind = { clusterYearId: clusterYear.id as ClusterYearId, basis };
  const open = ({ lens, count }: Figure) => setOpened({ lens, count, behind });

  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Cơ cấu khen thưởng năm ${year}`}
        about={clusterName}
        actions={
          <>
            <Button variant="default" aria-expanded={explains} onClick={() => setExplains(!explains)}>
              <Trans>Cách tính</Trans>
            </Button>
            {aims.reasons.length === 0 && (
              <Button onClick={() => setAiming(true)}>
                <Trans>Đặt mục tiêu</Trans>
              </Button>
            )}
          </>
        }
      />
      <ClusterYearTabs clusterYearId={clusterYear.id} />
      <Group justify="space-between" gap="xs">
        <SegmentedControl
          aria-label={t`Nguồn số liệu`}
          size="xs"
          value={basis}
          onChange={(next) => change({ nguon: next as CareBasis })}
          data={basesOf(data).map((one) => ({ value: one, label: `${label(BASIS_LABELS[one])} (${data.has[one]})` }))}
        />
        {clusterYear.isDemo && (
          <Text size="sm" c="gray.7">
            <Trans>dữ liệu minh họa</Trans>
          </Text>
        )}
      </Group>
      <Text size="sm" c="gray.7">
        {label(BASIS_NOTES[basis])}
      </Text>
      {explains && <HowCounted />}
      {data.has[basis] === 0 ? (
        <Empty basis={basis} />
      ) : (
        <>
          <LensTable caption={t`Cơ cấu khen thưởng so với mục tiêu của Cụm`} figures={total} onOpen={open} />
          <Unknown figures={total} />
          <Title order={2} mt="sm">
            <Trans>Theo đơn vị</Trans>
          </Title>
          <MembersTable
            members={members}
            onOpen={({ lens, count }, { unitId, name }) =>
              setOpened({
                lens,
                count,
                behind: { ...behind, unitId: unitId as Behind['unitId'] & string },
                unitName: name,
              })
            }
          />
        </>
      )}
      <Title order={2} mt="sm">
        <Trans>Theo năm</Trans>
      </Title>
      <YearsTable years={years} />
      {opened && <CaseDrawer opened={opened} closed={data.minority.reasons} onClose={() => setOpened(null)} />}
      {aiming && <AimsDialog care={data} onClose={() => setAiming(false)} />}
    </Stack>
  );
}

/** Drafts are shown to those who may see any. */
function basesOf({ maySeeDrafts, has, basis }: Care): CareBasis[] {
  return careBasis.options.filter((one) => one !== 'drafts' || basis === one || (maySeeDrafts && has.drafts > 0));
}

function Empty({ basis }: { basis: CareBasis }) {
  switch (basis) {
    case 'awards':
      return (
        <Text>
          <Trans>
            Năm này chưa có khen thưởng nào trong Sổ khen thưởng. Xem “Hồ sơ đề nghị đã gửi” để biết cơ cấu dự kiến.
          </Trans>
        </Text>
      );
    case 'drafts':
      return (
        <Text>
          <Trans>Không có dự thảo quyết định nào mà bạn được xem.</Trans>
        </Text>
      );
    default:
      return (
        <Text>
          <Trans>Chưa có đơn vị nào gửi hồ sơ đề nghị trong năm này.</Trans>
        </Text>
      );
  }
}

/** Cases that lack the fact a line asks for stay in its whole, and that is said. */
function Unknown({ figures }: { figures: readonly Figure[] }) {
  const of = (lens: Figure['lens']) => figures.find((one) => one.lens === lens)?.unknown ?? 0;
  const [area, sort, sex, people] = [of('region-3'), of('frontline-workers'), of('women'), of('ethnic-minority')];
  if (area + sort + sex + people === 0) return null;
  return (
    <Text size="sm" c="gray.7">
      <Trans>Chưa ghi nhận (vẫn tính trong tổng số):</Trans>{' '}
      {[
        area > 0 && <Trans key="area">khu vực của {area} lượt khen</Trans>,
        sort > 0 && <Trans key="class">phân loại của {sort} cá nhân</Trans>,
        sex > 0 && <Trans key="sex">giới tính của {sex} cá nhân</Trans>,
        people > 0 && <Trans key="people">dân tộc của {people} cá nhân</Trans>,
      ]
        .filter((one) => one !== false)
        .map((one, index) => (
          <span key={one.key}>
            {index > 0 && ', '}
            {one}
          </span>
        ))}
      .
    </Text>
  );
}
