import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Box, Button, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { here, isTraining } from '#client/core/base.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { CopyButton } from '#client/core/copy-text.tsx';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { OfficeAnswers } from '#client/reports/office-answers.tsx';
import type { CollectingPage, OfficeRequest } from '#client/reports/report-types.ts';
import { RequestBadge } from '#client/reports/request-badge.tsx';
import { addDays, formatDate, formatInstant } from '#shared/core/dates.ts';
import { REPORT_PERIOD_LABELS } from '#shared/reports/reports.schema.ts';
import type { RequestId } from '#shared/reports/requests.schema.ts';

type Props = { page: CollectingPage; request: OfficeRequest };
type Asking = 'due' | 'again' | 'withdraw' | null;

/** One office: state, deadline, link, and its answer beside the report's own figures. */
export function OfficeRequestCard({ page, request }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  const seen = { id: request.id as RequestId, seenVersion: request.version };
  const revoke = useAction((_: null) => client.collecting.revokeLink.mutate(seen), { done: t`Đã thu hồi liên kết` });
  const setDue = useAction((dueOn: string) => client.collecting.setDue.mutate({ ...seen, dueOn }), {
    done: t`Đã sửa hạn trả lời`,
    onDone: close,
  });
  const again = useAction(
    (input: { note: string; dueOn: string }) => client.collecting.askAgain.mutate({ ...seen, ...input }),
    { done: t`Đã đề nghị cung cấp lại`, onDone: close },
  );
  const withdraw = useAction((reason: string) => client.collecting.withdraw.mutate({ ...seen, reason }), {
    done: t`Đã thu hồi yêu cầu`,
    onDone: close,
  });
  const isClosed = page.report.closed.length > 0;
  const due = formatDate(request.dueOn);
  const answeredAt = request.answeredAt && formatInstant(request.answeredAt);
  const { answeredBy, officeName } = request;
  const date = { label: t`Hạn trả lời`, required: true, initial: addDays(page.today, 3) };
  const names = request.cells.map(
    ({ indicatorVersionId }) => page.indicators.find(({ id }) => id === indicatorVersionId)?.name ?? '',
  );
  // Also once the report is sent: a link that is out can always be closed.
  const revokeButton = request.status === 'open' && request.hasLink && (
    <Button size="xs" variant="default" loading={revoke.pending} onClick={() => void revoke.run(null)}>
      <Trans>Thu hồi liên kết</Trans>
    </Button>
  );

  return (
    <Stack gap="xs">
      <Group gap="xs">
        <RequestBadge request={request} />
        <Text span>
          <Trans>hạn {due}</Trans>
          {answeredAt && (
            <>
              {' · '}
              <Trans>
                {answeredBy} gửi lúc {answeredAt}
              </Trans>
            </>
          )}
        </Text>
      </Group>
      {request.status === 'answered' ? (
        <OfficeAnswers page={page} request={request} />
      ) : (
        <Text size="sm" c="gray.7">
          {names.join('; ')}
        </Text>
      )}
      <ProblemAlert problem={revoke.problem} title={t`Chưa thu hồi được`} />
      {isClosed && revokeButton && (
        <Group gap="xs" className="no-print">
          {revokeButton}
        </Group>
      )}
      {!isClosed && (
        <Group gap="xs" className="no-print">
          {request.status === 'open' && (
            <>
              <OfficeLink page={page} request={request} />
              {revokeButton}
              <Small onClick={() => setAsking('due')}>
                <Trans>Sửa hạn</Trans>
              </Small>
              <Small onClick={() => setAsking('withdraw')}>
                <Trans>Thu hồi yêu cầu</Trans>
              </Small>
            </>
          )}
          {request.status === 'answered' && (
            <Small onClick={() => setAsking('again')}>
              <Trans>Đề nghị cung cấp lại</Trans>
            </Small>
          )}
        </Group>
      )}
      {asking === 'due' && (
        <ConfirmDialog
          title={t`Sửa hạn trả lời: ${officeName}`}
          confirmLabel={t`Sửa hạn`}
          onClose={close}
          onConfirm={({ date: dueOn }) => void setDue.run(dueOn)}
          pending={setDue.pending}
          problem={setDue.problem}
          date={date}
        />
      )}
      {asking === 'again' && (
        <ConfirmDialog
          title={t`Đề nghị ${officeName} cung cấp lại`}
          confirmLabel={t`Đề nghị cung cấp lại`}
          onClose={close}
          onConfirm={({ reason, date: dueOn }) => void again.run({ note: reason, dueOn })}
          pending={again.pending}
          problem={again.problem}
          reason={{
            label: t`Nội dung cần xem lại`,
            required: true,
            description: t`Ít nhất 10 ký tự; nơi cung cấp số sẽ đọc được.`,
          }}
          date={date}
        >
          <Trans>Số đã gửi vẫn còn trong lịch sử. Nơi không có tài khoản cần một liên kết mới.</Trans>
        </ConfirmDialog>
      )}
      {asking === 'withdraw' && (
        <ConfirmDialog
          title={t`Thu hồi yêu cầu: ${officeName}`}
          confirmLabel={t`Thu hồi yêu cầu`}
          danger
          onClose={close}
          onConfirm={({ reason }) => void withdraw.run(reason)}
          pending={withdraw.pending}
          problem={withdraw.problem}
          reason={{ label: t`Lý do`, required: true, description: t`Ít nhất 10 ký tự.` }}
        >
          <Trans>Liên kết đã gửi (nếu có) không mở được nữa.</Trans>
        </ConfirmDialog>
      )}
    </Stack>
  );
}

function Small({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button size="xs" variant="default" onClick={onClick}>
      {children}
    </Button>
  );
}

/** A link for an office without an account. It is shown once: only its hash is kept. */
function OfficeLink({ page, request }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const [text, setText] = useState<string | null>(null);
  const seen = { id: request.id as RequestId, seenVersion: request.version };
  const make = useAction((_: null) => client.collecting.makeLink.mutate(seen), {
    onDone: ({ token }) => {
      const { forUnit, officeName, year } = request;
      const period = label(REPORT_PERIOD_LABELS[page.report.period]);
      const address = `${window.location.origin}${here(paths.supplyLink.to(token))}`;
      const due = formatDate(request.dueOn);
      LINKS.set(
        request.id,
        t`Đề nghị ${officeName} cung cấp số cho ${period} ${year} của ${forUnit}, hạn ${due}. Mở liên kết sau để điền, không cần đăng nhập: ${address}`,
      );
      setText(LINKS.get(request.id) ?? null);
    },
  });
  const shown = text ?? (request.hasLink ? (LINKS.get(request.id) ?? null) : null);
  return (
    <>
      {make.problem && (
        <Box flex="1 0 100%">
          <ProblemAlert problem={make.problem} title={t`Chưa tạo được liên kết`} onRetry={make.retry} />
        </Box>
      )}
      {shown !== null && (
        <Alert color="blue" w="100%" title={t`Liên kết cho ${request.officeName}`}>
          <Stack gap="xs" align="flex-start">
            <Text style={{ overflowWrap: 'anywhere' }}>{shown}</Text>
            <CopyButton text={() => shown}>
              <Trans>Sao chép tin nhắn</Trans>
            </CopyButton>
            <Text size="sm">
              <Trans>
                Liên kết chỉ hiện một lần ở đây, mở được các chỉ tiêu này đến hết hạn trả lời và đóng lại khi đã gửi số.
                Ai có liên kết đều điền được: chỉ gửi cho đúng người.
              </Trans>
            </Text>
            {isTraining && (
              <Text size="sm">
                <Trans>
                  Liên kết mở bản tập huấn, không mở hệ thống thật: số điền ở đó chỉ vào bản này và mất khi bản tập huấn
                  được đặt lại.
                </Trans>
              </Text>
            )}
          </Stack>
        </Alert>
      )}
      <Button size="xs" variant="default" loading={make.pending} onClick={() => void make.run(null)}>
        {request.hasLink ? <Trans>Tạo liên kết mới</Trans> : <Trans>Tạo liên kết</Trans>}
      </Button>
    </>
  );
}

/** Links made on this page, until it is closed: the card is drawn anew when its request changes. */
const LINKS = new Map<string, string>();
