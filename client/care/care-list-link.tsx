import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import css from '#client/care/care.module.css';
import type { Behind, CareList, Opened } from '#client/care/care-types.ts';
import { CaseDrawer } from '#client/care/case-drawer.tsx';
import { LensTable } from '#client/care/lens-table.tsx';
import { useTRPC } from '#client/core/api.ts';
import { paths } from '#client/core/paths.ts';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { useWords } from '#client/core/words.ts';
import { LENS_LABELS } from '#shared/care/care.labels.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import type { DecisionId } from '#shared/decisions/decisions.schema.ts';

type Props = {
  clusterYearId: string;
  /** With it: the list of this draft decision. Without: what was sent to the cluster. */
  decisionId?: string | undefined;
};

/** Cơ cấu của danh sách này: before it goes up, beside the aims, with what the remaining ones would change. */
export function CareListLink({ clusterYearId, decisionId }: Props) {
  const { can } = useSession();
  return can('care.ofList') ? <Panel clusterYearId={clusterYearId} decisionId={decisionId} /> : null;
}

function Panel({ clusterYearId, decisionId }: Props) {
  const { t } = useLingui();
  const trpc = useTRPC();
  const year = clusterYearId as ClusterYearId;
  const decision = decisionId as DecisionId | undefined;
  const { data, error } = useQuery(
    trpc.care.ofList.queryOptions({ clusterYearId: year, ...(decision && { decisionId: decision }) }),
  );
  const [isOpen, setOpen] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  if (error) return <ProblemAlert problem={readProblem(error)} title={t`Chưa tính được cơ cấu của danh sách`} />;
  const behind: Behind = {
    clusterYearId: year,
    basis: decision ? 'drafts' : 'nominations',
    ...(decision && { decisionId: decision }),
  };
  return (
    <section className={`${css.panel} no-print`} aria-label={t`Cơ cấu của danh sách này`}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <div>
          <strong>
            <Trans>Cơ cấu của danh sách này</Trans>
          </strong>
          {': '}
          {data ? <Standing list={data} /> : <Loader size="xs" />}
        </div>
        <Group gap="sm" wrap="nowrap" flex="none">
          <Anchor component={Link} to={paths.care.to(clusterYearId)}>
            <Trans>Cơ cấu khen thưởng</Trans>
          </Anchor>
          <Button
            size="compact-sm"
            variant="default"
            disabled={!data}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <Trans>Thu gọn</Trans> : <Trans>Xem bảng số liệu</Trans>}
          </Button>
        </Group>
      </Group>
      {isOpen && data && (
        <Stack gap={4} mt="xs">
          <LensTable
            caption={t`Cơ cấu của danh sách này`}
            figures={data.figures}
            later={data.withRemaining}
            laterHead={
              decision
                ? t`Nếu thêm ${data.remainingCount} hồ sơ còn lại`
                : t`Nếu gửi ${data.remainingCount} hồ sơ đang soạn`
            }
            onOpen={({ lens, count }) => setOpened({ lens, count, behind })}
          />
        </Stack>
      )}
      {opened && data && <CaseDrawer opened={opened} closed={data.minority.reasons} onClose={() => setOpened(null)} />}
    </section>
  );
}

/** The aims in a line: all reached, or which are not and by how many. */
function Standing({ list: { count, figures } }: { list: CareList }) {
  const { label } = useWords();
  const aimed = figures.flatMap(({ lens, aim }) => (aim ? [{ lens, aim }] : []));
  const missed = aimed.filter(({ aim }) => !aim.isReached);
  const [met, all] = [aimed.length - missed.length, aimed.length];
  if (count === 0)
    return (
      <Text span>
        <Trans>danh sách còn trống</Trans>
      </Text>
    );
  if (all === 0)
    return (
      <Text span>
        <Trans>{count} trường hợp; Cụm chưa đặt mục tiêu</Trans>
      </Text>
    );
  return (
    <Text span>
      <Trans>
        {count} trường hợp, đạt {met}/{all} mục tiêu
      </Trans>
      {missed.map(({ lens, aim }) => (
        <span key={lens}>
          {' · '}
          <Trans>
            {label(LENS_LABELS[lens])}: thiếu {aim.missing}
          </Trans>
        </span>
      ))}
    </Text>
  );
}
