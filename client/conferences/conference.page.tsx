import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Tabs, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type LoaderFunctionArgs, useParams, useSearchParams } from 'react-router';
import { AgendaPanel } from '#client/conferences/agenda-panel.tsx';
import type { Conference, ConferenceOfYear } from '#client/conferences/conference-types.ts';
import { DelegatesPanel } from '#client/conferences/delegates-panel.tsx';
import { HeadDialog, NewConferenceDialog } from '#client/conferences/head-dialog.tsx';
import { MinutesPanel } from '#client/conferences/minutes-panel.tsx';
import { NextChairPanel } from '#client/conferences/next-chair-panel.tsx';
import { PackButton } from '#client/conferences/pack-button.tsx';
import { RecommendationsPanel } from '#client/conferences/recommendations-panel.tsx';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { RecordHistory } from '#client/core/record-history.tsx';
import { useSession } from '#client/core/session.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { useWords } from '#client/core/words.ts';
import { Attachments } from '#client/files/attachment-picker.tsx';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { CONFERENCE_STATUS_LABELS } from '#shared/conferences/conferences.schema.ts';
import { formatDate } from '#shared/core/dates.ts';

const TABS = ['chuong-trinh', 'dai-bieu', 'bien-ban', 'kien-nghi', 'nam-sau', 'tai-lieu', 'lich-su'] as const;
type Tab = (typeof TABS)[number];

const inputOf = (clusterYearId: string | undefined) => ({ clusterYearId: (clusterYearId ?? '') as ClusterYearId });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  const input = inputOf(params.clusterYearId);
  await Promise.all([
    queryClient.ensureQueryData(trpc.conferences.ofYear.queryOptions(input)),
    queryClient.ensureQueryData(trpc.recommendations.ofYear.queryOptions(input)),
  ]);
  return null;
}

/** Hội nghị of a year: programme, delegates, minutes, and what is asked for there. */
export function Component() {
  const { clusterYearId } = useParams();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.conferences.ofYear.queryOptions(inputOf(clusterYearId)));
  return data.conference ? <Planned data={data} conference={data.conference} /> : <NotYet data={data} />;
}

function NotYet({ data }: { data: ConferenceOfYear }) {
  const { t } = useLingui();
  const [adding, setAdding] = useState(false);
  const { clusterYear, create, leadingUnitName } = data;
  const year = String(clusterYear.year);
  const next = String(clusterYear.year + 1);
  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Hội nghị tổng kết năm ${year}`}
        about={clusterYear.clusterName}
        actions={
          create.allowed && (
            <Button onClick={() => setAdding(true)}>
              <Trans>Lập Hội nghị</Trans>
            </Button>
          )
        }
      />
      <ClusterYearTabs clusterYearId={clusterYear.id} />
      <Text>
        {create.allowed ? (
          <Trans>Năm này chưa có Hội nghị. Bấm “Lập Hội nghị” để ghi tên, ngày, địa điểm rồi soạn chương trình.</Trans>
        ) : (
          <Trans>Năm này chưa có Hội nghị. Cơ quan thường trực của Cụm trưởng ({leadingUnitName}) lập Hội nghị.</Trans>
        )}
      </Text>
      {adding && (
        <NewConferenceDialog
          clusterYearId={clusterYear.id as ClusterYearId}
          title={t`Hội nghị tổng kết năm ${year}, triển khai nhiệm vụ năm ${next} ${clusterYear.clusterName}`}
          onClose={() => setAdding(false)}
        />
      )}
    </Stack>
  );
}

function Planned({ data, conference }: { data: ConferenceOfYear; conference: Conference }) {
  const { t } = useLingui();
  const { today } = useSession();
  const trpc = useTRPC();
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState(false);
  const clusterYearId = data.clusterYear.id as ClusterYearId;
  const { data: recommendations } = useSuspenseQuery(trpc.recommendations.ofYear.queryOptions({ clusterYearId }));
  const tab: Tab = TABS.find((one) => one === params.get('muc')) ?? 'chuong-trinh';
  const { presentCount, invitedCount } = conference.totals;
  const agendaCount = conference.agenda.length;
  const count = recommendations.rows.length;

  return (
    <Stack gap="xs">
      <PageHeader
        title={conference.head.title}
        about={<About conference={conference} />}
        actions={
          <>
            {conference.mayReadPacks && <PackButton clusterYearId={clusterYearId} />}
            {conference.actions.save.allowed && (
              <Button variant="default" onClick={() => setEditing(true)}>
                <Trans>Sửa thông tin</Trans>
              </Button>
            )}
          </>
        }
      />
      <ClusterYearTabs clusterYearId={clusterYearId} />
      <Tabs
        value={tab}
        onChange={(next) => setParams(next && next !== 'chuong-trinh' ? { muc: next } : {})}
        keepMounted={false}
      >
        <Tabs.List mb="sm" className="no-print">
          <Tabs.Tab value="chuong-trinh">{t`Chương trình (${agendaCount})`}</Tabs.Tab>
          <Tabs.Tab value="dai-bieu">{t`Đại biểu (${presentCount}/${invitedCount})`}</Tabs.Tab>
          <Tabs.Tab value="bien-ban">{t`Biên bản`}</Tabs.Tab>
          <Tabs.Tab value="kien-nghi">{t`Ý kiến chỉ đạo, đề nghị (${count})`}</Tabs.Tab>
          <Tabs.Tab value="nam-sau">{t`Cụm trưởng năm sau`}</Tabs.Tab>
          <Tabs.Tab value="tai-lieu">{t`Tài liệu Hội nghị`}</Tabs.Tab>
          <Tabs.Tab value="lich-su">{t`Lịch sử cập nhật`}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="chuong-trinh">
          <AgendaPanel conference={conference} clusterYearId={clusterYearId} />
        </Tabs.Panel>
        <Tabs.Panel value="dai-bieu">
          <DelegatesPanel
            conference={conference}
            members={data.members}
            today={today}
            clusterYearId={clusterYearId}
            clusterName={data.clusterYear.clusterName}
          />
        </Tabs.Panel>
        <Tabs.Panel value="bien-ban">
          <MinutesPanel
            conference={conference}
            clusterYearId={clusterYearId}
            clusterName={data.clusterYear.clusterName}
            recommendations={recommendations.rows}
          />
        </Tabs.Panel>
        <Tabs.Panel value="kien-nghi">
          <RecommendationsPanel data={recommendations} />
        </Tabs.Panel>
        <Tabs.Panel value="nam-sau">
          <NextChairPanel conference={conference} members={data.members} />
        </Tabs.Panel>
        <Tabs.Panel value="tai-lieu">
          <Attachments
            subjectKind="conference"
            subjectId={conference.id}
            files={conference.files}
            editable={conference.mayAttach}
          />
        </Tabs.Panel>
        <Tabs.Panel value="lich-su">
          <RecordHistory subjectKind="conference" subjectId={conference.id} />
        </Tabs.Panel>
      </Tabs>
      {editing && (
        <HeadDialog conference={conference} clusterYearId={clusterYearId} onClose={() => setEditing(false)} />
      )}
    </Stack>
  );
}

/** Status, day, place, who leads and who writes, in two lines. */
function About({ conference: { status, head, isDemo } }: { conference: Conference }) {
  const { label } = useWords();
  const on = formatDate(head.heldOn);
  return (
    <>
      <StatusBadge tone={status === 'held' ? 'good' : 'info'}>{label(CONFERENCE_STATUS_LABELS[status])}</StatusBadge>{' '}
      <Trans>Ngày {on}</Trans>
      {head.place && ` · ${head.place}`}
      {isDemo && (
        <Text span size="sm" c="gray.7">
          {' · '}
          <Trans>giờ, số đại biểu là dữ liệu minh họa</Trans>
        </Text>
      )}
      <br />
      {head.chairedBy && <Trans>Chủ trì: {head.chairedBy}</Trans>}
      {head.secretary && (
        <>
          {head.chairedBy && ' · '}
          <Trans>Thư ký: {head.secretary}</Trans>
        </>
      )}
    </>
  );
}
