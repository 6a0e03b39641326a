import { Trans, useLingui } from '@lingui/react/macro';
import { Box, Group, Stack, Tabs, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type LoaderFunctionArgs, useParams, useSearchParams } from 'react-router';
import { CareListLink } from '#client/care/care-list-link.tsx';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { RecordHistory } from '#client/core/record-history.tsx';
import { DecisionActions } from '#client/decisions/decision-actions.tsx';
import { DecisionCancellation } from '#client/decisions/decision-cancellation.tsx';
import { DecisionCertificates } from '#client/decisions/decision-certificates.tsx';
import { DecisionForm } from '#client/decisions/decision-form.tsx';
import { DecisionItems } from '#client/decisions/decision-items.tsx';
import { DecisionMoney } from '#client/decisions/decision-money.tsx';
import { DecisionPaper } from '#client/decisions/decision-paper.tsx';
import { DecisionStatusBadge } from '#client/decisions/decision-status-badge.tsx';
import { DecisionStepper } from '#client/decisions/decision-stepper.tsx';
import { WarnAlert } from '#client/decisions/warn-alert.tsx';
import { Attachments } from '#client/files/attachment-picker.tsx';
import type { DecisionId } from '#shared/decisions/decisions.schema.ts';

const TABS = ['noi-dung', 'danh-sach', 'tien-thuong', 'bang', 'tai-lieu', 'lich-su'] as const;
type Tab = (typeof TABS)[number];

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.decisions.byId.queryOptions({ id: params.id as DecisionId }));
  return null;
}

/** One decision from draft to certificates. The part on screen is in the address (`?muc=bang`). */
export function Component() {
  const { t } = useLingui();
  const id = useParams().id as DecisionId;
  const [params, setParams] = useSearchParams();
  const trpc = useTRPC();
  const { data: decision } = useSuspenseQuery(trpc.decisions.byId.queryOptions({ id }));
  const { fullNumber, status, draft, warnings, items } = decision;
  const tab: Tab = TABS.find((one) => one === params.get('muc')) ?? 'noi-dung';
  const count = items.length;
  const files = decision.files.length;
  const isOpen = status !== 'issued' && status !== 'cancelled';

  return (
    <Stack gap="sm">
      <PageHeader
        title={fullNumber ? t`Quyết định số ${fullNumber}` : t`Dự thảo quyết định`}
        about={
          <>
            <DecisionStatusBadge status={status} /> {draft.subject}
            {decision.isDemo && (
              <Text span size="sm" c="gray.7">
                {' '}
                · <Trans>dữ liệu minh họa</Trans>
              </Text>
            )}
          </>
        }
      />
      <Group justify="space-between" align="flex-start">
        <DecisionStepper status={status} />
        <DecisionActions decision={decision} />
      </Group>
      <DecisionCancellation decision={decision} />
      {warnings.length > 0 && (tab === 'noi-dung' || tab === 'danh-sach') && (
        <WarnAlert title={t`Cần xem lại trước khi ban hành`}>
          <Reasons reasons={warnings} />
        </WarnAlert>
      )}
      <Tabs
        value={tab}
        onChange={(next) => setParams(next && next !== 'noi-dung' ? { muc: next } : {})}
        keepMounted={false}
      >
        <Tabs.List mb="sm">
          <Tabs.Tab value="noi-dung">{t`Nội dung`}</Tabs.Tab>
          <Tabs.Tab value="danh-sach">{t`Danh sách kèm theo (${count})`}</Tabs.Tab>
          <Tabs.Tab value="tien-thuong">{t`Tiền thưởng`}</Tabs.Tab>
          <Tabs.Tab value="bang">{t`Bằng`}</Tabs.Tab>
          <Tabs.Tab value="tai-lieu">{t`Tài liệu (${files})`}</Tabs.Tab>
          <Tabs.Tab value="lich-su">{t`Lịch sử cập nhật`}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="noi-dung">
          {decision.actions.save.allowed ? (
            <DecisionForm key={decision.id} decision={decision} />
          ) : (
            <DecisionPaper decision={decision} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="danh-sach">
          {isOpen && decision.clusterYearId && (
            <Box mb="sm">
              <CareListLink clusterYearId={decision.clusterYearId} decisionId={decision.id} />
            </Box>
          )}
          <DecisionItems key={decision.version} decision={decision} />
        </Tabs.Panel>
        <Tabs.Panel value="tien-thuong">
          <DecisionMoney decision={decision} />
        </Tabs.Panel>
        <Tabs.Panel value="bang">
          <DecisionCertificates decision={decision} />
        </Tabs.Panel>
        <Tabs.Panel value="tai-lieu">
          <Attachments
            subjectKind="decision"
            subjectId={decision.id}
            files={decision.files}
            editable={decision.actions.attach.allowed}
          />
        </Tabs.Panel>
        <Tabs.Panel value="lich-su">
          <RecordHistory subjectKind="decision" subjectId={decision.id} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
