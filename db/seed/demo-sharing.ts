import type { Writer } from '#db/database.ts';
import type { DemoYear } from '#db/seed/demo-reports.ts';
import { insertRows } from '#db/seed/insert-rows.ts';
import { fold } from '#shared/core/fold.ts';
import { effectFold } from '#shared/exemplars/effects.schema.ts';
import { exemplarFold } from '#shared/exemplars/exemplars.rules.ts';

const [SON_LA, LAI_CHAU] = ['VN63-14', 'VN63-12'];

/**
 * What the news does not tell, invented and marked: a model with its effect in figures, shared beyond the cluster and
 * taken up by another province; a movement sent to the members, confirmed by one; the field of the indicator
 * on poverty.
 */
export async function seedDemoSharing(tx: Writer, year: DemoYear): Promise<void> {
  await seedModel(tx, year);
  await seedConfirmation(tx, year);
}

async function seedModel(tx: Writer, { clusterYearId, newId }: DemoYear): Promise<void> {
  const exemplarId = newId();
  const draft = {
    title: 'Tổ liên kết nuôi dê của phụ nữ bản Mẫu (minh họa)',
    presenter: 'Chị Lò Thị Mẫu, tổ trưởng',
    place: 'bản Mẫu, tỉnh Sơn La',
    field: 'Giảm nghèo',
    story:
      'Mười hai hộ góp giống và công, cùng làm chuồng và cắt cỏ; mỗi hộ được nhận dê đực giống luân phiên.\n\n' +
      'Sau một năm, năm hộ thoát nghèo. Nội dung này là dữ liệu minh họa.',
  };
  await insertRows(tx, 'exemplar', [
    {
      ...draft,
      id: exemplarId,
      clusterYearId,
      unitId: SON_LA!,
      kind: 'model',
      searchFold: exemplarFold(draft),
      source: null,
      isDemo: 1,
      sharing: 'approved',
      sharingAt: '2024-01-15T02:00:00.000Z',
    },
  ]);
  const replicationId = newId();
  await insertRows(tx, 'replication', [
    {
      id: replicationId,
      exemplarId,
      unitId: LAI_CHAU!,
      clusterYearId,
      place: 'xã Mẫu, tỉnh Lai Châu (minh họa)',
      startedOn: '2023-09-05',
      leader: 'Hội Liên hiệp Phụ nữ xã Mẫu',
      steps: 'Chọn mười hộ; tập huấn chuồng trại; nhận giống luân phiên.',
      status: 'running',
      stopReason: null,
      isDemo: 1,
    },
  ]);
  await insertRows(tx, 'replicationEntry', [
    {
      id: newId(),
      replicationId,
      onDate: '2023-10-20',
      content: 'Đã tập huấn cho mười hộ, làm xong sáu chuồng.',
      enteredBy: 'Tổng hợp Lai Châu (minh họa)',
    },
  ]);
  const effect = (what: string, before: number, after: number, unitOfMeasure: string) => ({
    subjectKind: 'exemplar' as const,
    subjectId: exemplarId,
    what,
    whatFold: effectFold({ what, unitOfMeasure }),
    beforeValue: before,
    afterValue: after,
    unitOfMeasure,
    source: 'Số minh họa',
  });
  await insertRows(tx, 'effect', [
    { ...effect('Hộ nghèo trong tổ', 700, 200, 'hộ'), position: 1 },
    { ...effect('Thu nhập bình quân một hộ', 2_150, 3_400, 'triệu đồng/năm'), position: 2 },
  ]);
  const poverty = await tx
    .selectFrom('clusterYearIndicator as asked')
    .innerJoin('indicatorVersion as version', 'version.id', 'asked.indicatorVersionId')
    .innerJoin('clusterYear', 'clusterYear.id', 'asked.clusterYearId')
    .where('asked.clusterYearId', '=', clusterYearId)
    .select(['version.indicatorId', 'version.name', 'clusterYear.clusterId'])
    .execute();
  const row = poverty.find(({ name }) => fold(name).includes('ngheo'));
  if (row)
    await insertRows(tx, 'indicatorField', [
      { clusterId: row.clusterId, indicatorId: row.indicatorId, field: 'Giảm nghèo', fieldFold: fold('Giảm nghèo') },
    ]);
}

async function seedConfirmation(tx: Writer, { nextClusterYearId, newId }: DemoYear): Promise<void> {
  const taken = await tx
    .selectFrom('clusterYearMovement')
    .select('movementId')
    .where('clusterYearId', '=', nextClusterYearId)
    .orderBy('position')
    .executeTakeFirst();
  if (!taken) return;
  await tx
    .updateTable('clusterYearMovement')
    .set({ sentOn: '2024-02-20', confirmBy: '2024-03-20' })
    .where('clusterYearId', '=', nextClusterYearId)
    .where('movementId', '=', taken.movementId)
    .execute();
  await insertRows(tx, 'movementConfirmation', [
    {
      id: newId(),
      clusterYearId: nextClusterYearId,
      movementId: taken.movementId,
      unitId: LAI_CHAU!,
      confirmedOn: '2024-02-26',
      person: 'Ông Lò Văn Mẫu, Phó Giám đốc Sở Nội vụ',
      document: 'Kế hoạch minh họa',
      note: '',
      isDemo: 1,
    },
  ]);
}
