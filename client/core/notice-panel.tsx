import { Trans } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { Link } from 'react-router';
import { type AppRouter, useTRPC, useTRPCClient } from '#client/core/api.ts';
import css from '#client/core/notice-bell.module.css';
import { paths } from '#client/core/paths.ts';
import { formatInstant } from '#shared/core/dates.ts';

type Notice = inferRouterOutputs<AppRouter>['notices']['list']['rows'][number];

/** The notices of whoever is signed in, newest first; opening one marks it as read. */
export default function NoticePanel() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { data, error } = useQuery({ ...trpc.notices.list.queryOptions(), staleTime: 0 });
  const rows = data?.rows ?? [];
  const newest = rows[0]?.id;

  async function markRead(which: { id: string } | { upToId: string }): Promise<void> {
    await client.notices.markRead.mutate(which as never).catch(() => {}); // it stays unread: nothing is lost
    await Promise.all([
      queryClient.invalidateQueries(trpc.notices.list.queryFilter()),
      queryClient.invalidateQueries(trpc.notices.unread.queryFilter()),
    ]);
  }

  return (
    <div className={css.panel}>
      {error && (
        <div className={css.none}>
          <Trans>Chưa tải được thông báo. Kiểm tra mạng rồi mở lại.</Trans>
        </div>
      )}
      {data && rows.length === 0 && (
        <div className={css.none}>
          <Trans>
            Chưa có thông báo nào. Đôn đốc, ý kiến về số liệu, đề nghị bổ sung, thay đổi hạn và việc chạy xong hiện ở
            đây.
          </Trans>
        </div>
      )}
      <ul className={css.list}>
        {rows.map((notice) => (
          <li key={notice.id}>
            <Link to={placeOf(notice)} onClick={() => void markRead({ id: notice.id })}>
              <span className={notice.isRead ? undefined : css.unread}>{notice.text}</span>
              <span className={css.at}>{formatInstant(notice.at)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className={css.foot}>
        {data && data.unread > 0 && newest && (
          <button type="button" onClick={() => void markRead({ upToId: newest })}>
            <Trans>Đánh dấu đã đọc hết</Trans>
          </button>
        )}
        <Link to={paths.jobs.to()}>
          <Trans>Công việc đang chạy</Trans>
        </Link>
      </div>
    </div>
  );
}

/** Where a notice leads: the record it is about, else the job with its file and reasons. */
function placeOf({ kind, jobId, subjectId, link }: Notice): string {
  if (link?.startsWith('/')) return link;
  if (kind === 'pack.make' && subjectId) return paths.conferencePacks.to(subjectId);
  if (kind?.startsWith('import.') && subjectId) return paths.importRun.to(subjectId);
  return jobId ? `${paths.jobs.to()}?mo=${jobId}` : paths.jobs.to();
}
