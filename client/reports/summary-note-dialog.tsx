import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import type { Summary, SummaryIndicator } from '#client/reports/report-types.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { formatInstant } from '#shared/core/dates.ts';
import type { SummaryNoteKind } from '#shared/reports/summary.schema.ts';

type Note = SummaryIndicator['paperNote'];
type Props = {
  kind: SummaryNoteKind;
  note: Note;
  indicator: SummaryIndicator;
  summary: Summary;
  /** What the program would write; shown where the office keeps its own words. */
  computed: string | null;
  onClose: () => void;
};

/** A word kept beside a figure of the summary, with every earlier version of it. */
export function SummaryNoteDialog({ kind, note, indicator, summary, computed, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const [content, setContent] = useState(note?.content || computed || '');
  const { name } = indicator;
  const save = useAction(
    (text: string) =>
      client.reports.saveSummaryNote.mutate({
        clusterYearId: summary.clusterYear.id as ClusterYearId,
        period: summary.period,
        indicatorVersionId: indicator.id as never,
        kind,
        content: text.trim(),
        seenVersion: note?.version ?? 0,
      }),
    { done: t`Đã lưu`, onDone: onClose },
  );
  const versions = note ? [note, ...note.earlier] : [];
  return (
    <Modal
      opened
      onClose={onClose}
      title={kind === 'paper' ? t`Cách ghi trong báo cáo` : t`Giải trình chênh lệch`}
      size="lg"
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save.run(content);
        }}
      >
        <Stack gap="sm">
          <ProblemAlert problem={save.problem} title={t`Chưa lưu được`} onRetry={save.retry} />
          <Textarea
            label={name}
            description={
              kind === 'paper'
                ? t`Ghi đúng như sẽ in trong báo cáo. Để trống: dùng lại cách ghi hệ thống tính.`
                : t`Vì sao thay đổi của số cuối kỳ khác số trong kỳ.`
            }
            autosize
            minRows={2}
            maxLength={500}
            value={content}
            onChange={(event) => setContent(event.currentTarget.value)}
          />
          {computed && (
            <Text size="sm">
              <Trans>Hệ thống tính: “{computed}”</Trans>
            </Text>
          )}
          {versions.length > 0 && (
            <section aria-label={t`Lịch sử`}>
              {versions.map(({ version, content: was, savedAt, savedBy }) => {
                const at = formatInstant(savedAt);
                return (
                  <Text key={version} size="sm">
                    {at}, {savedBy}: {was === '' ? <Trans>bỏ lời ghi</Trans> : `“${was}”`}
                  </Text>
                );
              })}
            </section>
          )}
          <DialogFoot onClose={onClose} pending={save.pending} send={<Trans>Lưu</Trans>} />
        </Stack>
      </form>
    </Modal>
  );
}
