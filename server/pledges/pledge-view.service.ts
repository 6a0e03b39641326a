import type { Reader } from '#db/database.ts';
import { findYearIndicators } from '#db/indicators/indicators.queries.ts';
import { pledgeHash } from '#db/pledges/pledge.hash.ts';
import {
  findOpinions,
  findPledge,
  findPledgeContent,
  findPledgeMembers,
  findPledgeSignatures,
  findPledgeTargets,
  findPledgeUnits,
  findPromisedAndDone,
  findScans,
  findVoidedSignatures,
  findYearBefore,
} from '#db/pledges/pledges.queries.ts';
import type { PledgeRow } from '#db/pledges/pledges.table.ts';
import { findReportingYear, type ReportingYear } from '#db/reports/reports.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { priorFigures } from '#server/indicators/series.service.ts';
import { byCell, byIndicator } from '#server/pledges/by-indicator.ts';
import { ruleOfYear } from '#server/pledges/pledge-rule.service.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound } from '#shared/core/refusal.ts';
import { aggregate } from '#shared/indicators/indicators.rules.ts';
import { comparable } from '#shared/pledges/pledge-basis.ts';
import {
  agreeReasons,
  consultReasons,
  isFrozen,
  openSigningReasons,
  opinionReasons,
  publishReasons,
  reopenReasons,
  returnReasons,
  signingReasons,
  targetReasons,
  textReasons,
} from '#shared/pledges/pledge-steps.rules.ts';
import { leadReasons, memberReasons, reopenerReasons, signerReasons } from '#shared/pledges/pledges.policy.ts';
import { outcomeOf } from '#shared/pledges/pledges.rules.ts';

type Member = { unitId: string; name: string; fullName: string; isActive: boolean };

/**
 * Each unit once, in the order of the cluster, and whether it is a member today. As long as the content is open, only
 * who has not left: nobody else promises. What is frozen is of everybody who promised or signed, whoever left since.
 */
async function membersOf(
  db: Reader,
  year: ReportingYear,
  today: string,
  pledge: Pick<PledgeRow, 'id' | 'status'> | undefined,
): Promise<Member[]> {
  const found = new Map<string, Member & { stays: boolean }>();
  for (const { unitId, name, fullName, validFrom, validTo } of await findPledgeMembers(db, year)) {
    const before = found.get(unitId);
    const stays = (validTo ?? '9999') >= today;
    const isActive = stays && (validFrom ?? '') <= today;
    const either = { isActive: isActive || before?.isActive === true, stays: stays || before?.stays === true };
    found.set(unitId, { unitId, name, fullName, ...either });
  }
  const all = [...found.values()].map(({ stays, ...member }) => ({ member, stays }));
  if (!pledge || !isFrozen(pledge.status)) return all.filter(({ stays }) => stays).map(({ member }) => member);
  const bound = await findPledgeUnits(db, pledge.id);
  const isBound = new Set(bound.map(({ unitId }) => unitId));
  return [
    ...all.filter(({ member, stays }) => stays || isBound.has(member.unitId)).map(({ member }) => member),
    ...bound.filter(({ unitId }) => !found.has(unitId)).map((unit) => ({ ...unit, isActive: false })),
  ];
}

/**
 * Giao ước of a year as the person may see it: joint text, targets of every member beside last year's, opinions,
 * signatures in force and void, and for each action the grounds against it (none: allowed).
 */
export async function viewPledge(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const year = await findReportingYear(db, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const today = vietnamDate(ctx.now());
  const clusterYear = {
    id: year.id,
    year: year.year,
    name: year.name,
    clusterName: year.clusterName,
    chairName: year.chairName,
  };
  const lead = leadReasons(ctx.actor, year);
  const pledge = await findPledge(db, ctx.access, clusterYearId);
  const members = await membersOf(db, year, today, pledge);
  if (!pledge) return { clusterYear, today, members, actions: { create: lead }, pledge: null };

  const [indicators, content, signatures, scans, opinions, voided] = await Promise.all([
    indicatorsOf(db, year, pledge.id, members, ctx.now().toISOString()),
    findPledgeContent(db, pledge.id, isFrozen(pledge.status) ? undefined : members.map(({ unitId }) => unitId)),
    findPledgeSignatures(db, pledge.id),
    findScans(db, pledge.id),
    findOpinions(db, pledge.id),
    findVoidedSignatures(db, pledge.id),
  ]);
  const bySigner = new Map(signatures.map((row) => [row.unitId, row]));
  const voidScans = new Set(voided.map(({ fileId }) => fileId));
  const targetCount = content.targets.filter(({ value }) => value !== null).length;
  const either = (person: Reason[], state: () => Reason[]) => (person.length > 0 ? person : state());
  const unsigned = members.filter(({ unitId, isActive }) => isActive && bySigner.get(unitId)?.signedOn === null);
  return {
    clusterYear,
    today,
    members,
    actions: {
      create: [{ code: 'pledge.exists' }] as Reason[],
      saveText: either(lead, () => textReasons(pledge)),
      consult: either(lead, () => consultReasons(pledge, today)),
      returnToDraft: either(lead, () => returnReasons(pledge)),
      agree: either(lead, () => agreeReasons(pledge, targetCount)),
      openSigning: either(lead, () => openSigningReasons(pledge)),
      publish: either(lead, () =>
        publishReasons(
          pledge,
          unsigned.map(({ name }) => name),
        ),
      ),
      reopen: either(reopenerReasons(ctx.actor, year), () => reopenReasons(pledge)),
    },
    pledge: {
      id: pledge.id,
      version: pledge.version,
      status: pledge.status,
      jointText: pledge.jointText,
      isDemo: pledge.isDemo === 1,
      /** Hash of the frozen content; null until it is agreed. */
      contentHash: pledge.contentHash,
      /** Hash of the content on the screen, to be sent along when it is frozen or signed. */
      seenHash: pledgeHash(content),
      isFrozen: isFrozen(pledge.status),
      frozenAt: pledge.frozenAt,
      consultDueOn: pledge.consultDueOn,
      publishedOn: pledge.publishedOn,
      place: pledge.place,
      indicators,
      opinions: members.map((member) => {
        const given = opinions.find(({ unitId }) => unitId === member.unitId);
        const isOld = given !== undefined && given.givenAt < (pledge.consultOpenedAt ?? '');
        return {
          unitId: member.unitId,
          name: member.name,
          given: given
            ? { stance: given.stance, opinion: given.opinion, givenAt: given.givenAt, by: given.givenByName, isOld }
            : null,
          give: either(memberReasons(ctx.actor, member), () => opinionReasons(pledge)),
        };
      }),
      /** Whose targets this person may set now. */
      ownUnitIds: members
        .filter((member) => member.isActive && memberReasons(ctx.actor, member).length === 0)
        .filter(() => targetReasons(pledge).length === 0)
        .map(({ unitId }) => unitId),
      targetReasons: targetReasons(pledge),
      signatures: members.map((member) => {
        const signature = bySigner.get(member.unitId);
        const person = signerReasons(ctx.actor, member, year);
        return {
          id: signature?.id ?? null,
          unitId: member.unitId,
          name: member.name,
          isActive: member.isActive,
          isDemo: signature?.isDemo === 1,
          signedOn: signature?.signedOn ?? null,
          capacity: signature?.capacity ?? null,
          signatoryName: signature?.signatoryName ?? null,
          fileId: signature?.fileId ?? null,
          files: scans
            .filter(({ id, signatureId }) => signatureId === signature?.id && !voidScans.has(id))
            .map(({ signatureId: _, ...file }) => ({ ...file, createdByName: '' })),
          sign: either(person, () => signingReasons(pledge)),
        };
      }),
      signedCount: signatures.filter(({ signedOn }) => signedOn !== null).length,
      voided: inOrderOf(members, voided).map((row) => ({
        id: row.id,
        unitName: row.unitName,
        signedOn: row.signedOn,
        signatory: [row.signatoryName, row.capacity].filter(Boolean).join(', '),
        voidedAt: row.voidedAt,
        voidedBy: row.voidedByName,
        reason: row.reason,
        fileId: row.fileId,
        isSignedAgain: bySigner.get(row.unitId)?.signedOn != null,
      })),
    },
  };
}

/** The newest change first; the signatures that fell with it in the order of the cluster. */
function inOrderOf<Row extends { unitId: string; voidedAt: string }>(members: readonly Member[], rows: readonly Row[]) {
  const placeOf = new Map(members.map(({ unitId }, place) => [unitId, place]));
  return rows.toSorted(
    (a, b) =>
      b.voidedAt.localeCompare(a.voidedAt) ||
      (placeOf.get(a.unitId) ?? members.length) - (placeOf.get(b.unitId) ?? members.length),
  );
}

async function indicatorsOf(db: Reader, year: ReportingYear, pledgeId: string, members: readonly Member[], at: string) {
  const before = await findYearBefore(db, year);
  const [rule, asked, saved, priors, now, last] = await Promise.all([
    ruleOfYear(db, year.id),
    findYearIndicators(db, year.id),
    findPledgeTargets(db, pledgeId),
    priorFigures(db, year.id),
    findPromisedAndDone(db, year.id, at),
    before ? findPromisedAndDone(db, before.id, at) : { targets: [], actuals: [] },
  ]);
  const [targetOf, priorOf] = [byCell(saved), byCell(priors)];
  return byIndicator(asked, members.length, (indicator) => {
    const done = comparable(now.actuals, indicator);
    const lastDone = comparable(last.actuals, indicator);
    const lastTarget = comparable(last.targets, indicator);
    const cells = members.map(({ unitId }) => {
      const target = targetOf(unitId, indicator.id);
      const value = target?.value ?? null;
      const actual = done.get(unitId) ?? null;
      return {
        unitId,
        value,
        note: target?.note ?? '',
        version: target?.version ?? 0,
        /** Thực hiện năm trước: as given for this year, else as last year's received report says. */
        prior: priorOf(unitId, indicator.id)?.value ?? lastDone.get(unitId) ?? null,
        lastTarget: lastTarget.get(unitId) ?? null,
        actual,
        outcome: outcomeOf(indicator.better, actual, value, rule),
      };
    });
    return {
      id: indicator.id,
      name: indicator.name,
      unitOfMeasure: indicator.unitOfMeasure,
      kind: indicator.kind,
      decimals: indicator.decimals,
      aggregation: indicator.aggregation,
      better: indicator.better,
      isHeadline: indicator.isHeadline === 1,
      cells,
      /** In the order of the members; null: không giao chỉ tiêu. */
      targets: cells.map(({ value }) => value),
      total: aggregate(
        // Weights are known only at year end.
        indicator.aggregation === 'weighted-mean' ? 'none' : indicator.aggregation,
        cells.map(({ value }) => ({ value })),
      ),
    };
  });
}
