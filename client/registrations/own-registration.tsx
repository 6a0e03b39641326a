import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { RecordHistory } from '#client/core/record-history.tsx';
import { useAction } from '#client/core/use-action.ts';
import { RegistrationForm } from '#client/registrations/registration-form.tsx';
import type { RegisteringMember, Registrations } from '#client/registrations/registration-types.ts';
import css from '#client/registrations/registrations.module.css';
import { formatDate, formatInstant } from '#shared/core/dates.ts';

type Props = { data: Registrations; member: RegisteringMember };

/** The registration of one's own unit: written, sent, opened again. */
export function OwnRegistration({ data, member }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [editing, setEditing] = useState(false);
  const [sending, setSending] = useState(false);
  const { name, status, version, sentAt, isOverdue } = member;
  const seen = { clusterYearId: data.year.id as never, unitId: member.unitId as never, seenVersion: version ?? 0 };
  const send = useAction(() => client.registrations.send.mutate(seen), {
    done: t`Đã gửi đăng ký thi đua`,
    onDone: () => setSending(false),
  });
  const recall = useAction(() => client.registrations.recall.mutate(seen), { done: t`Đã mở lại để sửa` });
  const [at, due] = [sentAt && formatInstant(sentAt), data.dueOn && formatDate(data.dueOn)];
  return (
    <section className={css.panel} aria-label={t`Đăng ký của ${name}`}>
      <Group justify="space-between">
        <Title order={2}>
          <Trans>Đăng ký của {name}</Trans>
        </Title>
        {!editing && (
          <Group gap="xs">
            {status !== 'sent' && (
              <Button variant="default" onClick={() => setEditing(true)}>
                {status === null ? <Trans>Ghi đăng ký</Trans> : <Trans>Sửa đăng ký</Trans>}
              </Button>
            )}
            {status === 'draft' && (
              <Button onClick={() => setSending(true)}>
                <Trans>Gửi đăng ký</Trans>
              </Button>
            )}
            {status === 'sent' && (
              <Button variant="default" loading={recall.pending} onClick={() => void recall.run(undefined)}>
                <Trans>Mở lại để sửa</Trans>
              </Button>
            )}
          </Group>
        )}
      </Group>
      <Text c="gray.7">
        {status === 'sent' && <Trans>Đã gửi lúc {at}.</Trans>}
        {status === 'draft' && <Trans>Bản nháp: các đơn vị khác chưa thấy.</Trans>}
        {status === null && <Trans>Chưa đăng ký.</Trans>}
        {isOverdue && (
          <>
            {' '}
            <Trans>Đã quá hạn {due}; vẫn gửi được, và được ghi là gửi muộn.</Trans>
          </>
        )}
      </Text>
      <ProblemAlert problem={recall.problem} title={t`Chưa mở lại được`} onRetry={() => void recall.retry()} />
      {editing ? (
        <RegistrationForm data={data} member={member} onClose={() => setEditing(false)} />
      ) : (
        <Lines data={data} member={member} />
      )}
      {member.id && !editing && (
        <details>
          <summary>
            <Trans>Lịch sử cập nhật</Trans>
          </summary>
          <RecordHistory subjectKind="title-registration" subjectId={member.id} />
        </details>
      )}
      {sending && (
        <ConfirmDialog
          title={t`Gửi đăng ký thi đua`}
          confirmLabel={t`Gửi đăng ký`}
          pending={send.pending}
          problem={send.problem}
          onRetry={() => void send.retry()}
          onClose={() => setSending(false)}
          onConfirm={() => void send.run(undefined)}
        >
          <Trans>Cơ quan thường trực Cụm nhận thông báo; các đơn vị trong Cụm thấy số đăng ký.</Trans>
        </ConfirmDialog>
      )}
    </section>
  );
}

function Lines({ data, member }: Props) {
  const called = new Map(data.forms.map(({ code, name }) => [code, name]));
  if (member.lines.length === 0) return null;
  return (
    <ul style={{ margin: '6px 0', paddingLeft: 18 }}>
      {member.lines.map(({ awardCode, kind, count, names }) => {
        const title = called.get(awardCode) ?? awardCode;
        return (
          <li key={`${awardCode} ${kind}`}>
            {kind === 'collective' ? (
              <Trans>
                {title}: {count} tập thể
              </Trans>
            ) : (
              <Trans>
                {title}: {count} cá nhân
              </Trans>
            )}
            {names.length > 0 && ` (${names.join('; ')})`}
          </li>
        );
      })}
    </ul>
  );
}
