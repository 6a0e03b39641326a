import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import * as z from 'zod/mini';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { FormText } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import grids from '#client/core/grids.module.css';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { LookAlikeList } from '#client/recipients/look-alike-picker.tsx';
import { RecipientFields } from '#client/recipients/recipient-fields.tsx';
import type { LookAlike } from '#client/recipients/recipient-types.ts';
import { createRecipient, recipientDraft } from '#shared/recipients/recipient-page.schema.ts';
import { RECIPIENT_KIND_LABELS, recipientKind } from '#shared/recipients/recipients.schema.ts';

const { unitId, cccd } = createRecipient.shape;
const formSchema = z.strictObject({ ...recipientDraft.shape, recipientKind, unitId, cccd });
type V = z.input<typeof formSchema>;
type Values = z.output<typeof formSchema>;
type Alike = { values: Values; found: readonly LookAlike[]; hiddenCount: number };

/** A new recipient. Those who look alike are shown before it is added. */
export function NewRecipient({
  units,
  onClose,
}: {
  units: readonly { id: string; name: string }[];
  onClose: () => void;
}) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const { account } = useSession();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const [alike, setAlike] = useState<Alike | null>(null);
  const own = units.find(({ id }) => id === account.unitId);
  const form = useCheckedForm<V, Values>(formSchema, {
    recipientKind: 'individual',
    unitId: own?.id ?? '',
    name: '',
    sex: null,
    birth: '',
    founded: '',
    positionHeld: '',
    place: '',
    cccd: '',
  });
  const kind = useWatch({ control: form.control, name: 'recipientKind' });
  const isPerson = kind === 'individual';
  const likeName = alike?.values.name ?? '';

  const add = useAction(
    async ({ values, anyway }: { values: Values; anyway: boolean }, idempotencyKey) => {
      const { recipientKind, unitId, cccd, ...draft } = values;
      const number = recipientKind === 'individual' ? cccd : '';
      if (!anyway) {
        const { name, birth } = draft;
        const found = await client.recipients.lookAlikes.query({ recipientKind, name, birth, unitId, cccd: number });
        if (found.found.length + found.hiddenCount > 0) {
          setAlike({ values, ...found });
          return null;
        }
      }
      return client.recipients.create.mutate({ recipientKind, unitId, draft, cccd: number, anyway, idempotencyKey });
    },
    {
      done: (added) => (added ? t`Đã thêm “${form.getValues('name')}”` : undefined),
      onDone: (added) => added && navigate(paths.recipient.to(added.id)),
    },
  );

  return (
    <Modal opened onClose={onClose} title={t`Thêm tập thể, cá nhân`} size="lg">
      <CheckedForm
        form={form}
        problem={add.problem}
        onSubmit={(values) => {
          setAlike(null);
          return add.run({ values, anyway: false });
        }}
      >
        <Stack gap="sm">
          <ProblemAlert problem={generalOf(add.problem)} title={t`Chưa thêm được`} onRetry={add.retry} />
          <div className={grids.pair}>
            <FormSelect<V>
              name="recipientKind"
              label={t`Đối tượng`}
              required
              options={recipientKind.options.map((value) => ({ value, label: label(RECIPIENT_KIND_LABELS[value]) }))}
            />
            <FormSelect<V>
              name="unitId"
              label={t`Đơn vị`}
              required
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
              {...(own && units.length === 1 ? {} : { empty: t`Chọn…` })}
            />
          </div>
          <RecipientFields kind={kind} />
          {isPerson && (
            <FormText<V>
              name="cccd"
              label={t`Số căn cước (không bắt buộc)`}
              description={t`12 chữ số. Lưu ở dạng mã hóa; trên màn hình chỉ hiện 3 số cuối.`}
            />
          )}
          {alike && (
            <Alert role="alert" color="orange">
              <Stack gap="xs">
                <Text fw={600}>
                  <Trans>Có hồ sơ giống “{likeName}”</Trans>
                </Text>
                <LookAlikeList found={alike.found} hiddenCount={alike.hiddenCount} />
                <Group gap="xs">
                  <Button
                    variant="default"
                    loading={add.pending}
                    onClick={() => void add.run({ values: alike.values, anyway: true })}
                  >
                    <Trans>Vẫn thêm mới</Trans>
                  </Button>
                </Group>
              </Stack>
            </Alert>
          )}
          <DialogFoot onClose={onClose} pending={add.pending} send={<Trans>Thêm</Trans>} />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}
