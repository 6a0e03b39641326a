import { randomBytes } from 'node:crypto';
import { inTransaction } from '#db/core/transaction.ts';
import { insertRecipients } from '#db/recipients/recipients.writes.ts';
import { insertAwards } from '#db/registry/registry.writes.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { VERIFY_CODE_BYTES, verifyCodeFrom } from '#shared/certificates/verify-code.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import { decisionTemplate } from '#shared/decisions/decision-template.ts';
import type { DecisionStatus } from '#shared/decisions/decisions.schema.ts';
import type { NominationStatus } from '#shared/nominations/nominations.schema.ts';
import type { PledgeStatus } from '#shared/pledges/pledges.schema.ts';
import type { ReportStatus } from '#shared/reports/reports.schema.ts';
import { COMPLETE_PERSON } from '#test/builders/nomination.builder.ts';
import { givenPledgeIn } from '#test/builders/pledge.builder.ts';
import { givenReport, type Indicators } from '#test/builders/reports.builder.ts';
import { aClusterYear, WORLD_NOW, type World } from '#test/builders/world.builder.ts';

/** Whose record a call of the matrix is about. */
export type Place = {
  name: string;
  clusterYearId: string;
  unitId: string;
  /** The unit that chairs the year: its office receives reports and issues decisions. */
  chairUnitId: string;
};

export type MatrixWorld = World & { indicators: Indicators };

let count = 0;
/** A number that no record of this file has yet. */
export function nextNumber(): number {
  count += 1;
  return count;
}

/** The year-end report of the place, filled, as the only one there. */
export async function aReport({ db, indicators }: MatrixWorld, { clusterYearId, unitId }: Place, status: ReportStatus) {
  await inTransaction(db, async (tx) => {
    const old = tx
      .selectFrom('report')
      .select('id')
      .where('clusterYearId', '=', clusterYearId)
      .where('unitId', '=', unitId);
    const requests = tx.selectFrom('reportRequest').select('id').where('reportId', 'in', old);
    await tx.deleteFrom('reportRequestCell').where('requestId', 'in', requests).execute();
    for (const table of [
      'reportComment',
      'reportThread',
      'reportReminder',
      'reportRequest',
      'reportSection',
      'reportCellFile',
      'reportValueVersion',
    ] as const)
      await tx.deleteFrom(table).where('reportId', 'in', old).execute();
    await tx.deleteFrom('reportValue').where('reportId', 'in', old).execute();
    await tx.deleteFrom('report').where('clusterYearId', '=', clusterYearId).where('unitId', '=', unitId).execute();
  });
  const sentAt = status === 'draft' ? null : '2024-01-12T03:00:00.000Z';
  return givenReport(
    db,
    { clusterYearId, unitId, status, sentAt },
    { [indicators.budget]: 44_863, [indicators.poverty]: 362, [indicators.movements]: 6 },
  );
}

/** A report of the place in this state and every other one of its year in it, as the leading unit sees them. */
export async function allReports(world: MatrixWorld, place: Place, status: ReportStatus) {
  await aReport(world, place, status);
  const rows = await world.db.reads
    .selectFrom('report')
    .select(['id', 'version'])
    .where('clusterYearId', '=', place.clusterYearId)
    .where('period', '=', 'year-end')
    .where('status', '=', status)
    .execute();
  return rows.map(({ id, version }) => ({ id, seenVersion: version }));
}

/** The members of a year that have not left: they promise and sign. */
async function membersOf(world: MatrixWorld, clusterYearId: string): Promise<string[]> {
  const rows = await world.db.reads
    .selectFrom('clusterMember')
    .innerJoin('clusterYear', 'clusterYear.clusterId', 'clusterMember.clusterId')
    .where('clusterYear.id', '=', clusterYearId)
    .where((eb) => eb.or([eb('validFrom', 'is', null), eb('validFrom', '<=', eb.ref('clusterYear.endsOn'))]))
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', vietnamDate(new Date(WORLD_NOW)))]))
    .select('clusterMember.unitId')
    .execute();
  return rows.map(({ unitId }) => unitId);
}

/** The pledge of the place's year in a state, as the only one there. */
export async function aPledge(
  world: MatrixWorld,
  { clusterYearId }: Place,
  status: PledgeStatus,
  signed: readonly string[] | 'all' = [],
) {
  const unitIds = await membersOf(world, clusterYearId);
  return givenPledgeIn(world.db, {
    clusterYearId,
    status,
    unitIds,
    indicatorVersionId: world.indicators.budget,
    signed: signed === 'all' ? unitIds : signed,
  });
}

/** A year that has no pledge. */
export async function withoutPledge({ db }: MatrixWorld, clusterYearId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const old = tx.selectFrom('pledge').select('id').where('clusterYearId', '=', clusterYearId);
    for (const table of [
      'pledgeOpinion',
      'pledgeVoidedSignature',
      'pledgeSignature',
      'pledgeProgress',
      'pledgeQuarter',
      'pledgeTarget',
    ] as const)
      await tx.deleteFrom(table).where('pledgeId', 'in', old).execute();
    await tx.deleteFrom('pledge').where('clusterYearId', '=', clusterYearId).execute();
  });
}

/** A person's dossier with nothing missing, under a name nobody else has. */
export async function aNomination({ db }: MatrixWorld, { clusterYearId, unitId }: Place, status: NominationStatus) {
  const id = uuidv7();
  const name = `Lò Thị Mẫu ${nextNumber()}`;
  const { isBorderArea, isSmallCollective, ...draft } = COMPLETE_PERSON;
  await inTransaction(db, (tx) =>
    tx
      .insertInto('nomination')
      .values({
        ...draft,
        id,
        clusterYearId,
        unitId,
        awardCode: 'BKT',
        recipientKind: 'individual',
        way: 'thematic',
        name,
        nameFold: fold(name),
        printedName: name,
        isBorderArea: isBorderArea ? 1 : 0,
        isSmallCollective: isSmallCollective ? 1 : 0,
        status,
        submittedAt: status === 'draft' ? null : '2024-01-15T03:00:00.000Z',
      })
      .execute(),
  );
  return { id, name };
}

/** A decision of the chair's office, complete, with one checked nomination of the place. */
export async function aDecision(world: MatrixWorld, place: Place, status: DecisionStatus) {
  const id = uuidv7();
  const nomination = await aNomination(world, place, status === 'issued' ? 'decided' : 'checked');
  const draft = decisionTemplate({
    unitFullName: 'Tỉnh Mẫu',
    unitName: 'Mẫu',
    clusterName: 'Cụm thi đua Mẫu',
    year: 2023,
    chairPerson: null,
    today: '2024-02-20',
  });
  const issued = status === 'issued';
  const number = String(nextNumber());
  await inTransaction(world.db, async (tx) => {
    await tx
      .insertInto('decision')
      .values({
        ...draft,
        id,
        clusterYearId: place.clusterYearId,
        numberingUnitId: place.chairUnitId,
        status,
        achievementYear: 2023,
        awardCode: 'BKT',
        signatoryName: 'Hồ Văn Mẫu',
        legalBases: JSON.stringify(draft.legalBases),
        articles: JSON.stringify(draft.articles),
        qrOnCertificates: 1,
        signedOn: status === 'signed' || issued ? '2024-02-26' : null,
        ...(issued && {
          number,
          numberNorm: number,
          numberYear: 2024,
          decidedOn: '2024-02-27',
          issuedAt: '2024-02-27T03:00:00.000Z',
        }),
      })
      .execute();
    await tx
      .insertInto('decisionItem')
      .values({ id: uuidv7(), decisionId: id, nominationId: nomination.id, position: 1, sentenceOverride: null })
      .execute();
  });
  return { id, nominationId: nomination.id, draft, number };
}

/** An award to somebody of the place with its certificate, by an issued decision of the chair's office. */
export async function aCertificate(world: MatrixWorld, place: Place) {
  const decision = await aDecision(world, place, 'issued');
  const [recipientId, awardId, certificateId] = [uuidv7(), uuidv7(), uuidv7()];
  const name = `Lò Thị Mẫu ${nextNumber()}`;
  await inTransaction(world.db, async (tx) => {
    await insertRecipients(tx, [
      { id: recipientId, kind: 'individual', name, nameFold: fold(name), unitId: place.unitId },
    ]);
    await insertAwards(tx, [
      {
        id: awardId,
        recipientId,
        decisionId: decision.id,
        nominationId: decision.nominationId,
        clusterYearId: place.clusterYearId,
        awardCode: 'BKT',
        unitId: place.unitId,
        issuingUnitId: place.chairUnitId,
        year: 2023,
        decisionNumber: `${decision.number}/QĐ-UBND`,
        decidedOn: '2024-02-27',
        recipientKind: 'individual',
        printedName: name,
        nameFold: fold(name),
        way: 'thematic',
      },
    ]);
    await tx
      .insertInto('certificate')
      .values({
        id: certificateId,
        awardId,
        decisionId: decision.id,
        issuingUnitId: place.chairUnitId,
        goldenBookYear: 2023, // out of the way of the numbers that issuing takes
        goldenBookNumber: nextNumber(),
        verifyCode: verifyCodeFrom(randomBytes(VERIFY_CODE_BYTES)),
        keyId: '1',
        signature: 'signature',
      })
      .execute();
  });
  return { decisionId: decision.id, awardId, certificateId };
}

/** The place's year with the day of its hand-over open, and a next year to hand over to. */
export async function aYearToHandOver({ db }: MatrixWorld, { clusterYearId, chairUnitId }: Place): Promise<string> {
  await inTransaction(db, async (tx) => {
    const { clusterId } = await tx
      .selectFrom('clusterYear')
      .where('id', '=', clusterYearId)
      .select('clusterId')
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('clusterYear')
      .set({ handOverOn: null, handOverNote: null, version: 1 })
      .where('id', '=', clusterYearId)
      .execute();
    const next = {
      ...aClusterYear(uuidv7(), clusterId, chairUnitId),
      year: 2024,
      name: 'Năm thi đua 2024',
      startsOn: '2024-01-01',
      endsOn: '2024-12-31',
    };
    await tx
      .insertInto('clusterYear')
      .values(next)
      .onConflict((conflict) => conflict.columns(['clusterId', 'year']).doNothing())
      .execute();
  });
  return clusterYearId;
}

/** An entry in the history of a draft dossier of the place; its reason is what a reader finds it by. */
export async function aHistory(world: MatrixWorld, place: Place) {
  const { id: subjectId } = await aNomination(world, place, 'draft');
  const mark = `lý do ${subjectId}`;
  await inTransaction(world.db, (tx) =>
    tx
      .insertInto('auditEntry')
      .values({
        id: uuidv7(),
        at: '2024-02-27T03:00:00.000Z',
        actorId: 'somebody',
        actorName: 'Ai đó',
        actorUnitId: place.unitId,
        action: 'nomination.saved',
        subjectKind: 'nomination',
        subjectId,
        subjectLabel: null,
        clusterYearId: place.clusterYearId,
        unitId: place.unitId,
        reason: mark,
        requestId: null,
        salt: 'salt',
        leafHash: 'hash',
      })
      .execute(),
  );
  return { subjectId, mark };
}
