import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { apiContext, useTRPC, useTRPCClient } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { CopyButton } from '#client/core/copy-text.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { JointText } from '#client/pledges/joint-text.tsx';
import { Opinions } from '#client/pledges/opinions.tsx';
import { OwnTargets } from '#client/pledges/own-targets.tsx';
import { PledgeActions } from '#client/pledges/pledge-actions.tsx';
import { PledgeHistory } from '#client/pledges/pledge-history.tsx';
import { PledgeReasons } from '#client/pledges/pledge-reasons.tsx';
import { PledgeRuleLink } from '#client/pledges/pledge-rule-link.tsx';
import { PledgeSteps } from '#client/pledges/pledge-steps.tsx';
import { type PledgeYear, yearInput } from '#client/pledges/pledge-types.ts';
import css from '#client/pledges/pledges.module.css';
import { Signatures } from '#client/pledges/signatures.tsx';
import { TargetTable } from '#client/pledges/target-table.tsx';
import { VoidedSignatures } from '#client/pledges/voided-signatures.tsx';
import { formatDate } from '#shared/core/dates.ts';
import { opinionsText } from '#shared/pledges/opinions-text.ts';
import { PLEDGE_STATUS_LABELS } from '#shared/pledges/pledges.schema.ts';
import { signingText } from '#shared/pledges/signing-text.ts';

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.pledges.ofYear.queryOptions(yearInput(params.clusterYearId)));
  return null;
}

/** Giao ước thi đua of a year, from the draft to the signed paper. */
export function Component() {
  const { t } = useLingui();
  const { clusterYearId } = useParams();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.pledges.ofYear.queryOptions(yearInput(clusterYearId)));
  const { clusterYear } = data;
  const title = t`Giao ước thi đua năm ${clusterYear.year}`;
  if (data.pledge !== null) return <PledgeOfYear year={data} title={title} />;
  return (
    <Stack gap={0}>
      <PageHeader title={title} about={clusterYear.clusterName} />
      <ClusterYearTabs clusterYearId={clusterYear.id} />
      <NoPledge clusterYearId={clusterYear.id} mayCreate={data.actions.create.length === 0} />
    </Stack>
  );
}

function NoPledge({ clusterYearId, mayCreate }: { clusterYearId: string; mayCreate: boolean }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const create = useAction(
    (_: null, idempotencyKey) => client.pledges.create.mutate({ ...yearInput(clusterYearId), idempotencyKey }),
    { done: t`Đã lập dự thảo giao ước` },
  );
  return (
    <Stack gap="sm" align="flex-start">
      <Text>
        <Trans>Năm này chưa có giao ước. Cơ quan thường trực Cụm soạn dự thảo rồi lấy ý kiến các đơn vị.</Trans>
      </Text>
      <ProblemAlert problem={create.problem} title={t`Chưa lập được dự thảo`} onRetry={() => void create.retry()} />
      {mayCreate && (
        <>
          <Text size="sm" c="gray.7">
            <Trans>Dự thảo bắt đầu từ nội dung phát động của năm; nếu chưa phát động thì từ giao ước năm trước.</Trans>
          </Text>
          <Button loading={create.pending} onClick={() => void create.run(null)}>
            <Trans>Lập dự thảo giao ước</Trans>
          </Button>
        </>
      )}
    </Stack>
  );
}

function PledgeOfYear({ year, title }: { year: PledgeYear; title: string }) {
  const { label } = useWords();
  const { can } = useSession();
  const { clusterYear, members, pledge, actions } = year;
  const { status } = pledge;
  const isLead = can('pledges.saveText') && !actions.saveText.some(({ code }) => code === 'pledge.not-leading');
  const signed = pledge.signedCount;
  const count = members.length;
  const dueOn = formatDate(pledge.consultDueOn ?? '');
  const publishedOn = formatDate(pledge.publishedOn ?? '');
  const signing = (
    <Stack gap="xs" component="section">
      <Group justify="space-between">
        <Title order={2}>
          <Trans>
            Ký kết ({signed}/{count})
          </Trans>
        </Title>
        <CopyButton text={() => signingText(clusterYear.year, pledge.signatures)}>
          <Trans>Sao chép: ai đã ký, ai chưa</Trans>
        </CopyButton>
      </Group>
      {isLead && status === 'signing' && <PledgeReasons reasons={actions.publish} />}
      <Signatures year={year} />
    </Stack>
  );
  return (
    <Stack gap="sm">
      <div>
        <PageHeader
          title={title}
          about={
            <>
              {clusterYear.clusterName} · {label(PLEDGE_STATUS_LABELS[status])}
              {status === 'consulting' && (
                <>
                  {' · '}
                  <Trans>cho ý kiến đến hết ngày {dueOn}</Trans>
                </>
              )}
              {(status === 'signing' || status === 'published') && (
                <>
                  {' · '}
                  <Trans>
                    Đã ký kết ({signed}/{count})
                  </Trans>
                </>
              )}
              {status === 'published' && ` · ${[pledge.place, publishedOn].filter(Boolean).join(', ')}`}
            </>
          }
          actions={<PledgeActions year={year} />}
        />
        <ClusterYearTabs clusterYearId={clusterYear.id} />
      </div>
      <PledgeSteps status={status} />
      <VoidedSignatures pledge={pledge} />
      {pledge.isDemo && (
        <Text size="sm" c="gray.7">
          <Trans>Chỉ tiêu của từng đơn vị và người ký là dữ liệu minh họa.</Trans>
        </Text>
      )}
      {status === 'signing' && signing}
      <Stack gap="xs" component="section">
        <Title order={2}>
          <Trans>Nội dung giao ước</Trans>
        </Title>
        <JointText year={year} isLead={isLead} />
        {pledge.contentHash && (
          <Text size="sm" c="gray.7">
            <Trans>Mã nội dung (SHA-256):</Trans> <span className={css.code}>{pledge.contentHash}</span>
          </Text>
        )}
      </Stack>
      {members
        .filter(({ unitId }) => pledge.ownUnitIds.includes(unitId))
        .map(({ unitId, name }) => (
          <OwnTargets key={unitId} year={year} unitId={unitId} unitName={name} />
        ))}
      <Stack gap="xs" component="section">
        <Title order={2}>
          <Trans>Đăng ký chỉ tiêu thi đua</Trans>
        </Title>
        <PledgeRuleLink clusterYearId={clusterYear.id} />
        <TargetTable pledge={pledge} members={members} />
      </Stack>
      {status !== 'draft' && status !== 'published' && (
        <Stack gap="xs" component="section">
          <Group justify="space-between">
            <Title order={2}>
              <Trans>Ý kiến các đơn vị</Trans>
            </Title>
            {status === 'consulting' && (
              <CopyButton text={() => opinionsText(clusterYear.year, pledge.consultDueOn, pledge.opinions)}>
                <Trans>Sao chép: ý kiến đã nhận, đơn vị chưa trả lời</Trans>
              </CopyButton>
            )}
          </Group>
          <Opinions pledge={pledge} />
        </Stack>
      )}
      {status === 'draft' && pledge.opinions.some(({ given }) => given !== null) && (
        <Stack gap="xs" component="section">
          <Title order={2}>
            <Trans>Ý kiến đã nhận</Trans>
          </Title>
          <Opinions pledge={pledge} />
        </Stack>
      )}
      {status === 'published' && signing}
      <PledgeHistory pledgeId={pledge.id} />
    </Stack>
  );
}
