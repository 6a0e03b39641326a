import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { useWords } from '#client/core/words.ts';
import { AskOfficeDialog } from '#client/reports/ask-office-dialog.tsx';
import { OfficeRequestCard } from '#client/reports/office-request.tsx';
import { WhyNot } from '#client/reports/report-chair-actions.tsx';
import { REPORT_PERIOD_LABELS, type ReportId } from '#shared/reports/reports.schema.ts';

const inputOf = (reportId: string | undefined) => ({ reportId: (reportId ?? '') as ReportId });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.collecting.ofReport.queryOptions(inputOf(params.reportId)));
  return null;
}

/** Giao sở, ngành cung cấp số: whom a report asks for which figures, who has not answered, and merging the answers. */
export function Component() {
  const { reportId } = useParams();
  const { t } = useLingui();
  const { label } = useWords();
  const trpc = useTRPC();
  const [asking, setAsking] = useState(false);
  const { data } = useSuspenseQuery(trpc.collecting.ofReport.queryOptions(inputOf(reportId)));
  const { report, requests } = data;
  const period = label(REPORT_PERIOD_LABELS[report.period]);
  const { year, unitName } = report;
  const waiting = requests.filter(({ status }) => status === 'open');
  const late = waiting.filter(({ overdueDays }) => overdueDays > 0);
  const toMerge = requests.filter(
    ({ status, cells }) => status === 'answered' && cells.some(({ outcome }) => outcome === null),
  );
  return (
    <Stack gap="md">
      <PageHeader
        title={t`Giao sở, ngành cung cấp số: ${period} ${year}, ${unitName}`}
        about={
          late.length > 0 ? (
            <Trans>
              {waiting.length} nơi chưa trả lời ({late.length} nơi quá hạn), {toMerge.length} nơi đã trả lời chờ ghép.
            </Trans>
          ) : (
            <Trans>
              {waiting.length} nơi chưa trả lời, {toMerge.length} nơi đã trả lời chờ ghép.
            </Trans>
          )
        }
        actions={
          <>
            <Anchor component={Link} to={paths.report.to(report.clusterYearId, report.id)}>
              <Trans>Quay lại báo cáo</Trans>
            </Anchor>
            <Button disabled={report.closed.length > 0} onClick={() => setAsking(true)}>
              <Trans>Giao thêm</Trans>
            </Button>
          </>
        }
      />
      <WhyNot reasons={report.closed} />
      {requests.length === 0 && (
        <Text c="gray.7">
          <Trans>
            Chưa giao sở, ngành nào. Bấm “Giao thêm”, chọn chỉ tiêu và hạn trả lời; nơi không có tài khoản nhận một liên
            kết để điền, không cần đăng nhập.
          </Trans>
        </Text>
      )}
      {requests.map((request) => (
        <section key={request.id}>
          <Title order={2} mb={4}>
            {request.officeName}
          </Title>
          <OfficeRequestCard key={request.version} page={data} request={request} />
        </section>
      ))}
      {asking && <AskOfficeDialog page={data} onClose={() => setAsking(false)} />}
    </Stack>
  );
}
