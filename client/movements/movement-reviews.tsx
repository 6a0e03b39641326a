import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { FormDate, FormTextarea } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { inputOf, type Movement, type MovementsOfYear } from '#client/movements/movement-types.ts';
import { formatDate } from '#shared/core/dates.ts';
import {
  REVIEW_KIND_LABELS,
  type ReviewDraft,
  type ReviewKind,
  reviewDraft,
  reviewKind,
} from '#shared/movements/confirm.schema.ts';

type Props = { data: MovementsOfYear; movement: Movement };

/** Sơ kết, tổng kết of the movement in the year. */
export function MovementReviews({ data, movement }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const [writing, setWriting] = useState<ReviewKind | null>(null);
  const mayWrite = movement.actions.saveReview.allowed;
  return (
    <section aria-label={t`Sơ kết, tổng kết`}>
      <Title order={2} mb={6}>
        <Trans>Sơ kết, tổng kết</Trans>
      </Title>
      <Stack gap="xs">
        {reviewKind.options.map((kind) => {
          const review = movement.reviews.find((one) => one.kind === kind);
          const name = label(REVIEW_KIND_LABELS[kind]);
          return (
            <Group key={kind} align="flex-start" wrap="nowrap" gap="xs">
              <div style={{ flex: 1, whiteSpace: 'pre-line' }}>
                <strong>{name}</strong>:{' '}
                {review ? (
                  `${formatDate(review.heldOn)}. ${review.content}`
                ) : (
                  <Text span c="gray.7">
                    <Trans>chưa ghi</Trans>
                  </Text>
                )}
              </div>
              {mayWrite && (
                <Button size="xs" variant="default" aria-label={t`Ghi ${name}`} onClick={() => setWriting(kind)}>
                  {review ? <Trans>Sửa</Trans> : <Trans>Ghi</Trans>}
                </Button>
              )}
            </Group>
          );
        })}
      </Stack>
      {writing && <ReviewForm data={data} movement={movement} kind={writing} onClose={() => setWriting(null)} />}
    </section>
  );
}

function ReviewForm({ data, movement, kind, onClose }: Props & { kind: ReviewKind; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const before = movement.reviews.find((one) => one.kind === kind);
  const form = useCheckedForm(reviewDraft, {
    heldOn: before?.heldOn ?? data.today,
    content: before?.content ?? '',
  });
  const save = useAction(
    (draft: ReviewDraft) =>
      client.movements.saveReview.mutate({
        ...inputOf(data.year.id),
        id: movement.id as never,
        kind,
        seenVersion: before?.version ?? null,
        draft,
      }),
    { done: t`Đã ghi`, onDone: onClose },
  );
  return (
    <Modal opened onClose={onClose} title={label(REVIEW_KIND_LABELS[kind])} size="lg">
      <CheckedForm form={form} problem={save.problem} onSubmit={(draft) => save.run(draft)}>
        <Stack gap="sm">
          <ProblemAlert problem={generalOf(save.problem)} title={t`Chưa ghi được`} onRetry={save.retry} />
          <FormDate<ReviewDraft> name="heldOn" label={t`Ngày`} required />
          <FormTextarea<ReviewDraft> name="content" label={t`Nội dung`} rows={5} required />
          <DialogFoot onClose={onClose} pending={save.pending} send={<Trans>Lưu</Trans>} />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}
