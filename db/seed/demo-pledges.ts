import type { Writer } from '#db/database.ts';
import { pledgeHash } from '#db/pledges/pledge.hash.ts';
import { findPledgeContent } from '#db/pledges/pledges.queries.ts';
import type { DemoData, DemoIndicator } from '#db/seed/demo-data.ts';
import type { DemoYear } from '#db/seed/demo-reports.ts';
import { insertRows } from '#db/seed/insert-rows.ts';
import { firstJointText } from '#shared/pledges/pledge-draft.ts';

const CAO_BANG = 'VN63-04';
const CLUSTER = 'Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc';
const DEPUTY = 'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH';

const PLEDGE_2023 =
  'Các tỉnh trong Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc thống nhất ký kết giao ước thi đua năm 2023: thực hiện có hiệu quả các phong trào thi đua do Thủ tướng Chính phủ phát động; phấn đấu hoàn thành các chỉ tiêu đăng ký; quan tâm khen thưởng tập thể nhỏ, người lao động trực tiếp, các tập thể và cá nhân ở cơ sở, vùng sâu, vùng xa, biên giới, vùng đồng bào dân tộc thiểu số.';

type DemoPledge = {
  clusterYearId: string;
  status: 'signing' | 'published';
  jointText: string;
  targetOf: (indicator: DemoIndicator) => Record<string, number | null>;
  /** The day the content was agreed, and the day the members signed: rehearsal dates, as their signatories. */
  frozenOn: string;
  signedOn: string;
  published: { publishedOn: string; place: string } | null;
  unsigned: readonly string[];
};

/**
 * Giao ước of both years, under the hash of what they say: 2023 signed and published, 2024 open for signing. Six sign
 * ahead of the conference of 05/03/2024; Cao Bằng, chair to be, signs there.
 */
export async function seedDemoPledges(tx: Writer, data: DemoData, year: DemoYear): Promise<void> {
  await seedPledge(tx, data, year, {
    clusterYearId: year.clusterYearId,
    status: 'published',
    jointText: PLEDGE_2023,
    targetOf: ({ target }) => target,
    frozenOn: '2023-02-20',
    signedOn: '2023-02-24',
    published: { publishedOn: '2023-02-24', place: 'Địa điểm minh họa' },
    unsigned: [],
  });
  await seedPledge(tx, data, year, {
    clusterYearId: year.nextClusterYearId,
    status: 'signing',
    jointText: firstJointText({
      clusterName: CLUSTER,
      year: data.nextYear.year,
      launch: data.nextYear.launch,
      before: undefined,
    }),
    targetOf: ({ nextTarget }) => nextTarget,
    frozenOn: '2024-02-28',
    signedOn: '2024-02-29',
    published: null,
    unsigned: [CAO_BANG],
  });
}

async function seedPledge(tx: Writer, data: DemoData, year: DemoYear, about: DemoPledge): Promise<void> {
  const { memberUnitIds, chairUnitId } = data.cluster;
  const pledgeId = year.newId();
  await insertRows(tx, 'pledge', [
    {
      id: pledgeId,
      clusterYearId: about.clusterYearId,
      status: about.status,
      jointText: about.jointText,
      contentHash: null,
      consultDueOn: about.frozenOn,
      consultOpenedAt: null,
      frozenAt: `${about.frozenOn}T02:00:00.000Z`,
      publishedOn: about.published?.publishedOn ?? null,
      place: about.published?.place ?? null,
      isDemo: 1,
    },
  ]);
  await insertRows(
    tx,
    'pledgeTarget',
    data.indicators.flatMap((indicator) =>
      Object.entries(about.targetOf(indicator)).flatMap(([unitId, value]) =>
        value === null ? [] : [{ pledgeId, unitId, indicatorVersionId: year.versionOf.get(indicator.code)!, value }],
      ),
    ),
  );
  const contentHash = pledgeHash(await findPledgeContent(tx, pledgeId));
  await tx.updateTable('pledge').set({ contentHash }).where('id', '=', pledgeId).execute();
  await insertRows(
    tx,
    'pledgeOpinion',
    memberUnitIds.map((unitId) => ({
      pledgeId,
      unitId,
      stance: 'agree' as const,
      opinion: '',
      givenAt: `${about.frozenOn}T01:00:00.000Z`,
      givenByName: 'Cán bộ tổng hợp (minh họa)',
    })),
  );
  await insertRows(
    tx,
    'pledgeSignature',
    memberUnitIds.map((unitId) => {
      const isSigned = !about.unsigned.includes(unitId);
      return {
        id: year.newId(),
        pledgeId,
        unitId,
        signedOn: isSigned ? about.signedOn : null,
        capacity: isSigned ? (unitId === chairUnitId ? 'CHỦ TỊCH' : DEPUTY) : null,
        signatoryName: null,
        contentHash: isSigned ? contentHash : null,
        fileId: null,
        isDemo: isSigned ? 1 : 0,
      };
    }),
  );
}
