import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { AddMemberDialog } from '#client/clusters/add-member-dialog.tsx';
import { EditClusterDialog } from '#client/clusters/cluster-dialog.tsx';
import css from '#client/clusters/clusters.module.css';
import { MemberTable } from '#client/clusters/member-table.tsx';
import { YearDialog } from '#client/clusters/year-dialog.tsx';
import { YearTable } from '#client/clusters/year-table.tsx';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { RecordHistory } from '#client/core/record-history.tsx';
import { useWords } from '#client/core/words.ts';
import { Attachments } from '#client/files/attachment-picker.tsx';
import { CLUSTER_KIND_LABELS } from '#shared/clusters/clusters.labels.ts';
import type { ClusterId } from '#shared/clusters/clusters.schema.ts';
import { formatDate } from '#shared/core/dates.ts';

const inputOf = (id: string | undefined) => ({ id: (id ?? '') as ClusterId });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.clusters.byId.queryOptions(inputOf(params.id)));
  return null;
}

type Open = 'edit' | 'member' | 'year' | null;

/** One cluster or bloc: years and who led them, members with their dates, regulations, history. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const { id } = useParams();
  const trpc = useTRPC();
  const { data: cluster } = useSuspenseQuery(trpc.clusters.byId.queryOptions(inputOf(id)));
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const active = String(cluster.members.filter(({ isActive }) => isActive).length);
  const day = formatDate(cluster.today);
  return (
    <Stack gap="md">
      <PageHeader
        title={cluster.name}
        about={
          <>
            {label(CLUSTER_KIND_LABELS[cluster.kind])} · <Trans>Cơ quan tổ chức:</Trans>{' '}
            {cluster.organizerFullName ?? t`Trung ương`}
            {cluster.source && (
              <>
                {' '}
                · <Trans>Căn cứ:</Trans> {cluster.source}
              </>
            )}
            {cluster.closedOn && (
              <>
                {' '}
                · <Trans>Kết thúc hoạt động từ {formatDate(cluster.closedOn)}</Trans>
              </>
            )}
          </>
        }
        actions={
          cluster.mayChange && (
            <Button variant="default" onClick={() => setOpen('edit')}>
              <Trans>Sửa thông tin</Trans>
            </Button>
          )
        }
      />
      <Part
        title={<Trans>Năm thi đua</Trans>}
        action={
          cluster.mayPrepare && (
            <Button size="xs" onClick={() => setOpen('year')}>
              <Trans>Mở năm thi đua</Trans>
            </Button>
          )
        }
      >
        <YearTable cluster={cluster} />
      </Part>
      <Part
        title={<Trans>Đơn vị thành viên</Trans>}
        about={
          <Trans>
            {active} đơn vị đến ngày {day}
          </Trans>
        }
        action={
          cluster.mayChange && (
            <Button size="xs" variant="default" onClick={() => setOpen('member')}>
              <Trans>Thêm đơn vị</Trans>
            </Button>
          )
        }
      >
        <MemberTable cluster={cluster} />
      </Part>
      <Part
        title={<Trans>Quy chế, kế hoạch</Trans>}
        about={<Trans>Quy chế hoạt động, kế hoạch hoạt động năm và văn bản liên quan</Trans>}
      >
        <Attachments
          subjectKind="cluster"
          subjectId={cluster.id}
          files={cluster.documents}
          editable={cluster.mayAttach}
        />
      </Part>
      <Part title={<Trans>Lịch sử cập nhật</Trans>}>
        <RecordHistory subjectKind="cluster" subjectId={cluster.id} />
      </Part>
      {open === 'edit' && <EditClusterDialog cluster={cluster} onClose={close} />}
      {open === 'member' && <AddMemberDialog cluster={cluster} onClose={close} />}
      {open === 'year' && <YearDialog clusterId={cluster.id} clusterYearId={null} onClose={close} />}
    </Stack>
  );
}

function Part(props: { title: ReactNode; about?: ReactNode; action?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div className={css.sectionHead}>
        <h2>{props.title}</h2>
        <Text span c="gray.7" className={css.grow}>
          {props.about}
        </Text>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}
