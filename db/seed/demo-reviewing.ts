import type { Writer } from '#db/database.ts';
import type { DemoYear } from '#db/seed/demo-reports.ts';
import { insertRows } from '#db/seed/insert-rows.ts';

const SON_LA = 'VN63-14';
const CAO_BANG = 'VN63-04';
const OFFICE = 'Chuyên viên TĐKT Lạng Sơn';
const REMINDER =
  'Sở Nội vụ tỉnh Lạng Sơn trân trọng đề nghị quý cơ quan quan tâm gửi Báo cáo tổng kết năm 2023 (hạn 15/01/2024) để Cụm tổng hợp đúng kế hoạch. Trân trọng cảm ơn!';

/** What the chair's office has said so far: Sơn La was reminded, a question to Cao Bằng was answered and is done. */
export async function seedDemoReviewing(tx: Writer, { clusterYearId, versionOf, newId }: DemoYear): Promise<void> {
  const reportOf = async (unitId: string) =>
    (
      await tx
        .selectFrom('report')
        .select('id')
        .where('clusterYearId', '=', clusterYearId)
        .where('unitId', '=', unitId)
        .where('period', '=', 'year-end')
        .executeTakeFirstOrThrow()
    ).id;
  const reminded = { id: newId(), reportId: await reportOf(SON_LA), sentAt: '2024-02-20T02:15:00.000Z' };
  await insertRows(tx, 'reportReminder', [{ ...reminded, sentBy: OFFICE, content: REMINDER }]);
  const key = { reportId: await reportOf(CAO_BANG), indicatorVersionId: versionOf.get('poverty-reduction')! };
  await insertRows(tx, 'reportThread', [{ ...key, status: 'done' as const, version: 3 }]);
  await insertRows(tx, 'reportComment', [
    {
      ...{ id: newId(), ...key, side: 'chair' as const },
      content: 'Số này là số sơ bộ hay số chính thức sau rà soát cuối năm?',
      ...{ saidAt: '2024-01-17T02:30:00.000Z', saidBy: OFFICE },
    },
    {
      ...{ id: newId(), ...key, side: 'unit' as const },
      content: 'Số chính thức theo quyết định phê duyệt kết quả rà soát (nội dung minh họa).',
      ...{ saidAt: '2024-01-17T08:10:00.000Z', saidBy: 'Cán bộ tổng hợp Cao Bằng' },
    },
  ]);
}
