import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, SimpleGrid, Stack } from '@mantine/core';
import { type Conference, type Delegate, type Member, seenOf } from '#client/conferences/conference-types.ts';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { FormNumber, FormText } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import {
  DELEGATE_ROLE_LABELS,
  type DelegateDraft,
  delegateDraft,
  delegateRole,
} from '#shared/conferences/conferences.schema.ts';

type Props = {
  conference: Conference;
  members: readonly Member[];
  /** Null for a new one. */
  delegate: Delegate | null;
  onClose: () => void;
};

const NEW: DelegateDraft = {
  role: 'delegate',
  unitId: null,
  organization: '',
  name: '',
  positionHeld: '',
  headcount: 1,
  note: '',
};

/** One line of the list as the standing office writes it: a person, or so many people of a delegation. */
export function DelegateDialog({ conference, members, delegate, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const form = useCheckedForm(delegateDraft, delegate ? draftOf(delegate) : NEW);
  const save = useAction(
    async (draft: DelegateDraft, idempotencyKey) => {
      if (delegate) await client.conferences.saveDelegate.mutate({ ...seenOf(delegate), draft });
      else await client.conferences.addDelegate.mutate({ conferenceId: conference.id, draft, idempotencyKey });
    },
    { done: t`Đã lưu danh sách đại biểu`, onDone: onClose },
  );
  const remove = useAction((row: Delegate) => client.conferences.removeDelegate.mutate(seenOf(row)), {
    done: t`Đã bỏ khỏi danh sách đại biểu`,
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={delegate ? t`Sửa đại biểu` : t`Thêm đại biểu`} size="lg">
      <CheckedForm form={form} problem={save.problem} onSubmit={(draft) => void save.run(draft)}>
        <Stack gap="sm">
          <ProblemAlert
            problem={generalOf(save.problem ?? remove.problem)}
            title={t`Chưa lưu được danh sách đại biểu`}
            onRetry={() => void save.retry()}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <FormSelect<DelegateDraft>
              name="role"
              label={t({ message: 'Thành phần', context: 'role' })}
              required
              options={delegateRole.options.map((value) => ({ value, label: label(DELEGATE_ROLE_LABELS[value]) }))}
            />
            <FormSelect<DelegateDraft>
              name="unitId"
              label={t`Đơn vị thành viên`}
              description={t`Đơn vị được chọn tự trả lời giấy mời`}
              empty={t`Không thuộc đơn vị thành viên`}
              options={members.map(({ unitId, name }) => ({ value: unitId, label: name }))}
            />
          </SimpleGrid>
          <FormText<DelegateDraft> name="organization" label={t`Cơ quan, tổ chức`} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <FormText<DelegateDraft> name="name" label={t`Họ và tên`} description={t`Để trống nếu là cả đoàn`} />
            <FormText<DelegateDraft> name="positionHeld" label={t`Chức vụ, thành phần đoàn`} description={t`Nếu có`} />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <FormNumber<DelegateDraft> name="headcount" label={t`Số người`} unit={t`người`} decimals={0} required />
            <FormText<DelegateDraft> name="note" label={t`Ghi chú`} />
          </SimpleGrid>
          <DialogFoot
            onClose={onClose}
            pending={save.pending}
            send={<Trans>Lưu</Trans>}
            aside={
              delegate && (
                <Button
                  variant="subtle"
                  color="red.8"
                  loading={remove.pending}
                  onClick={() => void remove.run(delegate)}
                >
                  <Trans>Bỏ khỏi danh sách</Trans>
                </Button>
              )
            }
          />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}

function draftOf(row: Delegate): DelegateDraft {
  const { role, unitId, organization, name, positionHeld, headcount, note } = row;
  return { role, unitId: unitId as DelegateDraft['unitId'], organization, name, positionHeld, headcount, note };
}
