import { type CertificateWithAward, findCertificatesOfDecision } from '#db/certificates/certificates.queries.ts';
import type { Reader } from '#db/database.ts';
import {
  type DecisionItem,
  findCandidates,
  findClusterName,
  findDecision,
  findEarlierAwards,
  findItems,
  findOffice,
} from '#db/decisions/decisions.queries.ts';
import type { DecisionRow } from '#db/decisions/decisions.table.ts';
import { findAwardForm, findPrizeRules } from '#db/decisions/issue.queries.ts';
import { listFilesOf } from '#db/files/files.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { personReasons } from '#server/decisions/decisions.policy.ts';
import { countsOf, draftOf, uniqueById } from '#server/decisions/decisions.service.ts';
import type { Procedure } from '#shared/accounts/permissions.ts';
import type { PrizeVerdict } from '#shared/awards/prize.rules.ts';
import { longNameWarnings } from '#shared/certificates/certificates.rules.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound } from '#shared/core/refusal.ts';
import { fullDecisionNumber } from '#shared/decisions/decision-number.ts';
import { type DecisionPrizes, decisionPrizes, prizeOfKind } from '#shared/decisions/decision-prizes.ts';
import { namedCounts } from '#shared/decisions/decision-template.ts';
import {
  cancelReasons,
  editReasons,
  issueReasons,
  returnReasons,
  signReasons,
  submitReasons,
} from '#shared/decisions/decisions.rules.ts';
import { printedNameOf } from '#shared/decisions/printed-name.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';

/**
 * A decision as its page shows it: text, annexed list with the money of each, what to look at before the next step,
 * and every action with the reasons why not.
 */
export async function viewDecision(ctx: ActorContext, id: string) {
  const db = ctx.db.reads;
  const decision = await findDecision(db, ctx.access, id);
  if (!decision) throw notFound('decision');
  const today = vietnamDate(ctx.now());
  const items = await findItems(db, id);
  const [form, clusterName, money, actions, office] = await Promise.all([
    findAwardForm(db, decision.awardCode),
    findClusterName(db, decision.clusterYearId),
    listOf(db, decision, items, today),
    actionsOf(ctx, decision, items, today),
    findOffice(db, decision.numberingUnitId),
  ]);
  const isOpen = decision.status !== 'issued' && decision.status !== 'cancelled';
  return {
    id: decision.id,
    version: decision.version,
    status: decision.status,
    clusterYearId: decision.clusterYearId,
    clusterName: clusterName ?? null,
    achievementYear: decision.achievementYear,
    awardName: form?.name ?? decision.awardCode,
    officeName: office?.fullName ?? '',
    documentType: decision.documentType,
    fullNumber: fullDecisionNumber(decision.number, decision.documentType),
    decidedOn: decision.decidedOn,
    signedOn: decision.signedOn,
    cancellation: cancellationOf(decision),
    isDemo: decision.isDemo === 1,
    today,
    draft: draftOf(decision),
    items: money.items,
    money: money.summary,
    candidates: actions.setItems.allowed ? await candidatesOf(db, decision) : [],
    warnings: worded(isOpen ? await warningsOf(db, decision, items) : []),
    files: await listFilesOf(db, 'decision', decision.id),
    actions,
  };
}
export type DecisionView = Awaited<ReturnType<typeof viewDecision>>;

function cancellationOf({ cancelGround, cancelReason, cancelNumber, cancelledOn }: DecisionRow) {
  if (cancelledOn === null) return null;
  return { ground: cancelGround, reason: cancelReason, number: cancelNumber, cancelledOn };
}

type ListedPrize = Pick<PrizeVerdict, 'coefficientHundredths' | 'baseSalaryVnd' | 'prizeVnd' | 'certainty'>;
type Listed = {
  position: number;
  nominationId: string | null;
  kind: RecipientKind;
  printedName: string;
  printedPlace: string;
  unitName: string;
  sentence: string;
  /** True where it is not the common one. */
  isOwnSentence: boolean;
  prize: ListedPrize | null;
};

/**
 * The annexed list with its money. Before issue: the nominations, with the rule of the day the decision would bear.
 * After: what was frozen in the book, so that a rule or a name corrected later changes nothing that was given.
 */
async function listOf(db: Reader, decision: DecisionRow, chosen: readonly DecisionItem[], today: string) {
  const onDate = decision.decidedOn ?? decision.signedOn ?? today;
  const given = await findCertificatesOfDecision(db, decision.id);
  const isFrozen = given.length > 0;
  const kinds = (isFrozen ? given : chosen).map(({ recipientKind }) => recipientKind);
  const rules = await findPrizeRules(db, decision.awardCode);
  const prizes = decisionPrizes(kinds, rules, { awardCode: decision.awardCode, onDate });
  const items = isFrozen
    ? given.map((row, index) => frozenItem(decision, row, index))
    : chosen.map((item) => openItem(decision, item, prizes));
  return {
    items,
    summary: {
      onDate,
      isFrozen,
      totalVnd: items.reduce((sum, { prize }) => sum + (prize?.prizeVnd ?? 0), 0),
      unknownCount: items.filter(({ prize }) => prize === null).length,
      source: prizes.source ?? null,
      coefficients: prizes.byKind.map(({ kind, coefficientCertainty }) => ({ kind, certainty: coefficientCertainty })),
      reasons: worded(isFrozen || items.length === 0 ? [] : prizes.reasons),
    },
  };
}

function openItem(decision: DecisionRow, item: DecisionItem, prizes: DecisionPrizes): Listed {
  const verdict = prizeOfKind(prizes, item.recipientKind);
  return {
    position: item.position,
    nominationId: item.id,
    kind: item.recipientKind,
    printedName: printedNameOf(item),
    printedPlace: item.printedPlace,
    unitName: item.unitName,
    sentence: item.sentenceOverride ?? decision.commonSentence,
    isOwnSentence: item.sentenceOverride !== null,
    prize: verdict && {
      coefficientHundredths: verdict.coefficientHundredths,
      baseSalaryVnd: verdict.baseSalaryVnd,
      prizeVnd: verdict.prizeVnd,
      certainty: verdict.certainty,
    },
  };
}

function frozenItem(decision: DecisionRow, row: CertificateWithAward, index: number): Listed {
  const { coefficientHundredths, baseSalaryVnd, prizeVnd } = row;
  const isKnown = coefficientHundredths !== null && baseSalaryVnd !== null && prizeVnd !== null;
  return {
    position: index + 1,
    nominationId: row.nominationId,
    kind: row.recipientKind,
    printedName: row.printedName,
    printedPlace: row.printedPlace,
    unitName: row.unitName,
    sentence: row.sentence,
    isOwnSentence: row.sentence !== decision.commonSentence.normalize('NFC'),
    prize: isKnown
      ? { coefficientHundredths, baseSalaryVnd, prizeVnd, certainty: row.prizeCertainty ?? 'unknown' }
      : null,
  };
}

async function candidatesOf(db: Reader, decision: DecisionRow) {
  const candidates = uniqueById(await findCandidates(db, decision));
  return candidates.map((one) => ({
    nominationId: one.id,
    kind: one.recipientKind,
    printedName: printedNameOf(one),
    unitName: one.unitName,
    isChosen: one.decisionId === decision.id,
  }));
}

/** What a person should look at before going on; none of it blocks. */
async function warningsOf(db: Reader, decision: DecisionRow, items: readonly DecisionItem[]): Promise<Reason[]> {
  const earlier = await findEarlierAwards(db, decision, items);
  const warnings: Reason[] = [];
  for (const item of items) {
    const { name } = item;
    const award = earlier.find(({ nameFold, unitId }) => nameFold === item.nameFold && unitId === item.unitId);
    if (award) {
      const facts = { name, award: award.awardName, year: award.year, number: award.decisionNumber };
      warnings.push({ code: 'decision.warn-duplicate', facts });
    }
    if (item.duplicateNote) warnings.push({ code: 'decision.warn-note', facts: { name, note: item.duplicateNote } });
    if (item.printedName.trim() === '') warnings.push({ code: 'decision.warn-no-printed-name', facts: { name } });
  }
  return [...warnings, ...countWarnings(decision, items), ...longNameWarnings(items.map(printedNameOf))];
}

/** Điều 1 says how many; a list changed after that article was written by hand no longer agrees. */
function countWarnings(decision: DecisionRow, items: readonly DecisionItem[]): Reason[] {
  const [article = ''] = draftOf(decision).articles;
  const named = namedCounts(article);
  const counts = countsOf(items);
  const agrees = (Object.keys(named) as (keyof typeof named)[]).every((kind) => named[kind] === counts[kind]);
  if (agrees || items.length === 0) return [];
  return [
    { code: counts.householdCount > 0 ? 'decision.warn-counts-households' : 'decision.warn-counts', facts: counts },
  ];
}

async function actionsOf(ctx: ActorContext, decision: DecisionRow, items: readonly DecisionItem[], today: string) {
  const { status } = decision;
  const action = (procedure: Procedure, state: readonly Reason[]) => {
    const person = personReasons(ctx.actor, procedure, decision.numberingUnitId);
    const reasons = worded(person.length > 0 ? person : state);
    return { allowed: reasons.length === 0, reasons };
  };
  const unprintable: Record<string, Reason[]> = {
    issued: [],
    cancelled: [{ code: 'certificate.decision-cancelled' }],
  };
  return {
    save: action('decisions.save', editReasons(status)),
    setItems: action('decisions.setItems', editReasons(status)),
    setSentence: action('decisions.setSentence', editReasons(status)),
    // The signed scan comes at the end, so documents come and go in every state.
    attach: action('decisions.save', []),
    submit: action('decisions.submit', submitReasons(status, draftOf(decision), items.length)),
    returnToDraft: action('decisions.returnToDraft', returnReasons(status)),
    recordSigned: action('decisions.recordSigned', signReasons(status, null, today)),
    issue: action('decisions.issue', issueReasons(status, null, today)),
    cancel: action('decisions.cancel', cancelReasons(status, null, today)),
    print: action('certificates.print', unprintable[status] ?? [{ code: 'certificate.decision-not-issued' }]),
    advance: action('certificates.advance', unprintable[status] ?? [{ code: 'certificate.decision-not-issued' }]),
  };
}
