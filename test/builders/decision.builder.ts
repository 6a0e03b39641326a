import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { AwardVersionRules } from '#shared/awards/awards.schema.ts';
import { fold } from '#shared/core/fold.ts';
import type { DecisionId } from '#shared/decisions/decisions.schema.ts';
import type { NominationId } from '#shared/nominations/nominations.schema.ts';
import { aContext, type World } from '#test/builders/world.builder.ts';

const RULES: AwardVersionRules = {
  standardCertain: true,
  coefficientHundredths: { individual: 150, collective: 300, household: null },
  coefficientCertainty: { individual: 'probable', collective: 'memory', household: 'unknown' },
  coefficientIsCap: false,
  authority: 'Chủ tịch UBND tỉnh',
  citation: 'Luật 06/2022/QH15, Điều 74',
  note: '',
};

/** Bằng khen with its rule of 2024 and the base salary of that time (1.800.000 đồng). */
export async function givenPrizeRules(world: World): Promise<void> {
  await inTransaction(world.db, async (tx) => {
    await tx
      .insertInto('awardForm')
      .values({
        code: 'BKT',
        kind: 'merit-certificate',
        name: 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
        nameEn: null,
        level: 'province',
        appliesTo: JSON.stringify(['individual', 'collective', 'household']),
        position: 1,
      })
      .execute();
    await tx
      .insertInto('awardFormVersion')
      .values({
        id: 'BKT-2024',
        awardCode: 'BKT',
        validFrom: '2024-01-01',
        validTo: null,
        source: 'Nghị định 98/2023/NĐ-CP',
        certainty: 'probable',
        json: JSON.stringify(RULES),
      })
      .execute();
    await tx
      .insertInto('baseSalary')
      .values({
        id: uuidv7(),
        validFrom: '2023-07-01',
        validTo: null,
        amountVnd: 1_800_000,
        source: 'Nghị định 24/2023/NĐ-CP',
        certainty: 'certain',
      })
      .execute();
  });
}

type NominationAsked = {
  kind?: 'collective' | 'individual';
  name?: string;
  unitId?: string;
  status?: 'checked' | 'submitted';
};

/** Nominations of cluster A, checked unless told; gives their ids. */
export async function givenNominations(world: World, asked: readonly NominationAsked[]): Promise<NominationId[]> {
  const rows = asked.map(({ kind = 'individual', name, unitId = world.units.SL, status = 'checked' }, index) => {
    const named = name ?? `${kind === 'collective' ? 'Tập thể' : 'Lò Văn'} Mẫu ${index + 1}`;
    const isPerson = kind === 'individual';
    return {
      id: uuidv7() as NominationId,
      clusterYearId: world.yearA,
      unitId,
      awardCode: 'BKT',
      recipientId: null,
      recipientKind: kind,
      way: 'thematic' as const,
      name: named,
      nameFold: fold(named),
      printedName: named,
      printedPlace: 'xã Mẫu, huyện Mẫu',
      salutation: isPerson ? 'Ông' : null,
      sex: isPerson ? ('male' as const) : null,
      birthYear: isPerson ? 1980 : null,
      personClass: isPerson ? ('frontline-worker' as const) : null,
      areaClass: 'region-3' as const,
      achievement: 'Vận động 74 hộ trồng cây ăn quả.',
      status,
      submittedAt: '2024-01-15T02:00:00.000Z',
      proposalOn: null,
      headcount: null,
      supplementReason: null,
      supplementDueOn: null,
      checkNote: null,
      duplicateNote: null,
    };
  });
  if (rows.length > 0) await inTransaction(world.db, (tx) => tx.insertInto('nomination').values(rows).execute());
  return rows.map(({ id }) => id);
}

/** Seven collectives and seven individuals, as in the year of the seven provinces. */
export function fourteen(world: World): NominationAsked[] {
  return Array.from({ length: 14 }, (_, index) => ({
    kind: index < 7 ? ('collective' as const) : ('individual' as const),
    unitId: index % 2 === 0 ? world.units.SL : world.units.LS,
  }));
}

export type StandingDecision = { id: DecisionId; version: number; nominationIds: NominationId[] };

/** A decision of Lạng Sơn with these nominations, taken by real calls as far as `status`. */
export async function givenDecision(
  world: World,
  asked: readonly NominationAsked[],
  status: 'draft' | 'submitted' | 'signed' = 'signed',
  by: Actor = world.actors.specialistLS,
): Promise<StandingDecision> {
  const nominationIds = await givenNominations(world, asked);
  const { decisions } = createCaller(aContext(world.db, by));
  const created = await decisions.create({ clusterYearId: world.yearA, idempotencyKey: uuidv7() });
  const id = created.id as DecisionId;
  const { draft } = await decisions.byId({ id });
  await decisions.save({ id, seenVersion: 1, draft: { ...draft, signatoryName: 'Hồ Văn Mẫu' } });
  await decisions.setItems({ id, seenVersion: 2, nominationIds });
  if (status === 'draft') return { id, version: 3, nominationIds };
  await decisions.submit({ id, seenVersion: 3 });
  if (status === 'submitted') return { id, version: 4, nominationIds };
  await decisions.recordSigned({ id, seenVersion: 4, signedOn: '2024-02-26' });
  return { id, version: 5, nominationIds };
}

/** What the clerk wrote on the paper; the key is new on every call. */
export function paperOf(decision: StandingDecision, number = '372', decidedOn = '2024-02-27') {
  return { id: decision.id, seenVersion: decision.version, number, decidedOn, idempotencyKey: uuidv7() };
}
