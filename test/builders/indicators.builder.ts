import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { NewIndicatorVersion } from '#db/indicators/indicators.table.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { IndicatorContent } from '#shared/indicators/indicators.schema.ts';

/** An indicator as its form sends it. */
export const AN_INDICATOR: IndicatorContent = {
  name: 'Vốn đầu tư công giải ngân',
  unitOfMeasure: 'triệu đồng',
  kind: 'flow',
  aggregation: 'sum',
  weightIndicatorId: null,
  better: 'up',
  decimals: 0,
  definition: '',
  sourceOffice: 'Sở Tài chính',
  paperWording: '',
};

type About = { ownerUnitId?: string | null; validFrom?: string } & Partial<IndicatorContent> &
  Pick<Partial<NewIndicatorVersion>, 'predecessorId' | 'factorNum' | 'factorDen' | 'validTo'>;

/** Stores an indicator with one version under a name nobody else has, unless told. */
export async function givenIndicator(db: Db, about: About = {}) {
  const [id, versionId] = [uuidv7(), uuidv7()];
  const { ownerUnitId = null, validFrom = '2022-01-01', ...said } = about;
  const { predecessorId = null, factorNum = null, factorDen = null, validTo = null, ...words } = said;
  const content: IndicatorContent = { ...AN_INDICATOR, name: `Chỉ tiêu ${id}`, ...words };
  await inTransaction(db, async (tx) => {
    await tx.insertInto('indicator').values({ id, code: id, ownerUnitId }).execute();
    await tx
      .insertInto('indicatorVersion')
      .values({ id: versionId, indicatorId: id, ...content, validFrom, validTo, predecessorId, factorNum, factorDen })
      .execute();
  });
  return { id: id as never, versionId: versionId as never, content };
}
