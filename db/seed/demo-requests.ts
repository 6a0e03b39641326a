import type { Writer } from '#db/database.ts';
import type { DemoYear } from '#db/seed/demo-reports.ts';
import { insertRows } from '#db/seed/insert-rows.ts';

const SON_LA = 'VN63-14';
/** One office has answered and waits to be merged, one is late. The figures are invented. */
const ASKED = [
  {
    officeName: 'Sở Lao động - Thương binh và Xã hội',
    dueOn: '2024-02-28',
    code: 'poverty-reduction',
    answer: { value: 362, note: 'Số sơ bộ theo rà soát cuối năm (số minh họa).' },
  },
  {
    officeName: 'Văn phòng Điều phối nông thôn mới tỉnh',
    dueOn: '2024-02-28',
    code: 'new-rural-communes',
    answer: null,
  },
] as const;

/** What the reporter of Sơn La has asked of the offices of the province for the report that is still open. */
export async function seedDemoRequests(tx: Writer, { clusterYearId, versionOf, newId }: DemoYear): Promise<void> {
  const report = await tx
    .selectFrom('report')
    .select('id')
    .where('clusterYearId', '=', clusterYearId)
    .where('unitId', '=', SON_LA)
    .where('period', '=', 'year-end')
    .executeTakeFirstOrThrow();
  for (const { officeName, dueOn, code, answer } of ASKED) {
    const id = newId();
    const asked = { askedAt: '2024-02-22T02:00:00.000Z', askedBy: 'Cán bộ tổng hợp Sơn La' };
    const answered = answer
      ? { answeredAt: '2024-02-27T08:30:00.000Z', answeredBy: 'Người cung cấp số (minh họa)' }
      : { answeredAt: null, answeredBy: null };
    const status = answer ? ('answered' as const) : ('open' as const);
    const head = { id, reportId: report.id, unitId: null, officeName, dueOn, status, linkHash: null, linkUntil: null };
    await insertRows(tx, 'reportRequest', [{ ...head, ...asked, ...answered, isDemo: 1 }]);
    await insertRows(tx, 'reportRequestCell', [
      {
        requestId: id,
        indicatorVersionId: versionOf.get(code)!,
        value: answer?.value ?? null,
        valueStatus: 'preliminary',
        note: answer?.note ?? '',
        outcome: null,
      },
    ]);
  }
}
