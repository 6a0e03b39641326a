import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Drawer, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { type AppRouter, useTRPC, useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { CopyButton } from '#client/core/copy-text.tsx';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { LETTER_TONE } from '#client/mail/letter-types.ts';
import css from '#client/mail/mail.module.css';
import { formatInstant } from '#shared/core/dates.ts';
import { LETTER_STATUS_LABELS } from '#shared/mail/mail.schema.ts';
import { mailFault } from '#shared/mail/mail-faults.ts';

/** A waiting letter is sent by the server's own clock. */
const LOOK_EVERY_MS = 5_000;

type Letter = inferRouterOutputs<AppRouter>['mail']['byId'];

/** One letter beside the list: its words, what became of it, and what can be done. */
export function LetterDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const trpc = useTRPC();
  const { data: letter, error } = useQuery({
    ...trpc.mail.byId.queryOptions({ id: id as never }),
    refetchInterval: ({ state }) => (state.data?.status === 'waiting' ? LOOK_EVERY_MS : false),
  });
  const fault = letter?.error ? mailFault(letter.error) : null;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={t`Thư`}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t`Đóng` }}
    >
      {error && <ProblemAlert problem={readProblem(error)} title={t`Chưa mở được`} />}
      {!letter && !error && <Loader size="sm" />}
      {letter && (
        <Stack gap="md">
          <Title order={2}>{letter.subject}</Title>
          <div>
            <StatusBadge tone={LETTER_TONE[letter.status]}>{label(LETTER_STATUS_LABELS[letter.status])}</StatusBadge>
          </div>
          <div>
            <Line name={<Trans>Người nhận</Trans>}>{letter.personName}</Line>
            <Line name={<Trans>Địa chỉ</Trans>}>{letter.sentTo ?? letter.address ?? t`Chưa có địa chỉ`}</Line>
            <Line name={<Trans>Viết lúc</Trans>}>{formatInstant(letter.createdAt)}</Line>
            {letter.sentAt && <Line name={<Trans>Gửi lúc</Trans>}>{formatInstant(letter.sentAt)}</Line>}
            {letter.status === 'waiting' && letter.attempt > 0 && (
              <Line name={<Trans>Thử lại sau</Trans>}>{formatInstant(letter.runAfter)}</Line>
            )}
            <Line name={<Trans>Lần thử</Trans>}>{letter.attempt}</Line>
            {letter.link && (
              <Line name={<Trans>Về việc</Trans>}>
                <Link to={letter.link}>
                  <Trans>Mở trang của việc này</Trans>
                </Link>
              </Line>
            )}
          </div>
          {letter.error && (
            <Alert color="orange" title={fault ? label(fault) : t`Máy chủ thư trả lời`}>
              {letter.error}
            </Alert>
          )}
          <pre className={css.text}>{letter.content}</pre>
          <Steps letter={letter} />
        </Stack>
      )}
    </Drawer>
  );
}

function Steps({ letter }: { letter: Letter }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [asked, setAsked] = useState(false);
  const step = { id: letter.id as never, seenVersion: letter.version };
  const resend = useAction(() => client.mail.resend.mutate(step), { done: t`Thư đang chờ gửi lại` });
  const drop = useAction((reason: string) => client.mail.drop.mutate({ ...step, reason }), {
    done: t`Đã bỏ thư`,
    onDone: () => setAsked(false),
  });
  return (
    <>
      <ProblemAlert problem={resend.problem} onRetry={() => void resend.retry()} />
      <Group gap="xs">
        <CopyButton text={() => `${letter.subject}\n\n${letter.content}`}>
          <Trans>Sao chép thư</Trans>
        </CopyButton>
        {(letter.status === 'failed' || letter.status === 'cancelled') && (
          <Button onClick={() => void resend.run(undefined)} loading={resend.pending}>
            <Trans>Gửi lại</Trans>
          </Button>
        )}
        {letter.status === 'waiting' && letter.error !== null && (
          <Button onClick={() => void resend.run(undefined)} loading={resend.pending}>
            <Trans>Gửi ngay</Trans>
          </Button>
        )}
        {(letter.status === 'waiting' || letter.status === 'failed') && (
          <Button variant="default" onClick={() => setAsked(true)}>
            <Trans>Bỏ thư</Trans>
          </Button>
        )}
      </Group>
      {asked && (
        <ConfirmDialog
          title={t`Bỏ thư`}
          confirmLabel={t`Bỏ thư`}
          danger
          onClose={() => setAsked(false)}
          onConfirm={({ reason }) => drop.run(reason)}
          pending={drop.pending}
          problem={drop.problem}
          onRetry={() => void drop.retry()}
          reason={{ label: t`Lý do`, required: true }}
        >
          <Trans>Thư sẽ không được gửi. Lý do được ghi vào nhật ký; thông báo ở chuông của người nhận vẫn còn.</Trans>
        </ConfirmDialog>
      )}
    </>
  );
}

function Line({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <Text size="sm">
      {name}: {children}
    </Text>
  );
}
