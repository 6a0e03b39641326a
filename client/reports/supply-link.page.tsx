import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useTRPCClient } from '#client/core/api.ts';
import { chooseLang, loadPageWords } from '#client/core/i18n.ts';
import { LanguageSwitch } from '#client/core/language-switch.tsx';
import { type Problem, readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import type { Supply } from '#client/reports/report-types.ts';
import css from '#client/reports/supply-link.module.css';
import { SupplyHead, SupplySheet } from '#client/reports/supply-sheet.tsx';
import { type AnsweredCell, linkToken } from '#shared/reports/requests.schema.ts';

export async function loader(): Promise<null> {
  await loadPageWords();
  return null;
}

type Opened =
  | { kind: 'opening' }
  | { kind: 'cut-off' }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'open'; sheet: Supply };

/** The field of who supplies the figures. */
const WHO = 'o-supply-who';

/**
 * What a link for one office opens, for whoever has no account. The token stands behind the "#" of the address, which
 * browsers keep to themselves: no server, proxy or other page ever sees it in an address. It goes out in the body only.
 */
export function Component() {
  const { t } = useLingui();
  const client = useTRPCClient();
  const { hash } = useLocation();
  const token = hash.slice(1);
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });
  const [who, setWho] = useState('');
  const [tried, setTried] = useState(false);
  const [isSent, setIsSent] = useState(false);

  useEffect(() => {
    // Copied by halves out of a message: no link that was ever made.
    if (!linkToken.safeParse(token).success) return setOpened({ kind: 'cut-off' });
    let isHere = true;
    client.collecting.openLink.query({ token }).then(
      (sheet) => isHere && setOpened({ kind: 'open', sheet }),
      (error: unknown) => isHere && setOpened({ kind: 'failed', problem: readProblem(error) }),
    );
    return () => {
      isHere = false;
    };
  }, [client, token]);

  const send = useAction(
    ({ seenVersion, cells }: { seenVersion: number; cells: AnsweredCell[] }) =>
      client.collecting.answerLink.mutate({ token, who: who.trim(), seenVersion, cells }),
    { onDone: () => setIsSent(true) },
  );
  const wrongName = who.trim().length < 2 ? t`Nhập tên người cung cấp số` : undefined;

  return (
    <main className={css.page}>
      <title>{t`Cung cấp số liệu · Lũy Tre`}</title>
      <Stack gap="sm">
        {opened.kind === 'open' && opened.sheet.isDemo && (
          <div role="note" className={css.demo}>
            <Trans>DỮ LIỆU MINH HỌA, không có giá trị pháp lý</Trans>
          </div>
        )}
        <fieldset className={css.languages} aria-label={t`Ngôn ngữ`}>
          <LanguageSwitch onChoose={(lang) => void chooseLang(lang)} />
        </fieldset>
        <Title order={1}>
          <Trans>Cung cấp số liệu</Trans>
        </Title>
        {(opened.kind === 'cut-off' || opened.kind === 'failed') && (
          <Alert
            color="orange"
            role="alert"
            styles={{ title: { color: 'var(--warn-text)' } }}
            title={t`Không mở được liên kết`}
          >
            {opened.kind === 'cut-off' ? (
              <Trans>
                Địa chỉ bị thiếu hoặc sai chữ. Chép lại cả địa chỉ trong tin nhắn, đến chữ cuối cùng; nếu vẫn không mở
                được, đề nghị người giao gửi liên kết mới.
              </Trans>
            ) : opened.problem.kind === 'refused' || opened.problem.kind === 'not-found' ? (
              opened.problem.reasons.map(({ code, text }) => <Text key={code}>{text}</Text>)
            ) : (
              <Trans>Kiểm tra đã chép đủ liên kết chưa, hoặc kiểm tra mạng rồi tải lại trang.</Trans>
            )}
          </Alert>
        )}
        {isSent ? (
          <Alert color="green" role="status" title={t`Đã gửi số, cảm ơn bạn`}>
            <Trans>Liên kết này đã đóng. Nếu cần sửa số, đề nghị người giao gửi liên kết mới.</Trans>
          </Alert>
        ) : (
          opened.kind === 'open' && (
            <>
              <SupplyHead sheet={opened.sheet} />
              <TextInput
                id={WHO}
                label={t`Người cung cấp số (họ tên, phòng)`}
                description={t`Hiện bên cạnh số liệu để người tổng hợp liên hệ khi cần.`}
                required
                maxLength={100}
                maw={420}
                value={who}
                onChange={(event) => setWho(event.currentTarget.value)}
                error={tried ? wrongName : undefined}
              />
              <ProblemAlert problem={send.problem} title={t`Chưa gửi được`} onRetry={send.retry} />
              <SupplySheet
                sheet={opened.sheet}
                pending={send.pending}
                wrongAbove={wrongName === undefined ? [] : [{ id: WHO, text: wrongName }]}
                onTry={() => setTried(true)}
                onSend={(cells) => void send.run({ seenVersion: opened.sheet.version, cells })}
              />
            </>
          )
        )}
      </Stack>
    </main>
  );
}
