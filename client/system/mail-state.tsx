import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Code, Group, Stack, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { Fact, Facts } from '#client/core/facts.tsx';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { mailFault } from '#shared/mail/mail-faults.ts';

const LOOK_EVERY_MS = 5_000;

/** How mail stands: where it goes out, what went last, what failed last; and a letter to oneself to try it. */
export function MailState() {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { label } = useWords();
  const { data } = useSuspenseQuery({
    ...trpc.mail.state.queryOptions(),
    staleTime: 0,
    // What comes of a letter just written is seen without a reload.
    refetchInterval: ({ state }) =>
      state.data?.silence === null && (state.data.counts.waiting ?? 0) > 0 ? LOOK_EVERY_MS : false,
  });
  const test = useAction(
    (_: null, idempotencyKey) => client.mail.test.mutate({ idempotencyKey: idempotencyKey as never }),
    {
      done: t`Đã viết thư thử tới địa chỉ của bạn; xem ở “Thư chờ gửi”`,
    },
  );
  const { silence, host, from, counts, lastSentAt, lastError } = data;
  const waiting = counts.waiting ?? 0;
  const failed = counts.failed ?? 0;
  const fault = lastError === null ? null : mailFault(lastError);
  return (
    <section>
      <Title order={2} mb={4}>
        <Trans>Thư điện tử</Trans>
      </Title>
      <Stack gap="xs">
        <Facts>
          <Fact term={<Trans>Máy chủ thư</Trans>}>
            {host === null ? (
              <Trans>
                Chưa khai báo. Đặt <Code>SMTP_URL</Code> và <Code>MAIL_FROM</Code> rồi khởi động lại máy chủ.
              </Trans>
            ) : (
              host
            )}
          </Fact>
          {from !== null && <Fact term={<Trans>Gửi từ</Trans>}>{from}</Fact>}
          <Fact term={<Trans>Gửi thư</Trans>}>
            {silence === null && <Trans>Đang gửi</Trans>}
            {silence === 'demo' && <Trans>Không gửi: dữ liệu minh họa</Trans>}
            {silence === 'training' && <Trans>Không gửi: bản tập huấn</Trans>}
            {silence === 'not-configured' && <Trans>Không gửi: thư nằm ở “Thư chờ gửi”</Trans>}
          </Fact>
          <Fact term={<Trans>Thư</Trans>}>
            <Link to={paths.outbox.to()}>
              <Trans>
                {waiting} chờ gửi, {failed} không gửi được
              </Trans>
            </Link>
          </Fact>
          <Fact term={<Trans>Gửi được lần cuối</Trans>}>
            {lastSentAt === null ? <Trans>Chưa có</Trans> : formatInstant(lastSentAt)}
          </Fact>
          <Fact term={<Trans>Lỗi gần nhất</Trans>}>
            {fault && <div>{label(fault)}</div>}
            {lastError ?? <Trans>Không có</Trans>}
          </Fact>
        </Facts>
        <ProblemAlert problem={test.problem} title={t`Chưa gửi được thư thử`} onRetry={() => void test.retry()} />
        <Group>
          <Button variant="default" onClick={() => void test.run(null)} loading={test.pending}>
            <Trans>Gửi thư thử</Trans>
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
