import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { CopyButton } from '#client/core/copy-text.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { MemberStates } from '#client/registrations/member-states.tsx';
import { OwnRegistration } from '#client/registrations/own-registration.tsx';
import { registrationsText } from '#client/registrations/registrations-text.ts';
import { TitleTotals } from '#client/registrations/title-totals.tsx';
import { formatDate } from '#shared/core/dates.ts';

const inputOf = (clusterYearId: string | undefined) => ({ clusterYearId: (clusterYearId ?? '') as never });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.registrations.ofYear.queryOptions(inputOf(params.clusterYearId)));
  return null;
}

/** Đăng ký thi đua of a year: one's own, who has sent, and the titles aimed at against those given. */
export function Component() {
  const { t } = useLingui();
  const { clusterYearId } = useParams();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.registrations.ofYear.queryOptions(inputOf(clusterYearId)));
  const [chosen, setChosen] = useState<string | null>(null);
  const { year, dueOn, members } = data;
  const yearText = String(year.year);
  const due = dueOn && formatDate(dueOn);
  const member = members.find(({ unitId }) => unitId === chosen);
  return (
    <Stack gap="md">
      <div>
        <PageHeader
          title={t`Đăng ký thi đua năm ${yearText}`}
          about={
            <>
              {year.clusterName}
              {due && (
                <>
                  {' '}
                  · <Trans>hạn gửi {due}</Trans>
                </>
              )}
            </>
          }
          actions={
            <CopyButton text={() => registrationsText(data)}>
              <Trans>Sao chép dạng chữ</Trans>
            </CopyButton>
          }
        />
        <ClusterYearTabs clusterYearId={year.id} />
      </div>
      {members
        .filter(({ isMine }) => isMine)
        .map((mine) => (
          <OwnRegistration key={mine.unitId} data={data} member={mine} />
        ))}
      <section>
        <Title order={2} mb={6}>
          <Trans>Các đơn vị thành viên</Trans>
        </Title>
        <MemberStates members={members} chosen={chosen} onChoose={setChosen} />
      </section>
      <section>
        <Title order={2} mb={6}>
          {member ? <Trans>Đăng ký và đạt được: {member.name}</Trans> : <Trans>Đăng ký và đạt được: toàn Cụm</Trans>}
        </Title>
        {member && (
          <Button size="xs" variant="subtle" onClick={() => setChosen(null)}>
            <Trans>Xem toàn Cụm</Trans>
          </Button>
        )}
        <TitleTotals data={data} unitId={chosen} />
        <Text size="sm" c="gray.7" mt={4}>
          <Trans>
            Chỉ cộng đăng ký đã gửi. Đạt được: số khen thưởng đang có hiệu lực của năm trong Sổ khen thưởng; hộ gia đình
            tính cùng tập thể.
          </Trans>
        </Text>
      </section>
    </Stack>
  );
}
