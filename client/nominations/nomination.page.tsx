import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { CopyButton } from '#client/core/copy-text.tsx';
import grids from '#client/core/grids.module.css';
import { PageHeader } from '#client/core/page-header.tsx';
import { Part } from '#client/core/part.tsx';
import { paths } from '#client/core/paths.ts';
import { RecordHistory } from '#client/core/record-history.tsx';
import { useSession } from '#client/core/session.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { Attachments } from '#client/files/attachment-picker.tsx';
import { DuplicatesPanel } from '#client/nominations/duplicates-panel.tsx';
import { EthnicityField } from '#client/nominations/ethnicity-field.tsx';
import { NominationFacts } from '#client/nominations/nomination-facts.tsx';
import { NominationForm } from '#client/nominations/nomination-form.tsx';
import { NominationStatusBadge } from '#client/nominations/nomination-status-badge.tsx';
import { nominationText } from '#client/nominations/nomination-text.ts';
import type { Nomination } from '#client/nominations/nomination-types.ts';
import css from '#client/nominations/nominations.module.css';
import { OfficeActions } from '#client/nominations/office-actions.tsx';
import { PaperPreview } from '#client/nominations/paper-preview.tsx';
import { WithdrawAction } from '#client/nominations/withdraw-action.tsx';
import { daysBetween, formatDate, formatInstant } from '#shared/core/dates.ts';
import type { NominationId } from '#shared/nominations/nominations.schema.ts';

const inputOf = (id: string | undefined) => ({ id: (id ?? '') as NominationId });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.nominations.byId.queryOptions(inputOf(params.id)));
  return null;
}

/** One dossier: written by its province, checked by the cluster's standing office, read by the members. */
export function Component() {
  const { id } = useParams();
  const { t } = useLingui();
  const trpc = useTRPC();
  const { data: nomination } = useSuspenseQuery(trpc.nominations.byId.queryOptions(inputOf(id)));
  const { actions } = nomination;
  const kind = nomination.recipientKind === 'individual' ? t`cá nhân` : t`tập thể`;

  return (
    <Stack gap="sm">
      <PageHeader
        title={nomination.name || t`Hồ sơ đề nghị ${kind}`}
        about={<StatusLine nomination={nomination} />}
        actions={
          <CopyButton text={() => nominationText(nomination)}>
            <Trans>Sao chép trích ngang</Trans>
          </CopyButton>
        }
      />
      <SupplementBanner nomination={nomination} />
      {nomination.status === 'refused' && nomination.checkNote && (
        <Alert color="red" title={t`Không đủ điều kiện`}>
          {nomination.checkNote}
        </Alert>
      )}
      <div className={`${grids.beside} ${css.layout}`}>
        <Stack gap="lg">
          {actions.save.allowed ? (
            <NominationForm key={nomination.id} nomination={nomination} />
          ) : (
            <NominationFacts nomination={nomination} />
          )}
        </Stack>
        <Stack gap="lg">
          <OfficeActions nomination={nomination} />
          <WithdrawAction nomination={nomination} />
          <DuplicatesPanel duplicates={nomination.duplicates} year={nomination.year.year} />
          {!actions.save.allowed && (
            <Part title={<Trans>Nội dung ghi trên Bằng</Trans>}>
              <PaperPreview draft={nomination} />
            </Part>
          )}
          {nomination.ethnicity && (
            <Part title={<Trans>Dân tộc</Trans>}>
              <EthnicityField key={nomination.id} nomination={nomination} />
            </Part>
          )}
          <Part title={<Trans>Tài liệu minh chứng</Trans>}>
            <Attachments
              subjectKind="nomination"
              subjectId={nomination.id}
              files={nomination.files}
              editable={actions.save.allowed}
            />
          </Part>
          <Part title={<Trans>Lịch sử cập nhật</Trans>}>
            <RecordHistory subjectKind="nomination" subjectId={nomination.id} />
          </Part>
        </Stack>
      </div>
    </Stack>
  );
}

function StatusLine({ nomination }: { nomination: Nomination }) {
  const { status, submittedAt, daysLate, unitName, year, decision, quota, isOverQuota, isDemo } = nomination;
  const { clusterName } = year;
  const yearText = String(year.year);
  const { today } = useSession();
  const overdue = status === 'draft' && year.closesOn ? daysBetween(year.closesOn, today) : 0;
  const sentAt = submittedAt && formatInstant(submittedAt);
  const due = year.closesOn && formatDate(year.closesOn);
  const most = String(quota.most ?? 0);
  const putForward = String(quota.putForward);
  return (
    <>
      <NominationStatusBadge status={status} /> {unitName} ·{' '}
      <Trans>
        {clusterName}, năm thi đua {yearText}
      </Trans>
      {sentAt && <Trans> · Gửi lúc {sentAt}</Trans>}
      {!sentAt && due && <Trans> · Hạn gửi {due}</Trans>}{' '}
      {overdue > 0 && (
        <StatusBadge tone="bad">
          <Trans>Quá hạn {String(overdue)} ngày</Trans>
        </StatusBadge>
      )}
      {daysLate > 0 && (
        <StatusBadge tone="warn">
          <Trans>Trễ {String(daysLate)} ngày</Trans>
        </StatusBadge>
      )}{' '}
      {isOverQuota && (
        <StatusBadge tone="warn">
          <Trans>
            Vượt phân bổ: {putForward}/{most}
          </Trans>
        </StatusBadge>
      )}
      {decision && (
        <>
          {' · '}
          <Anchor component={Link} underline="always" to={paths.decision.to(decision.id)}>
            {decision.number ? <Trans>Quyết định số {decision.number}</Trans> : <Trans>Trong dự thảo quyết định</Trans>}
          </Anchor>
        </>
      )}
      {isDemo === 1 && (
        <Text span size="sm" c="gray.7">
          {' · '}
          <Trans>dữ liệu minh họa</Trans>
        </Text>
      )}
    </>
  );
}

function SupplementBanner({ nomination }: { nomination: Nomination }) {
  const { t } = useLingui();
  const { status, supplementReason, supplementDueOn, year } = nomination;
  if (status !== 'supplement') return null;
  const due = supplementDueOn ? formatDate(supplementDueOn) : '…';
  return (
    <Alert color="orange" title={t`Đề nghị bổ sung hồ sơ, hạn ${due}`}>
      <Text style={{ whiteSpace: 'pre-line' }}>{supplementReason}</Text>
      <Text size="sm" c="gray.7">
        <Trans>{year.standingOffice} đề nghị. Sửa xong, đơn vị gửi lại hồ sơ.</Trans>
      </Text>
    </Alert>
  );
}
