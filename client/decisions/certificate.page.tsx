import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Group, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { ReactNode } from 'react';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { type AppRouter, apiContext, useTRPC } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { RecordHistory } from '#client/core/record-history.tsx';
import { useWords } from '#client/core/words.ts';
import { AdvanceBar } from '#client/decisions/advance-bar.tsx';
import { CertificateStatusBadge } from '#client/decisions/certificate-status-badge.tsx';
import css from '#client/decisions/decisions.module.css';
import { PrintButton } from '#client/decisions/print-button.tsx';
import { WhyNot } from '#client/decisions/why-not.tsx';
import { CERTAINTY_LABELS } from '#shared/awards/awards.labels.ts';
import type { CertificateId } from '#shared/certificates/certificates.schema.ts';
import { formatDate, formatInstant } from '#shared/core/dates.ts';
import { formatVnd } from '#shared/core/money.ts';
import { prizeFormula } from '#shared/decisions/prize-formula.ts';

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.certificates.byId.queryOptions({ id: params.id as CertificateId }));
  return null;
}

/** One certificate: what it prints, its life, its public page and QR code. */
export function Component() {
  const { t } = useLingui();
  const id = useParams().id as CertificateId;
  const trpc = useTRPC();
  const { data: one } = useSuspenseQuery(trpc.certificates.byId.queryOptions({ id }));
  const number = String(one.goldenBookNumber);

  return (
    <Stack gap="sm">
      <PageHeader
        title={t`Bằng số sổ vàng ${number}`}
        about={
          <>
            <CertificateStatusBadge status={one.status} cancelledOn={one.cancelledOn} /> {one.printedName}
            {one.isDemo && (
              <Text span size="sm" c="gray.7">
                {' '}
                · <Trans>dữ liệu minh họa</Trans>
              </Text>
            )}
          </>
        }
        actions={
          <PrintButton target={{ certificateId: id }} disabled={!one.print.allowed}>
            <Trans>In bằng này (PDF)</Trans>
          </PrintButton>
        }
      />
      <WhyNot action={one.print} />
      {one.print.allowed && <AdvanceBar selected={[one]} today={one.today} onDone={() => undefined} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Facts one={one} />
        <Stack gap="xs">
          <Title order={2}>
            <Trans>Tra cứu công khai</Trans>
          </Title>
          <Group align="flex-start">
            <img
              className={css.code}
              src={`data:image/svg+xml,${encodeURIComponent(one.qrSvg)}`}
              alt={t`Mã QR mở trang tra cứu của bằng này`}
            />
            <Stack gap={4}>
              <Text className="tabular">{one.verifyCode}</Text>
              <Anchor href={here(one.verifyPath)} target="_blank" rel="noreferrer">
                <Trans>Mở trang tra cứu</Trans>
              </Anchor>
            </Stack>
          </Group>
          <Title order={2}>
            <Trans>Lịch sử cập nhật</Trans>
          </Title>
          <RecordHistory subjectKind="certificate" subjectId={id} />
        </Stack>
      </SimpleGrid>
    </Stack>
  );
}

type One = inferRouterOutputs<AppRouter>['certificates']['byId'];

function Facts({ one }: { one: One }) {
  const { label } = useWords();
  const { coefficientHundredths, baseSalaryVnd, prizeVnd } = one;
  const hasPrize = coefficientHundredths !== null && baseSalaryVnd !== null && prizeVnd !== null;
  const when = (at: string | null) => <span className="tabular">{at ? formatInstant(at) : '–'}</span>;
  const on = one.cancelledOn && formatDate(one.cancelledOn);
  const by = one.cancelNumber;
  const rows: [string, ReactNode, ReactNode][] = [
    ['name', <Trans key="k">Tên in trên bằng</Trans>, one.printedName],
    ['place', <Trans key="k">Chức vụ, đơn vị, địa chỉ</Trans>, one.printedPlace],
    ['award', <Trans key="k">Hình thức khen thưởng</Trans>, one.awardName],
    ['sentence', <Trans key="k">Câu ghi trên bằng</Trans>, one.sentence],
    [
      'decision',
      <Trans key="k">Quyết định</Trans>,
      <Link key="v" to={paths.decision.to(one.decisionId)}>
        {one.decisionNumber}, {formatDate(one.decidedOn)}
      </Link>,
    ],
    ['signatory', <Trans key="k">Người ký</Trans>, one.signatoryName],
    [
      'prize',
      <Trans key="k">Tiền thưởng</Trans>,
      hasPrize ? `${prizeFormula({ coefficientHundredths, baseSalaryVnd, prizeVnd })} (${formatVnd(prizeVnd)})` : '–',
    ],
    [
      'certainty',
      <Trans key="k">Độ chắc chắn của hệ số</Trans>,
      label(CERTAINTY_LABELS[one.prizeCertainty ?? 'unknown']),
    ],
    ['prints', <Trans key="k">Số lần tạo bản in</Trans>, String(one.printCount)],
    ['printed', <Trans key="k">Đã in</Trans>, when(one.printedAt)],
    ['signed', <Trans key="k">Đã ký</Trans>, when(one.signedAt)],
    ['sealed', <Trans key="k">Đã đóng dấu</Trans>, when(one.sealedAt)],
    [
      'handed',
      <Trans key="k">Đã trao</Trans>,
      one.handedOn ? `${formatDate(one.handedOn)}, ${one.handedTo ?? ''}` : '–',
    ],
  ];
  if (on)
    rows.push([
      'cancelled',
      <Trans key="k">Hủy bỏ</Trans>,
      <Trans key="v">
        Theo Quyết định số {by} ngày {on}
      </Trans>,
    ]);
  return (
    <Table withTableBorder layout="fixed">
      <Table.Tbody>
        {rows.map(([key, head, value]) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" w={190}>
              {head}
            </Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
