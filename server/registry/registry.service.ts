import * as z from 'zod/mini';
import { findAwardForm, listAwardForms, listVersionsOn } from '#db/awards/awards.queries.ts';
import type { Writer } from '#db/database.ts';
import { findRecipient } from '#db/recipients/recipient-page.queries.ts';
import { lockRecipients } from '#db/recipients/recipient-page.writes.ts';
import { matchOrInsertRecipient } from '#db/recipients/recipients.writes.ts';
import { findAward, listAwardsOfDay, listCertificatesOfAward, listOtherAwards } from '#db/registry/registry.queries.ts';
import { insertAward } from '#db/registry/registry.writes.ts';
import { lockUnit } from '#db/units/units.writes.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { readAwardVersion } from '#shared/awards/awards.schema.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { WAY_LABELS } from '#shared/nominations/nominations.schema.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';
import { recordReasons, sameDecisionNumber, tidyDecisionNumber } from '#shared/registry/registry.rules.ts';
import type { AwardId, RecordAward } from '#shared/registry/registry.schema.ts';

/** One award with its papers and the recipient's other awards (quá trình khen thưởng). */
export async function awardById(ctx: ActorContext, id: AwardId) {
  const db = ctx.db.reads;
  const award = await findAward(db, ctx.access, id);
  if (!award) throw notFound('award');
  const [certificates, others] = await Promise.all([
    listCertificatesOfAward(db, id),
    listOtherAwards(db, ctx.access, award.recipientId, id),
  ]);
  const { nameFold: _fold, searchText: _words, nameSort: _order, importRunId: _run, ...shown } = award;
  return { ...shown, certificates, others };
}

/** Ghi bổ sung: writes an award given on paper, before or beside the system, into the registry. */
export async function recordAward(ctx: ActorContext, input: RecordAward): Promise<{ id: AwardId }> {
  if (!ctx.access.own.includes(input.unitId)) throw new Refusal('forbidden', [{ code: 'award.not-own-unit' }]);
  // Before the transaction, in which others would wait: the catalogue does not change under it.
  const form = await findAwardForm(ctx.db.reads, input.awardCode);
  refuseIf(
    recordReasons(input, form && { name: form.name, appliesTo: appliesTo(form.appliesTo) }, vietnamDate(ctx.now())),
  );
  return commitOnce(ctx, input, async (tx) => {
    const name = input.name.normalize('NFC');
    const number = tidyDecisionNumber(input.decisionNumber);
    const isDemo = ctx.demo ? 1 : 0;
    await lockUnit(tx, input.unitId);
    const recorded = await listAwardsOfDay(tx, input.unitId, input.decidedOn, fold(name));
    if (recorded.some((one) => one.awardCode === input.awardCode && sameDecisionNumber(one.decisionNumber, number)))
      refuseIf([
        {
          code: 'award.already-recorded',
          field: 'decisionNumber',
          facts: { name, number, decidedOn: input.decidedOn },
        },
      ]);
    const known = input.recipientId && (await chosenRecipient(ctx, tx, input.recipientId, input.recipientKind));
    const recipient =
      known ??
      (await matchOrInsertRecipient(tx, {
        id: ctx.newId(),
        kind: input.recipientKind,
        name,
        nameFold: fold(name),
        sex: input.sex,
        birthYear: null,
        unitId: input.unitId,
        place: input.printedPlace,
        isDemo,
      }));
    const id = ctx.newId() as AwardId;
    await insertAward(tx, {
      id,
      recipientId: recipient.id,
      awardCode: input.awardCode,
      unitId: input.unitId,
      issuingUnitId: input.unitId,
      year: input.year,
      decisionNumber: number,
      decidedOn: input.decidedOn,
      recipientKind: input.recipientKind,
      printedName: name,
      printedPlace: input.printedPlace.normalize('NFC'),
      nameFold: fold(name),
      sentence: input.sentence.normalize('NFC'),
      way: input.way,
      sex: input.sex,
      personClass: input.personClass,
      isDemo,
    });
    return {
      result: { id },
      audit: [
        {
          action: 'award.recorded',
          subjectKind: 'award',
          subjectId: id,
          subjectLabel: name,
          unitId: input.unitId,
          changes: [
            { field: 'name', from: null, to: name },
            { field: 'awardCode', from: null, to: form?.name ?? input.awardCode },
            { field: 'year', from: null, to: String(input.year) },
            { field: 'decisionNumber', from: null, to: number },
            { field: 'decidedOn', from: null, to: formatDate(input.decidedOn) },
            { field: 'way', from: null, to: WAY_LABELS[input.way].vi },
          ],
        },
      ],
    };
  });
}

/** The recipient somebody chose: of an own unit, of that kind, still standing. */
async function chosenRecipient(
  ctx: ActorContext,
  tx: Writer,
  id: string,
  kind: RecipientKind,
): Promise<{ id: string }> {
  await lockRecipients(tx, [id]);
  const recipient = await findRecipient(tx, ctx.access, id);
  const isOwn = recipient && recipient.unitId !== null && ctx.access.own.includes(recipient.unitId);
  if (!isOwn) throw notFound('recipient');
  if (recipient.mergedInto !== null)
    refuseIf([{ code: 'recipient.merged-away', facts: { name: recipient.keptName ?? '…' } }]);
  if (recipient.kind !== kind) refuseIf([{ code: 'award.recipient-other-kind', facts: { name: recipient.name } }]);
  return recipient;
}

/** The catalogue, each form with the version in force today and how sure it is. */
export async function awardForms(ctx: ActorContext) {
  const [forms, versions] = await Promise.all([
    listAwardForms(ctx.db.reads),
    listVersionsOn(ctx.db.reads, vietnamDate(ctx.now())),
  ]);
  // Two versions on one day: the later one is meant.
  const current = new Map(versions.map((version) => [version.awardCode, version]));
  return forms.map((form) => {
    const version = current.get(form.code);
    return {
      code: form.code,
      kind: form.kind,
      name: form.name,
      nameEn: form.nameEn,
      level: form.level,
      appliesTo: appliesTo(form.appliesTo),
      version: version
        ? {
            id: version.id,
            validFrom: version.validFrom,
            validTo: version.validTo,
            source: version.source,
            certainty: version.certainty,
            rules: readAwardVersion(version.json) ?? null,
          }
        : null,
    };
  });
}

const names = z.array(z.string());

function appliesTo(json: string): string[] {
  try {
    return z.safeParse(names, JSON.parse(json)).data ?? [];
  } catch {
    return [];
  }
}
