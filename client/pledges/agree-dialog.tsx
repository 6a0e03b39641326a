import { Trans, useLingui } from '@lingui/react/macro';
import { List, Stack, Text } from '@mantine/core';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { openDoubts } from '#client/pledges/open-doubts.ts';
import { type PledgeYear, seenOf } from '#client/pledges/pledge-types.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';

/** Thống nhất nội dung: what is still open is said by name, then it is frozen as it stands on the screen. */
export function AgreeDialog({ year: { pledge }, onClose }: { year: PledgeYear; onClose: () => void }) {
  const { t } = useLingui();
  const { word } = useWords();
  const client = useTRPCClient();
  const act = useAction((seenHash: string) => client.pledges.agree.mutate({ ...seenOf(pledge), seenHash }), {
    done: t`Đã thống nhất nội dung`,
    onDone: onClose,
  });
  const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name).join(', ');
  const silent = names(pledge.opinions.filter(({ given }) => given === null || given.isOld));
  const amending = names(pledge.opinions.filter(({ given }) => given?.stance === 'amend' && !given.isOld));
  const without = names(
    pledge.opinions.filter(({ unitId }) =>
      pledge.indicators.every(({ cells }) => cells.every((cell) => cell.unitId !== unitId || cell.value === null)),
    ),
  );
  const doubted = openDoubts(pledge);
  return (
    <ConfirmDialog
      title={t`Thống nhất nội dung`}
      confirmLabel={t`Thống nhất nội dung`}
      onClose={onClose}
      pending={act.pending}
      problem={act.problem}
      onRetry={() => void act.retry()}
      onConfirm={() => void act.run(pledge.seenHash)}
    >
      <Stack gap="xs">
        <Text>
          <Trans>
            Nội dung chung và mọi chỉ tiêu được chốt như đang thấy. Từ đây không ai sửa được; muốn sửa phải mở lại, và
            chữ ký đã có sẽ hết hiệu lực.
          </Trans>
        </Text>
        {(silent || amending || without || doubted.length > 0) && (
          <List spacing={4}>
            {silent && (
              <List.Item>
                <Trans>Chưa cho ý kiến: {silent}.</Trans>
              </List.Item>
            )}
            {amending && (
              <List.Item>
                <Trans>Đề nghị sửa đổi: {amending}.</Trans>
              </List.Item>
            )}
            {without && (
              <List.Item>
                <Trans>Chưa đăng ký chỉ tiêu nào: {without}.</Trans>
              </List.Item>
            )}
            {doubted.map(({ unitId, unitName, indicator, doubt }) => (
              <List.Item key={`${unitId} ${indicator.id}`}>
                {unitName}, {indicator.name}: {word(REPORT_REASONS, doubt.code, doubt.facts)}
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </ConfirmDialog>
  );
}
