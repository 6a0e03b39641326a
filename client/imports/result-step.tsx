import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { useSession } from '#client/core/session.tsx';
import { Passwords } from '#client/imports/passwords.tsx';
import { badRowsAddress } from '#client/imports/send-import.ts';
import { UndoImport } from '#client/imports/undo-import.tsx';
import { formatInstant } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

/** Mantine's own are too pale on their ground for small letters. */
const TITLE = {
  good: { title: { color: 'var(--good-text)' } },
  warn: { title: { color: 'var(--warn-text)' } },
  info: { title: { color: 'var(--info-text)' } },
};

/** Kết quả: what was written, where it is now, and taking the whole import back. */
export function ResultStep({ run }: { run: ImportRunView }) {
  const { t } = useLingui();
  const { can } = useSession();
  const { counts, appliedAt, undoneAt, notUndone } = run;
  const applied = formatScaled(counts?.applied ?? 0, 0);
  const left = (counts?.wrong ?? 0) + (counts?.doubtful ?? 0);
  const leftText = formatScaled(left, 0);
  const sameText = formatScaled(counts?.unchanged ?? 0, 0);
  const at = appliedAt === null ? '' : formatInstant(appliedAt);
  const undoneText = undoneAt === null ? '' : formatInstant(undoneAt);
  const keptText = formatScaled(notUndone.length, 0);
  const isUndone = run.status === 'undone';
  return (
    <Stack gap="sm" maw={820}>
      {run.status === 'applied' && counts?.applied === 0 && (
        <Alert role="status" color="blue" title={t`Không còn dòng nào phải ghi`} styles={TITLE.info}>
          <Trans>
            Lúc {at}: {sameText} dòng đã có đúng như vậy, do có người ghi cùng nội dung sau lúc bạn kiểm tra. Không có
            gì bị ghi hai lần.
          </Trans>
        </Alert>
      )}
      {run.status === 'applied' && counts?.applied !== 0 && (
        <Alert role="status" color="green" title={t`Đã ghi ${applied} dòng`} styles={TITLE.good}>
          <Group gap="md">
            <Text span className="tabular">
              <Trans>Xong lúc {at}.</Trans>
            </Text>
            <WhereNow run={run} />
          </Group>
        </Alert>
      )}
      {run.status === 'cancelled' && (
        <Alert color="orange" title={t`Lần nhập đã bị hủy`} styles={TITLE.warn}>
          {(counts?.applied ?? 0) > 0 ? (
            <Group gap="md">
              <Text span>
                <Trans>{applied} dòng đã được ghi trước khi hủy. Hoàn tác để trở về như trước, hoặc để nguyên.</Trans>
              </Text>
              <WhereNow run={run} />
            </Group>
          ) : (
            <Trans>Chưa có dòng nào được ghi.</Trans>
          )}
        </Alert>
      )}
      {isUndone && (
        <Alert
          role="status"
          color={notUndone.length > 0 ? 'orange' : 'blue'}
          title={t`Đã hoàn tác lần nhập`}
          styles={notUndone.length > 0 ? TITLE.warn : TITLE.info}
        >
          <Text>
            {notUndone.length > 0 ? (
              <Trans>
                Lúc {undoneText}. {keptText} dòng dưới đây không hoàn tác được.
              </Trans>
            ) : (
              <Trans>Lúc {undoneText}. Mọi dòng đã trở về như trước khi nhập.</Trans>
            )}
          </Text>
        </Alert>
      )}
      {run.hasPasswords && <Passwords run={run} />}
      {!isUndone && left > 0 && run.status === 'applied' && run.clearedAt === null && can('imports.badRows') && (
        <Group gap="sm">
          <Text>
            <Trans>
              {leftText} dòng lỗi hoặc cần xem lại chưa được ghi: sửa trong tệp dưới đây rồi nhập lại tệp đó.
            </Trans>
          </Text>
          <Button
            component="a"
            href={badRowsAddress(run.id)}
            download
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            <Trans>Tải tệp Excel các dòng lỗi</Trans>
          </Button>
        </Group>
      )}
      {notUndone.length > 0 && (
        <ul>
          {notUndone.map(({ rowNumber, reason }) => {
            const row = String(rowNumber);
            return (
              <li key={rowNumber}>
                <Trans>
                  Dòng {row}: {reason.text}
                </Trans>
              </li>
            );
          })}
        </ul>
      )}
      <UndoImport run={run} />
      <Group>
        <Button component={Link} to={`${paths.imports.to()}?loai=${run.kind}`} variant="default">
          <Trans>Nhập tệp khác</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

/** Where what was written is seen. */
function WhereNow({ run: { id, kind } }: { run: ImportRunView }) {
  switch (kind) {
    case 'awards':
      return (
        <Anchor component={Link} to={`${paths.registry.to()}?${new URLSearchParams({ importRunId: id })}`}>
          <Trans>Xem các dòng vừa nhập trong Sổ khen thưởng</Trans>
        </Anchor>
      );
    case 'recipients':
      return (
        <Anchor component={Link} to={paths.recipients.to()}>
          <Trans>Xem tập thể, cá nhân</Trans>
        </Anchor>
      );
    case 'nominations':
      return (
        <Anchor component={Link} to={paths.nominations.to()}>
          <Trans>Xem hồ sơ đề nghị</Trans>
        </Anchor>
      );
    case 'units':
      return (
        <Anchor component={Link} to={paths.units.to()}>
          <Trans>Xem danh mục đơn vị</Trans>
        </Anchor>
      );
    default:
      return null;
  }
}
