import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useTRPCClient } from '#client/core/api.ts';
import { useLeaveGuard } from '#client/core/form/leave-guard.tsx';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { CompareTable } from '#client/duplicates/compare-table.tsx';
import { choiceFor, choicesOf, firstChoice, type Pair } from '#client/duplicates/duplicate-types.ts';
import css from '#client/duplicates/duplicates.module.css';
import { LEAST_REASON, type PairId } from '#shared/duplicates/duplicates.schema.ts';

/** The comparison with the choice of each value, the reason, and both ways out: one record, or two. */
export function MergeForm({ pair }: { pair: Pair }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState(() => firstChoice(pair));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const id = pair.id as PairId;
  const kept = pair.sides[chosen.keptAt]!;
  const merged = pair.sides[1 - chosen.keptAt]!;
  const trimmed = reason.trim().normalize('NFC');
  const isShort = trimmed.length < LEAST_REASON;
  const toQueue = () => navigate(paths.duplicates.to());

  const merge = useAction(
    (_: null, idempotencyKey) =>
      client.duplicates.merge.mutate({
        id,
        seenVersion: pair.version,
        keptId: kept.id as never,
        keptSeenVersion: kept.version,
        mergedSeenVersion: merged.version,
        choices: choicesOf(chosen),
        keepOtherName: chosen.keepOtherName,
        reason: trimmed,
        idempotencyKey,
      }),
    { done: t`Đã ghép hai hồ sơ; trong 30 ngày hoàn tác được ở mục “Đã ghép”`, onDone: toQueue },
  );
  const dismiss = useAction(
    (_: null) => client.duplicates.dismiss.mutate({ id, seenVersion: pair.version, reason: trimmed }),
    { done: t`Đã ghi nhớ hai hồ sơ không trùng`, onDone: toQueue },
  );
  const isDone = merge.pending || dismiss.pending;
  const leaveGuard = useLeaveGuard(trimmed !== '' && !isDone);
  const problem = merge.problem ?? dismiss.problem;
  const wrongReason = problem?.reasons.find(({ field }) => field === 'reason')?.text;

  function decide(act: () => Promise<unknown>) {
    setTried(true);
    merge.dismiss();
    dismiss.dismiss();
    if (!isShort && !isDone) void act();
  }

  return (
    <form
      noValidate
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        decide(() => merge.run(null));
      }}
    >
      {leaveGuard}
      <Stack gap="sm">
        <CompareTable
          pair={pair}
          chosen={chosen}
          onKeep={(keptAt) => setChosen(({ keepOtherName }) => ({ ...choiceFor(pair.sides, keptAt), keepOtherName }))}
          onChoose={(field, at) => setChosen((now) => ({ ...now, values: { ...now.values, [field]: at } }))}
        />
        {pair.differs.includes('name') && (
          <label className={css.option}>
            <input
              type="checkbox"
              checked={chosen.keepOtherName}
              onChange={(event) => {
                const keepOtherName = event.currentTarget.checked;
                setChosen((now) => ({ ...now, keepOtherName }));
              }}
            />
            <Trans>Giữ cả hai tên: tên không chọn được ghi là tên khác, vẫn tìm thấy bằng tên đó</Trans>
          </label>
        )}
        <Text c="gray.7">
          <Trans>
            Khi ghép, lượt khen, đề nghị, tạm dừng và tài liệu của “{merged.name}” chuyển sang hồ sơ được giữ; tên đã in
            trên bằng không đổi. Hoàn tác được trong 30 ngày.
          </Trans>
        </Text>
        <Textarea
          label={t`Lý do`}
          required
          autosize
          minRows={2}
          maxRows={6}
          maw={720}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={wrongReason ?? (tried && isShort ? t`Nhập lý do, ít nhất ${LEAST_REASON} ký tự` : undefined)}
        />
        <ProblemAlert
          problem={problem}
          title={t`Chưa xử lý được cặp hồ sơ này`}
          onRetry={() => void (merge.problem ? merge.retry() : dismiss.retry())}
        />
        <Group gap="xs">
          <Button type="submit" loading={merge.pending}>
            <Trans>Ghép hai hồ sơ</Trans>
          </Button>
          <Button variant="default" loading={dismiss.pending} onClick={() => decide(() => dismiss.run(null))}>
            <Trans>Không trùng</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
