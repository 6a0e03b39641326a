import type { Reader } from '#db/database.ts';

/** What must hold of work behind the scenes; each gives the ids that break it. */
export const invariants = [
  {
    name: 'job-held-while-it-runs',
    sentence: 'Công việc đang chạy thì có máy chủ giữ và hạn giữ; công việc khác thì không.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('job')
        .select('id')
        .where((eb) =>
          eb.or([
            eb.and([eb('status', '=', 'running'), eb.or([eb('leaseOwner', 'is', null), eb('leaseUntil', 'is', null)])]),
            eb.and([eb('status', '<>', 'running'), eb('leaseOwner', 'is not', null)]),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'job-ended-once',
    sentence: 'Công việc đã kết thúc có thời điểm kết thúc và không còn giữ chỗ; công việc chưa xong thì chưa có.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('job')
        .select('id')
        .where((eb) =>
          eb.or([
            eb.and([
              eb('status', 'in', ['done', 'failed', 'cancelled']),
              eb.or([eb('finishedAt', 'is', null), eb('dedupeKey', 'is not', null)]),
            ]),
            eb.and([eb('status', 'in', ['queued', 'running']), eb('finishedAt', 'is not', null)]),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
];
