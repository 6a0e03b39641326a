import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import type { MergeRow } from '#client/duplicates/duplicate-types.ts';
import css from '#client/duplicates/duplicates.module.css';
import { DUPLICATE_FIELD_LABELS } from '#shared/duplicates/duplicates.labels.ts';
import type { MergeId } from '#shared/duplicates/duplicates.schema.ts';

type Props = { merge: Pick<MergeRow, 'id' | 'version' | 'keptName' | 'mergedName'> };

/** Two records again, with a reason and what becomes of the suspicion. */
export function UndoMerge({ merge }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const [remember, setRemember] = useState<'open' | 'different'>('different');
  const { id, version, keptName, mergedName } = merge;
  const undo = useAction(
    (reason: string) => client.duplicates.undo.mutate({ id: id as MergeId, seenVersion: version, reason, remember }),
    {
      done: ({ changedSince, elsewhereCount }) => {
        const fields = changedSince.map((field) => label(DUPLICATE_FIELD_LABELS[field]!)).join(', ');
        if (fields) return t`Đã hoàn tác. Giữ nguyên nội dung người khác sửa sau khi ghép: ${fields}.`;
        if (elsewhereCount > 0)
          return t`Đã hoàn tác; ${elsewhereCount} mục đã chuyển sang hồ sơ khác nên không chuyển về.`;
        return t`Đã hoàn tác: hai hồ sơ trở lại như trước khi ghép.`;
      },
      onDone: () => setOpen(false),
    },
  );
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        <Trans>Hoàn tác</Trans>
      </Button>
      {open && (
        <ConfirmDialog
          title={t`Hoàn tác ghép hồ sơ`}
          confirmLabel={t`Hoàn tác ghép`}
          reason={{
            label: t`Lý do`,
            required: true,
            description: t`Lịch sử cập nhật của hai hồ sơ giữ lại lý do này.`,
          }}
          pending={undo.pending}
          problem={undo.problem}
          onRetry={() => void undo.retry()}
          onClose={() => setOpen(false)}
          onConfirm={({ reason }) => undo.run(reason)}
        >
          <Stack gap="xs">
            <Text>
              <Trans>
                “{mergedName}” tách khỏi “{keptName}”: lượt khen, đề nghị và tài liệu của hồ sơ nào về lại hồ sơ ấy. Nội
                dung người khác sửa sau khi ghép được giữ nguyên.
              </Trans>
            </Text>
            <fieldset className={css.plain}>
              <legend>
                <Trans>Sau khi hoàn tác</Trans>
              </legend>
              <label className={css.option}>
                <input
                  type="radio"
                  name="remember"
                  checked={remember === 'different'}
                  onChange={() => setRemember('different')}
                />
                <Trans>Ghi nhớ hai hồ sơ này không trùng, không hỏi lại</Trans>
              </label>
              <label className={css.option}>
                <input
                  type="radio"
                  name="remember"
                  checked={remember === 'open'}
                  onChange={() => setRemember('open')}
                />
                <Trans>Đưa lại vào danh sách nghi trùng</Trans>
              </label>
            </fieldset>
          </Stack>
        </ConfirmDialog>
      )}
    </>
  );
}
