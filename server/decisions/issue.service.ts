import { randomBytes } from 'node:crypto';
import { keepEthnicity } from '#db/care/care.writes.ts';
import type { NewCertificate } from '#db/certificates/certificates.table.ts';
import { isUniqueViolation } from '#db/core/errors.ts';
import type { Reader, Writer } from '#db/database.ts';
import { type DecisionItem, findItems, findNumberHolder } from '#db/decisions/decisions.queries.ts';
import type { DecisionRow } from '#db/decisions/decisions.table.ts';
import { decideNomination, updateDecision } from '#db/decisions/decisions.writes.ts';
import { findAwardForm, findPrizeRules } from '#db/decisions/issue.queries.ts';
import { insertCertificates, takeGoldenNumbers } from '#db/decisions/issue.writes.ts';
import { insertRecipients, lockLiving } from '#db/recipients/recipients.writes.ts';
import type { NewAward } from '#db/registry/registry.table.ts';
import { insertAwards } from '#db/registry/registry.writes.ts';
import { signFacts } from '#server/certificates/certificate.signature.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { changedMeanwhile, seenDecision } from '#server/decisions/decisions.policy.ts';
import { eventOf, statusChange } from '#server/decisions/decisions.service.ts';
import { recipientsOf } from '#server/decisions/recipient-match.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { printedAwardName } from '#shared/certificates/certificate-names.ts';
import { VERIFY_CODE_BYTES, verifyCodeFrom } from '#shared/certificates/verify-code.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import { formatVnd } from '#shared/core/money.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { fullDecisionNumber, readDecisionNumber } from '#shared/decisions/decision-number.ts';
import { type DecisionPrizes, decisionPrizes, prizeOfKind } from '#shared/decisions/decision-prizes.ts';
import { issueReasons } from '#shared/decisions/decisions.rules.ts';
import { printedNameOf } from '#shared/decisions/printed-name.ts';

export type IssueInput = {
  id: string;
  seenVersion: number;
  number: string;
  decidedOn: string;
  idempotencyKey: string;
};
export type Issued = {
  id: string;
  version: number;
  certificateCount: number;
  goldenBookFrom: number;
  goldenBookTo: number;
  totalPrizeVnd: number;
};

/** What one issue is made of, gathered before anything but the decision itself is written. */
type Issue = {
  decision: DecisionRow;
  decisionNumber: string;
  decidedOn: string;
  awardName: string;
  items: readonly DecisionItem[];
  prizes: DecisionPrizes;
};

/**
 * Ban hành: records the number and date that the registry clerk (văn thư) gave, and with them enters the awards
 * into the book, gives the golden-book numbers, and signs what each certificate prints. All in one transaction:
 * every certificate or none. The same key gives the same answer; a second attempt with another key is a conflict.
 */
export async function issueDecision(ctx: ActorContext, input: IssueInput): Promise<Issued> {
  try {
    return await commitOnce(ctx, input, (tx) => issue(ctx, tx, input));
  } catch (error) {
    // Two decisions took the same free number at once; the database let one through.
    if (!isUniqueViolation(error, ['numberingUnitId', 'documentType', 'numberYear', 'numberNorm'])) throw error;
    const decision = await seenDecision(ctx, ctx.db.reads, input);
    await refuseTakenNumber(ctx.db.reads, decision, input);
    throw error;
  }
}

async function issue(ctx: ActorContext, tx: Writer, input: IssueInput) {
  const decision = await seenDecision(ctx, tx, input);
  const paper = { ...input, signedOn: decision.signedOn, documentType: decision.documentType };
  refuseIf(issueReasons(decision.status, paper, vietnamDate(ctx.now())));
  const { number, norm } = await refuseTakenNumber(tx, decision, input);

  // First of all writes: a second call for this decision waits here, and then finds another version.
  const locked = await updateDecision(tx, decision.id, input.seenVersion, {
    status: 'issued',
    number,
    numberNorm: norm,
    numberYear: yearOf(input.decidedOn),
    decidedOn: input.decidedOn,
    issuedAt: ctx.now().toISOString(),
  });
  if (!locked) throw await changedMeanwhile(tx, 'decision', decision.id);

  const issueOf = await gather(tx, decision, fullDecisionNumber(number, decision.documentType), input.decidedOn);
  const given = await give(ctx, tx, issueOf);
  const totalPrizeVnd = given.awards.reduce((sum, { prizeVnd }) => sum + Number(prizeVnd ?? 0), 0);
  const result: Issued = {
    id: decision.id,
    version: input.seenVersion + 1,
    certificateCount: given.certificates.length,
    goldenBookFrom: given.firstNumber,
    goldenBookTo: given.firstNumber + given.certificates.length - 1,
    totalPrizeVnd,
  };
  const issued = eventOf(decision, 'decision.issued', [
    statusChange(decision.status, 'issued'),
    { field: 'number', from: null, to: issueOf.decisionNumber },
    { field: 'decidedOn', from: null, to: formatDate(input.decidedOn) },
    { field: 'goldenBook', from: null, to: `${result.goldenBookFrom} – ${result.goldenBookTo}` },
    { field: 'prize', from: null, to: formatVnd(totalPrizeVnd) },
  ]);
  return { result, audit: [issued, ...given.events] as const };
}

/** The number as it will be stored, or a refusal that names the decision which has it. */
async function refuseTakenNumber(db: Reader, decision: DecisionRow, { number, decidedOn }: IssueInput) {
  const read = readDecisionNumber(number, decision.documentType);
  if (!read.ok) throw new Refusal('refused', [{ code: read.code, field: 'number' }]);
  const { numberingUnitId, documentType } = decision;
  const numberYear = yearOf(decidedOn);
  const holder = await findNumberHolder(db, { numberingUnitId, documentType, numberYear, numberNorm: read.norm });
  if (holder && holder.id !== decision.id)
    refuseIf([
      {
        code: 'decision.number-taken',
        field: 'number',
        facts: {
          number: fullDecisionNumber(read.number, documentType),
          year: numberYear,
          subject: holder.subject,
          takenOn: holder.decidedOn ?? '',
          decisionId: holder.id,
        },
      },
    ]);
  return read;
}

async function gather(tx: Writer, decision: DecisionRow, decisionNumber: string, decidedOn: string): Promise<Issue> {
  const items = await findItems(tx, decision.id);
  refuseIf(items.length === 0 ? [{ code: 'decision.no-items' }] : []);
  refuseIf(
    items
      .filter(({ status }) => status !== 'checked')
      .map(({ name }) => ({ code: 'decision.item-changed', facts: { name } })),
  );
  const form = await findAwardForm(tx, decision.awardCode);
  if (!form) throw notFound('award');
  const rules = await findPrizeRules(tx, decision.awardCode);
  const kinds = items.map(({ recipientKind }) => recipientKind);
  const prizes = decisionPrizes(kinds, rules, { awardCode: decision.awardCode, onDate: decidedOn });
  refuseIf(prizes.reasons);
  return { decision, decisionNumber, decidedOn, awardName: printedAwardName(form.kind, form.name), items, prizes };
}

async function give(ctx: ActorContext, tx: Writer, { items, ...issue }: Issue) {
  const { decision, decidedOn } = issue;
  const goldenBookYear = yearOf(decidedOn);
  const firstNumber = await takeGoldenNumbers(tx, decision.numberingUnitId, goldenBookYear, items.length);
  const { idOfItem, added } = await recipientsOf(tx, items, ctx.newId);
  await insertRecipients(tx, added);
  // Held until the awards are there: none comes to a record while it goes into another.
  const living = await lockLiving(tx, idOfItem.values());

  const awards: NewAward[] = [];
  const certificates: NewCertificate[] = [];
  const events: AuditEvent[] = [];
  for (const [index, item] of items.entries()) {
    const known = idOfItem.get(item.itemId)!;
    const recipientId = living.get(known) ?? known;
    const award = awardOf(ctx, { ...issue, items }, item, recipientId);
    const certificate = certificateOf(ctx, issue, award, firstNumber + index);
    awards.push(award);
    certificates.push(certificate);
    events.push(...eventsOf(issue, item, award, certificate));
    if (!(await decideNomination(tx, item.id, recipientId)))
      refuseIf([{ code: 'decision.item-changed', facts: { name: item.name } }]);
  }
  await keepEthnicity(tx, decision.id);
  await insertAwards(tx, awards);
  await insertCertificates(tx, certificates);
  return { firstNumber, awards, certificates, events };
}

/** The award as given, frozen: names, unit, class, area and money of the day. */
function awardOf(ctx: ActorContext, issue: Issue, item: DecisionItem, recipientId: string): NewAward {
  const { decision, prizes } = issue;
  const prize = prizeOfKind(prizes, item.recipientKind);
  return {
    id: ctx.newId(),
    recipientId,
    decisionId: decision.id,
    nominationId: item.id,
    clusterYearId: decision.clusterYearId,
    awardCode: decision.awardCode,
    awardVersionId: prizes.awardVersionId ?? null,
    unitId: item.unitId,
    issuingUnitId: decision.numberingUnitId,
    year: decision.achievementYear,
    decisionNumber: issue.decisionNumber,
    decidedOn: issue.decidedOn,
    recipientKind: item.recipientKind,
    printedName: printedNameOf(item),
    printedPlace: item.printedPlace.normalize('NFC'),
    nameFold: item.nameFold || fold(item.name),
    sentence: (item.sentenceOverride ?? decision.commonSentence).normalize('NFC'),
    achievement: item.achievement,
    way: decision.way,
    sex: item.sex,
    personClass: item.personClass,
    areaClass: item.areaClass,
    isBorderArea: item.isBorderArea,
    isSmallCollective: item.isSmallCollective,
    field: item.field,
    coefficientHundredths: prize?.coefficientHundredths ?? null,
    baseSalaryVnd: prize?.baseSalaryVnd ?? null,
    prizeRawVnd: prize?.rawVnd ?? null,
    prizeVnd: prize?.prizeVnd ?? null,
    prizeCertainty: prize?.certainty ?? 'unknown',
    isDemo: decision.isDemo === 1 || item.isDemo === 1 ? 1 : 0,
  };
}

function certificateOf(
  ctx: ActorContext,
  { decision, decisionNumber, decidedOn, awardName }: Omit<Issue, 'items'>,
  award: NewAward,
  goldenBookNumber: number,
): NewCertificate {
  const verifyCode = verifyCodeFrom(randomBytes(VERIFY_CODE_BYTES));
  const signature = signFacts(ctx.keys, {
    code: verifyCode,
    printedName: award.printedName,
    awardName,
    decisionNumber,
    decisionOn: decidedOn,
    issuer: decision.issuerLine,
    goldenBookNumber,
  });
  return {
    id: ctx.newId(),
    awardId: award.id,
    decisionId: decision.id,
    issuingUnitId: decision.numberingUnitId,
    goldenBookYear: yearOf(decidedOn),
    goldenBookNumber,
    verifyCode,
    keyId: ctx.keys.signing[0]!.id,
    signature,
  };
}

/** One entry in the history of each nomination, award and certificate. */
function eventsOf(
  { decision, decisionNumber }: Omit<Issue, 'items'>,
  item: DecisionItem,
  award: NewAward,
  certificate: NewCertificate,
): AuditEvent[] {
  const about = { subjectLabel: award.printedName, clusterYearId: decision.clusterYearId, unitId: item.unitId };
  const byDecision = { field: 'decision', from: null, to: decisionNumber };
  const number = { field: 'goldenBookNumber', from: null, to: String(certificate.goldenBookNumber) };
  const prize = { field: 'prize', from: null, to: award.prizeVnd ? formatVnd(Number(award.prizeVnd)) : null };
  return [
    { ...about, action: 'nomination.decided', subjectKind: 'nomination', subjectId: item.id, changes: [byDecision] },
    { ...about, action: 'award.given', subjectKind: 'award', subjectId: award.id, changes: [byDecision, prize] },
    {
      ...about,
      action: 'certificate.made',
      subjectKind: 'certificate',
      subjectId: certificate.id,
      changes: [byDecision, number],
    },
  ];
}

const yearOf = (day: string) => Number(day.slice(0, 4));
