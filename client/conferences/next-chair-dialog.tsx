import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Modal, SimpleGrid, Stack } from '@mantine/core';
import * as z from 'zod/mini';
import { type Conference, type Member, seenOf } from '#client/conferences/conference-types.ts';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { FormNumber, FormText, FormTextarea } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { NEXT_CHAIR_METHOD_LABELS, nextChair, nextChairMethod } from '#shared/conferences/next-chair.schema.ts';

const form = z.object({
  ...nextChair.shape,
  chairUnitId: z.string().check(z.minLength(1, { error: 'required' })),
  deputyUnitId: z.nullable(z.string()),
  reason: z.string(),
});
type Values = z.output<typeof form>;
type Props = { conference: Conference; members: readonly Member[]; onClose: () => void };

/** Writes down who leads next year; once the minutes are closed with a reason. */
export function NextChairDialog({ conference, members, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const { nextChair: found, status } = conference;
  const here = conference.delegates.filter((one) => one.attendance === 'present' && one.unitId !== null);
  const presentUnits = new Set(here.map(({ unitId }) => unitId)).size;
  const checked = useCheckedForm(form, {
    chairUnitId: found?.chairUnitId ?? '',
    deputyUnitId: found?.deputyUnitId ?? null,
    method: found?.method ?? 'consensus',
    presentVotes: found?.presentVotes ?? (presentUnits || null),
    agreedVotes: found?.agreedVotes ?? null,
    note: found?.note ?? '',
    reason: '',
  } as Values);
  const isVote = checked.watch('method') === 'vote';
  const save = useAction(
    (values: Values | null) => {
      const { reason = '', ...result } = values ?? {};
      return client.conferences.saveNextChair.mutate({
        ...seenOf(conference),
        result: values ? (result as never) : null,
        reason: values ? reason : checked.getValues('reason'),
      });
    },
    { done: t`Đã ghi Cụm trưởng, Cụm phó năm sau`, onDone: onClose },
  );
  const units = members.map(({ unitId, name }) => ({ value: unitId, label: name }));
  return (
    <Modal opened onClose={onClose} title={t`Cụm trưởng, Cụm phó năm sau`} size="lg">
      <CheckedForm form={checked} problem={save.problem} onSubmit={(values) => void save.run(values)}>
        <Stack gap="sm">
          <ProblemAlert
            problem={generalOf(save.problem)}
            title={t`Chưa ghi được kết quả`}
            onRetry={() => void save.retry()}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <FormSelect<Values> name="chairUnitId" label={t`Cụm trưởng`} options={units} empty={t`Chọn…`} required />
            <FormSelect<Values> name="deputyUnitId" label={t`Cụm phó`} options={units} empty={t`Chưa có`} />
            <FormSelect<Values>
              name="method"
              label={t`Hình thức`}
              options={nextChairMethod.options.map((value) => ({
                value,
                label: label(NEXT_CHAIR_METHOD_LABELS[value]),
              }))}
              required
            />
          </SimpleGrid>
          {isVote && (
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              <FormNumber<Values>
                name="presentVotes"
                label={t`Số có mặt biểu quyết`}
                description={t`Mỗi đơn vị một phiếu, hoặc theo Quy chế của Cụm`}
                decimals={0}
                required
              />
              <FormNumber<Values> name="agreedVotes" label={t`Số đồng ý`} decimals={0} required />
            </SimpleGrid>
          )}
          <FormTextarea<Values> name="note" label={t`Ghi chú`} rows={2} />
          {status === 'held' && (
            <>
              <Alert color="orange">
                <Trans>Biên bản đã chốt. Sửa kết quả thì nêu lý do; biên bản đính chính riêng ở mục Biên bản.</Trans>
              </Alert>
              <FormText<Values> name="reason" label={t`Lý do sửa`} required />
            </>
          )}
          <DialogFoot
            onClose={onClose}
            pending={save.pending}
            send={<Trans>Lưu</Trans>}
            aside={
              found && (
                <Button variant="subtle" color="red.8" loading={save.pending} onClick={() => void save.run(null)}>
                  <Trans>Bỏ kết quả đã ghi</Trans>
                </Button>
              )
            }
          />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}
