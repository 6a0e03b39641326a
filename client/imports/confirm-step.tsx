import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text, Title } from '@mantine/core';
import { useTRPCClient } from '#client/core/api.ts';
import { Fact, Facts } from '#client/core/facts.tsx';
import { SubmitBar } from '#client/core/form/submit-bar.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { columnLetters } from '#client/imports/mapping-draft.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import { IMPORT_KIND_LABELS, type ImportRunId } from '#shared/imports/imports.schema.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

type Props = { run: ImportRunView; onBack: () => void; onConfirmed: () => void };

/** Xác nhận: everything that will happen, once more, before anything is written. */
export function ConfirmStep({ run, onBack, onConfirmed }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const confirm = useAction(
    (_: null, idempotencyKey) =>
      client.imports.confirm.mutate({ id: run.id as ImportRunId, seenVersion: run.version, idempotencyKey }),
    { onDone: onConfirmed },
  );
  const { counts, chosen, scopeName } = run;
  if (counts === null || chosen === null) return null;
  const fields = FIELDS_OF_KIND[run.kind];
  const added = formatScaled(counts.new, 0);
  const changed = formatScaled(counts.changed, 0);
  const left = formatScaled(counts.wrong + counts.doubtful + counts.skipped, 0);
  const same = formatScaled(counts.unchanged, 0);
  const writes = formatScaled(counts.new + counts.changed, 0);
  const { allowed, reasons } = run.actions.confirm;
  const taken = chosen.columns.flatMap(({ index, field }) => {
    const known = fields.find(({ id }) => id === field);
    return known ? [`${columnLetters(index)}: ${label(known.label)}`] : [];
  });
  return (
    <Stack gap="sm">
      <Title order={2}>
        <Trans>
          Sẽ thêm {added}, cập nhật {changed}, bỏ qua {left}
        </Trans>
      </Title>
      <Facts terms={190} most={760}>
        <Fact term={t`Tệp`}>{run.fileName}</Fact>
        <Fact term={t`Trang tính`}>{chosen.sheet}</Fact>
        <Fact term={t`Nội dung`}>{label(IMPORT_KIND_LABELS[run.kind])}</Fact>
        <Fact term={t`Thuộc`}>{scopeName ?? t`Theo cột đơn vị trong tệp`}</Fact>
        <Fact term={t`Cột được nhập`}>{taken.join(' · ')}</Fact>
        <Fact term={t`Thêm mới`}>
          <Trans>{added} dòng</Trans>
        </Fact>
        <Fact term={t`Cập nhật`}>
          {counts.changed === 0 ? (
            <Trans>{changed} dòng</Trans>
          ) : (
            <Trans>{changed} dòng; giá trị cũ được giữ lại để hoàn tác</Trans>
          )}
        </Fact>
        <Fact term={t`Không đổi`}>
          <Trans>{same} dòng đã có đúng như vậy</Trans>
        </Fact>
        <Fact term={t`Bỏ qua`}>
          <LeftOut run={run} />
        </Fact>
      </Facts>
      <Text maw={760}>
        <Trans>
          Máy chủ ghi ở chế độ nền, bạn có thể làm việc khác. Cả lần nhập hoàn tác được trong 24 giờ sau khi ghi xong.
        </Trans>
      </Text>
      {!allowed && <Reasons reasons={reasons} />}
      <ProblemAlert problem={confirm.problem} title={t`Chưa ghi được`} onRetry={() => void confirm.retry()} />
      <SubmitBar>
        <Button variant="default" onClick={onBack}>
          <Trans>Quay lại kiểm tra</Trans>
        </Button>
        <Button disabled={!allowed} loading={confirm.pending} onClick={() => void confirm.run(null)}>
          <Trans>Ghi {writes} dòng</Trans>
        </Button>
      </SubmitBar>
    </Stack>
  );
}

function LeftOut({ run: { counts } }: { run: ImportRunView }) {
  const wrong = formatScaled(counts?.wrong ?? 0, 0);
  const doubtful = formatScaled(counts?.doubtful ?? 0, 0);
  const skipped = formatScaled(counts?.skipped ?? 0, 0);
  return (
    <Trans>
      {wrong} dòng lỗi, {doubtful} dòng cần xem lại, {skipped} dòng bạn bỏ qua
    </Trans>
  );
}
