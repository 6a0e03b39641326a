import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { toast } from '#client/core/toast.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { SaveViewDialog } from '#client/saved-views/save-view-dialog.tsx';
import type { OnScreen, SavedView, SavedViews } from '#client/saved-views/view-types.ts';
import { ROLE_LABELS } from '#shared/accounts/accounts.schema.ts';
import { type SavedList, VIEW_AUDIENCE_LABELS, viewAudience } from '#shared/saved-views/saved-views.schema.ts';

type Props = {
  list: SavedList;
  views: SavedViews;
  chosen: SavedView | null;
  onScreen: OnScreen;
  /** Somebody changed filters, order or columns since the view was chosen. */
  isChanged: boolean;
  /** Shows a view; null: the list without one. */
  onChoose: (view: Pick<SavedView, 'id' | 'query'> | null) => void;
};
type Dialog = 'new' | 'edit' | 'remove' | null;

/** Chế độ xem: chooses, saves, renames, shares and deletes views of a list. */
export const SavedViewPicker = memo(function SavedViewPicker(props: Props) {
  const { list, views, chosen, onScreen, isChanged, onChoose } = props;
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);

  const update = useAction(
    (view: SavedView) =>
      client.savedViews.save.mutate({ id: view.id, seenVersion: view.version, name: view.name, ...onScreen }),
    {
      done: t`Đã cập nhật chế độ xem`,
      onProblem: ({ reasons }) => toast(reasons[0]?.text ?? t`Chưa cập nhật được chế độ xem. Hãy thử lại.`, 'bad'),
    },
  );
  const remove = useAction(
    (view: SavedView) => client.savedViews.remove.mutate({ id: view.id, seenVersion: view.version }),
    {
      done: t`Đã xóa chế độ xem`,
      onDone: () => {
        close();
        onChoose(null);
      },
    },
  );

  return (
    <>
      <Menu
        position="bottom-end"
        withinPortal
        shadow="md"
        width={320}
        hideDetached={false}
        transitionProps={{ duration: 0 }}
      >
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            maw={300}
          >
            {chosen === null ? (
              <Trans>Chế độ xem</Trans>
            ) : isChanged ? (
              <Trans>{chosen.name} (đã đổi)</Trans>
            ) : (
              chosen.name
            )}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={t`Chế độ xem`} mah="70vh" style={{ overflowY: 'auto' }}>
          <Menu.Item leftSection={<Tick shown={chosen === null} />} onClick={() => onChoose(null)}>
            <Trans>Toàn bộ danh sách</Trans>
          </Menu.Item>
          {viewAudience.options.map((audience) => {
            const group = views.views.filter((view) => view.audience === audience);
            return (
              group.length > 0 && (
                <div key={audience} role="none">
                  <Menu.Label>{label(VIEW_AUDIENCE_LABELS[audience])}</Menu.Label>
                  {group.map((view) => (
                    <Menu.Item
                      key={view.id}
                      leftSection={<Tick shown={view.id === chosen?.id} />}
                      onClick={() => onChoose(view)}
                    >
                      {view.name}
                      {view.role && ` · ${label(ROLE_LABELS[view.role])}`}
                      {!view.isMine && view.ownerName && audience === 'unit' && ` · ${view.ownerName}`}
                    </Menu.Item>
                  ))}
                </div>
              )
            );
          })}
          <Menu.Divider />
          {chosen?.mayChange && (
            <>
              <Menu.Item disabled={!isChanged || update.pending} onClick={() => void update.run(chosen)}>
                <Trans>Cập nhật “{chosen.name}” theo màn hình này</Trans>
              </Menu.Item>
              <Menu.Item onClick={() => setDialog('edit')}>
                <Trans>Đổi tên, chia sẻ…</Trans>
              </Menu.Item>
              <Menu.Item onClick={() => setDialog('remove')}>
                <Trans>Xóa chế độ xem…</Trans>
              </Menu.Item>
            </>
          )}
          <Menu.Item onClick={() => setDialog('new')}>
            <Trans>Lưu thành chế độ xem mới…</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'new' && (
        <SaveViewDialog list={list} view={null} onScreen={onScreen} onClose={close} onSaved={onChoose} />
      )}
      {dialog === 'edit' && chosen && (
        <SaveViewDialog list={list} view={chosen} onScreen={onScreen} onClose={close} onSaved={() => undefined} />
      )}
      {dialog === 'remove' && chosen && (
        <ConfirmDialog
          title={t`Xóa chế độ xem`}
          confirmLabel={t`Xóa`}
          danger
          onClose={close}
          onConfirm={() => void remove.run(chosen)}
          pending={remove.pending}
          problem={remove.problem}
          onRetry={() => void remove.retry()}
        >
          {chosen.audience === 'mine' ? (
            <Trans>Chế độ xem “{chosen.name}” sẽ bị xóa. Dữ liệu trong danh sách không thay đổi.</Trans>
          ) : (
            <Trans>
              Chế độ xem “{chosen.name}” đang dùng chung; sau khi xóa, mọi người không còn thấy. Dữ liệu trong danh sách
              không thay đổi.
            </Trans>
          )}
        </ConfirmDialog>
      )}
    </>
  );
});

function Tick({ shown }: { shown: boolean }) {
  return <IconCheck size={14} aria-hidden style={{ visibility: shown ? 'visible' : 'hidden' }} />;
}
