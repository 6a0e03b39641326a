import type { Writer } from '#db/database.ts';
import type { DemoData, DemoRecipient } from '#db/seed/demo-data.ts';
import type { DemoYear } from '#db/seed/demo-reports.ts';
import { insertRows } from '#db/seed/insert-rows.ts';
import { fold } from '#shared/core/fold.ts';
import type { NominationStatus } from '#shared/nominations/nominations.schema.ts';
import { ethnicityCodeOf } from '#shared/recipients/ethnicity.codes.ts';

/** Lò Văn Khuông: still being written by Sơn La. Vàng Mí Sính: sent by Hà Giang, waits for the standing office. */
const STATUS_OF: Readonly<Record<string, NominationStatus>> = { 'TD2023-08': 'draft', 'TD2023-12': 'submitted' };

/** Fourteen nominations and the draft decision that holds the twelve already checked. */
export async function seedDemoNominations(tx: Writer, data: DemoData, year: DemoYear): Promise<void> {
  const { decision, cluster, recipients } = data;
  const decisionId = year.newId();
  await insertRows(tx, 'decision', [
    {
      id: decisionId,
      clusterYearId: year.clusterYearId,
      numberingUnitId: cluster.chairUnitId,
      achievementYear: cluster.year,
      awardCode: decision.awardCode,
      way: decision.way,
      subject: decision.subject,
      issuerLine: decision.issuerLine,
      headerOrg: decision.headerOrg,
      place: decision.place,
      commonSentence: decision.commonSentence,
      signatoryCapacity: decision.signatoryCapacity,
      signatoryName: decision.signatoryName,
      legalBases: JSON.stringify(decision.legalBases),
      articles: JSON.stringify(decision.articles),
      submissionLetter: decision.submissionLetter,
      isDemo: 1,
    },
  ]);
  const nominations = recipients.map((recipient) => ({ nominationId: year.newId(), recipient }));
  await insertRows(
    tx,
    'nomination',
    nominations.map(({ nominationId, recipient }) => nominationRow(nominationId, recipient, data, year)),
  );
  // Dân tộc goes to its own table: it is sensitive, and the dossier is read by every member.
  await insertRows(
    tx,
    'nominationSensitive',
    nominations.flatMap(({ nominationId, recipient }) =>
      recipient.ethnicity ? [{ nominationId, ethnicityCode: codeOf(recipient.ethnicity) }] : [],
    ),
  );
  await insertRows(
    tx,
    'decisionItem',
    nominations
      .filter(({ recipient }) => !STATUS_OF[recipient.id])
      .map(({ nominationId }, position) => ({
        id: year.newId(),
        decisionId,
        nominationId,
        position: position + 1,
        sentenceOverride: null,
      })),
  );
  // Awards earlier in 2024 took the numbers before this one.
  await insertRows(tx, 'goldenBook', [{ unitId: cluster.chairUnitId, year: 2024, nextNumber: decision.registerFrom }]);
}

function codeOf(ethnicity: string): string {
  const code = ethnicityCodeOf(ethnicity);
  if (code === undefined) throw new Error(`no code for the people named ${ethnicity}`);
  return code;
}

function nominationRow(id: string, recipient: DemoRecipient, { decision }: DemoData, year: DemoYear) {
  const status: NominationStatus = STATUS_OF[recipient.id] ?? 'checked';
  return {
    id,
    clusterYearId: year.clusterYearId,
    unitId: recipient.unitId,
    awardCode: decision.awardCode,
    recipientId: null,
    recipientKind: recipient.recipientKind,
    way: decision.way,
    name: recipient.name,
    nameFold: fold(recipient.name),
    printedName: recipient.printedName,
    printedPlace: recipient.printedPlace,
    salutation: recipient.salutation,
    sex: recipient.sex,
    birthYear: recipient.birthYear,
    positionHeld: recipient.positionHeld,
    workplace: recipient.workplace,
    personClass: recipient.personClass,
    areaClass: recipient.areaClass,
    isBorderArea: recipient.isBorderArea ? 1 : 0,
    isSmallCollective: recipient.isSmallCollective ? 1 : 0,
    headcount: recipient.headcount,
    field: recipient.field,
    achievement: recipient.achievement,
    proposalNumber: recipient.proposalNumber,
    proposalOn: recipient.proposalOn,
    status,
    submittedAt: status === 'draft' ? null : `${recipient.proposalOn}T03:00:00.000Z`,
    checkNote: status === 'checked' ? 'Đủ thành phần hồ sơ.' : null,
    isDemo: 1,
  };
}
