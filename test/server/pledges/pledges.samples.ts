import { uuidv7 } from '#server/core/ids.ts';
import { givenScan, SIGNED } from '#test/builders/pledge.builder.ts';
import { aPledge, type MatrixWorld, type Place, withoutPledge } from '#test/server/matrix-records.ts';

type Sampler = (world: MatrixWorld, place: Place) => Sample | Promise<Sample>;
type Sample = { input?: unknown; shows?: string };

const seen = (id: string) => ({ id, seenVersion: 1 });

const SIGNATURE = { signatoryName: 'Trần Văn Mẫu', capacity: 'CHỦ TỊCH', signedOn: '2024-02-28' };
const REASON = 'Thiếu số liệu của hai huyện.';

/** Calls of the matrix on the pledge of a year and its ledger. */
export const PLEDGE_SAMPLES: Record<string, Sampler> = {
  'pledges.ofYear': (_world, { clusterYearId }) => ({ input: { clusterYearId } }),
  'pledges.create': async (world, { clusterYearId }) => {
    await withoutPledge(world, clusterYearId);
    return { input: { clusterYearId, idempotencyKey: uuidv7() } };
  },
  'pledges.saveText': async (world, place) => ({
    input: { ...seen((await aPledge(world, place, 'draft')).id), jointText: 'Thi đua hoàn thành vượt mức chỉ tiêu.' },
  }),
  'pledges.saveTargets': async (world, place) => ({
    input: {
      id: (await aPledge(world, place, 'draft')).id,
      unitId: place.unitId,
      targets: [{ indicatorVersionId: world.indicators.budget, value: 44_900, note: '', seenVersion: 1 }],
    },
  }),
  'pledges.ledger': (_world, { clusterYearId }) => ({ input: { clusterYearId } }),
  'pledges.rule': (_world, { clusterYearId }) => ({ input: { clusterYearId } }),
  'pledges.saveRule': async (world, place) => {
    await aPledge(world, place, 'published');
    const rule = { keptFrom: 950, exceededFrom: 1050, source: 'Quy chế hoạt động Cụm, Điều 9', reason: REASON };
    return { input: { clusterYearId: place.clusterYearId, seenVersion: 0, ...rule } };
  },
  'pledges.saveProgress': async (world, place) => ({
    input: {
      id: (await aPledge(world, place, 'published')).id,
      unitId: place.unitId,
      quarter: 1,
      items: [{ indicatorVersionId: world.indicators.budget, value: 11_000, note: '', seenVersion: 0 }],
    },
  }),
  'pledges.consult': async (world, place) => ({
    input: { ...seen((await aPledge(world, place, 'draft')).id), dueOn: '2024-03-08' },
  }),
  'pledges.returnToDraft': async (world, place) => ({ input: seen((await aPledge(world, place, 'consulting')).id) }),
  'pledges.giveOpinion': async (world, place) => ({
    input: {
      id: (await aPledge(world, place, 'consulting')).id,
      unitId: place.unitId,
      stance: 'amend',
      opinion: 'Đề nghị nêu rõ thời hạn.',
    },
  }),
  'pledges.agree': async (world, place) => {
    const { id, contentHash } = await aPledge(world, place, 'consulting');
    return { input: { ...seen(id), seenHash: contentHash } };
  },
  'pledges.openSigning': async (world, place) => ({ input: seen((await aPledge(world, place, 'agreed')).id) }),
  'pledges.sign': async (world, place) => {
    const { contentHash, signatureOf } = await aPledge(world, place, 'signing');
    const signatureId = signatureOf(place.unitId);
    const fileId = await givenScan(world.db, signatureId);
    return { input: { signatureId, seenHash: contentHash, ...SIGNATURE, fileId } };
  },
  'pledges.correctSignature': async (world, place) => {
    const { signatureOf } = await aPledge(world, place, 'signing', [place.unitId]);
    const signatureId = signatureOf(place.unitId);
    const fileId = await givenScan(world.db, signatureId);
    return { input: { signatureId, reason: 'Ghi nhầm ngày ký và người ký.', seen: SIGNED, ...SIGNATURE, fileId } };
  },
  'pledges.publish': async (world, place) => ({
    input: {
      ...seen((await aPledge(world, place, 'signing', 'all')).id),
      publishedOn: '2024-02-28',
      place: 'Lạng Sơn',
    },
  }),
  'pledges.reopen': async (world, place) => ({
    input: { ...seen((await aPledge(world, place, 'signing', 'all')).id), reason: REASON },
  }),
};
