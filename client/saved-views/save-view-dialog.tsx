import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { FormText } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import type { OnScreen, SavedView } from '#client/saved-views/view-types.ts';
import { ROLE_LABELS, role } from '#shared/accounts/accounts.schema.ts';
import {
  createSavedView,
  type SavedList,
  VIEW_AUDIENCE_LABELS,
  type ViewAudience,
} from '#shared/saved-views/saved-views.schema.ts';

const { name, audience } = createSavedView.shape;
const formSchema = z.object({ name, audience, role: z.nullable(role) });
type V = z.input<typeof formSchema>;
type Values = z.output<typeof formSchema>;

type Props = {
  list: SavedList;
  /** The view to rename and share; null: a new one. */
  view: SavedView | null;
  onScreen: OnScreen;
  onClose: () => void;
  onSaved: (view: Pick<SavedView, 'id' | 'query'>) => void;
};

/** Name of a view, and for whom it is. */
export function SaveViewDialog({ list, view, onScreen, onClose, onSaved }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const { account, can } = useSession();
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useCheckedForm<V, Values>(formSchema, {
    name: view?.name ?? '',
    audience: view?.audience ?? 'mine',
    role: view?.role ?? null,
  });
  const chosen = useWatch({ control: form.control, name: 'audience' });
  const mayShare = can('savedViews.share');
  const isAdmin = account.roles.includes('admin');
  const audiences: ViewAudience[] = [
    'mine',
    ...(mayShare && account.unitId ? (['unit'] as const) : []),
    ...(isAdmin ? (['role'] as const) : []),
  ];

  const save = useAction(
    async (values: Values, idempotencyKey) => {
      const to = { audience: values.audience, role: values.audience === 'role' ? values.role : null };
      if (view === null) {
        const { id } = await client.savedViews.create.mutate({
          list,
          name: values.name,
          ...onScreen,
          ...to,
          idempotencyKey,
        });
        return { id, query: onScreen.query };
      }
      let { id, version } = view;
      // Only the name: filters and columns are updated from the menu.
      if (values.name !== view.name) {
        const kept = { query: view.query, layout: view.layout ?? onScreen.layout };
        ({ version } = await client.savedViews.save.mutate({ id, seenVersion: version, name: values.name, ...kept }));
      }
      if (to.audience !== view.audience || to.role !== view.role)
        ({ id } = await client.savedViews.share.mutate({ id, seenVersion: version, ...to }));
      return { id, query: view.query };
    },
    {
      done: t`Đã lưu chế độ xem`,
      onDone: (saved) => {
        onSaved(saved);
        onClose();
      },
      // The name may be kept already and only sharing refused: the next press goes on from there.
      onProblem: () => void queryClient.invalidateQueries(trpc.savedViews.list.queryFilter({ list })),
    },
  );

  return (
    <Modal opened onClose={onClose} title={view ? t`Đổi tên, chia sẻ chế độ xem` : t`Lưu chế độ xem`} size="md">
      <CheckedForm form={form} problem={save.problem} onSubmit={(values) => save.run(values)}>
        <Stack gap="sm">
          {view === null && (
            <Text c="gray.7">
              <Trans>Lưu bộ lọc, thứ tự và các cột đang thấy trên màn hình dưới một tên.</Trans>
            </Text>
          )}
          <ProblemAlert problem={generalOf(save.problem)} onRetry={save.retry} />
          <FormText<V> name="name" label={t`Tên chế độ xem`} required />
          {audiences.length > 1 && (
            <FormSelect<V>
              name="audience"
              label={t`Ai dùng`}
              options={audiences.map((value) => ({ value, label: label(VIEW_AUDIENCE_LABELS[value]) }))}
              required
            />
          )}
          {chosen === 'role' && (
            <FormSelect<V>
              name="role"
              label={t`Vai trò`}
              description={t`Danh sách của người có vai trò này mở ra với chế độ xem này.`}
              options={role.options.map((value) => ({ value, label: label(ROLE_LABELS[value]) }))}
              empty={t`Chọn…`}
              required
            />
          )}
          <DialogFoot onClose={onClose} pending={save.pending} send={<Trans>Lưu chế độ xem</Trans>} />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}
