import type { Writer } from '#db/database.ts';
import {
  deleteAwards,
  deleteRecipients,
  findAwardStates,
  findRecipientStates,
  patchAward,
} from '#db/imports/undo.writes.ts';
import type { NewRecipient } from '#db/recipients/recipients.table.ts';
import { insertRecipients, lockLiving } from '#db/recipients/recipients.writes.ts';
import type { NewAward } from '#db/registry/registry.table.ts';
import { insertAwards } from '#db/registry/registry.writes.ts';
import { type AwardPatch, awardText, type PlannedAward } from '#server/imports/kinds/award-plan.ts';
import { type Applied, sourceText, type TakenBack, type Work } from '#server/imports/kinds/kind.ts';
import { newRecipientOf, type Person } from '#server/imports/kinds/people.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';

export type AwardPlan =
  | { award: PlannedAward; recipient: { id: string } | { person: Person } | { row: number } }
  | {
      change: {
        id: string;
        version: number;
        name: string;
        unitId: string;
        /** The import that had written it before. */
        earlierRunId: string | null;
        to: AwardPatch;
        from: AwardPatch;
      };
    };

/** What a row wrote: an award (and the recipient it made), or fields of an award with what stood there. */
export type AwardEffect =
  | { made: string; name: string; unitId: string; recipient?: string }
  | {
      changed: string;
      version: number;
      name: string;
      unitId: string;
      /** Missing in what was written before awards knew their import. */
      earlierRunId?: string | null;
      from: AwardPatch;
      to: AwardPatch;
    };

type PlannedRow = { rowNumber: number; plan: AwardPlan };

export async function applyAwards(
  tx: Writer,
  work: Work,
  rows: readonly PlannedRow[],
): Promise<{ applied: Applied<AwardEffect>[]; audit: AuditEvent[] }> {
  // Somebody of another unit may be put into another record just now: the award goes to where they live.
  const living = await lockLiving(
    tx,
    rows.flatMap(({ plan }) => ('award' in plan && 'id' in plan.recipient ? [plan.recipient.id] : [])),
  );
  const { newId } = work.ctx;
  const importRunId = work.run.id;
  const recipients: NewRecipient[] = [];
  const awards: NewAward[] = [];
  const applied: Applied<AwardEffect>[] = [];
  const audit: AuditEvent[] = [];
  const madeBy = new Map<number, string>();
  for (const { rowNumber, plan } of rows) {
    if ('change' in plan) {
      const source = [{ field: 'import', from: null, to: sourceText(work, rowNumber) }];
      const { id, version, name, unitId, earlierRunId, to, from } = plan.change;
      if (!(await patchAward(tx, id, version, { ...to, importRunId })))
        throw new Error(`award ${id} changed between its verdict and its change`);
      applied.push({ rowNumber, effect: { changed: id, version: version + 1, name, unitId, earlierRunId, from, to } });
      audit.push({
        ...awardEvent('award.import-changed', id, name, unitId),
        changes: [...patchChanges(from, to), ...source],
      });
      continue;
    }
    const { award, recipient } = plan;
    let recipientId =
      'id' in recipient
        ? (living.get(recipient.id) ?? recipient.id)
        : 'row' in recipient
          ? madeBy.get(recipient.row)
          : undefined;
    let made: string | undefined;
    if (recipientId === undefined) {
      // Only a row that makes its recipient gets here: those that mean an earlier row were judged after it.
      if (!('person' in recipient)) throw new Error(`row ${rowNumber} means a recipient that no row made`);
      made = newId();
      recipientId = made;
      madeBy.set(rowNumber, made);
      recipients.push(newRecipientOf(work, made, recipient.person));
      audit.push({
        action: 'recipient.imported',
        subjectKind: 'recipient',
        subjectId: made,
        subjectLabel: award.printedName,
        unitId: award.unitId,
        reason: sourceText(work, rowNumber),
      });
    }
    const id = newId();
    awards.push({ ...award, id, recipientId, importRunId });
    const { printedName: name, unitId } = award;
    applied.push({ rowNumber, effect: { made: id, name, unitId, ...(made !== undefined && { recipient: made }) } });
    audit.push({ ...awardEvent('award.imported', id, name, unitId), reason: sourceText(work, rowNumber) });
  }
  await insertRecipients(tx, recipients);
  await insertAwards(tx, awards);
  return { applied, audit };
}

function awardEvent(action: string, id: string, name: string, unitId: string): AuditEvent {
  return { action, subjectKind: 'award', subjectId: id, subjectLabel: name, unitId };
}

const patchChanges = (from: AwardPatch, to: AwardPatch) =>
  (Object.keys(to) as (keyof AwardPatch)[]).map((column) => ({
    field: column,
    from: awardText(column, from[column]),
    to: awardText(column, to[column]),
  }));

/** What an import wrote goes as long as nobody worked on it; what somebody else touched stays, and is told. */
export async function undoAwards(
  tx: Writer,
  work: Work,
  rows: readonly { rowNumber: number; effect: AwardEffect }[],
): Promise<{ rows: TakenBack[]; audit: AuditEvent[] }> {
  const idOf = (effect: AwardEffect) => ('made' in effect ? effect.made : effect.changed);
  const states = new Map(
    (
      await findAwardStates(
        tx,
        rows.map(({ effect }) => idOf(effect)),
      )
    ).map((state) => [state.id, state]),
  );
  const answers: TakenBack[] = [];
  const audit: AuditEvent[] = [];
  const goneAwards: string[] = [];
  const recipients = new Map<string, { rowNumber: number; name: string; unitId: string }>();
  for (const { rowNumber, effect } of rows) {
    const id = idOf(effect);
    const state = states.get(id);
    const { name, unitId } = effect;
    if ('made' in effect) {
      if (state && (state.version !== 1 || state.isUsed)) {
        answers.push({ rowNumber, kept: { code: 'import.kept-changed', facts: { name } } });
        continue;
      }
      if (state) {
        goneAwards.push(id);
        audit.push({ ...awardEvent('award.import-undone', id, name, unitId), changes: source(work, rowNumber) });
      }
      if (effect.recipient !== undefined) recipients.set(effect.recipient, { rowNumber, name, unitId });
      else answers.push({ rowNumber, kept: null });
      continue;
    }
    const before = { ...effect.from, importRunId: effect.earlierRunId ?? null };
    if (!state || state.version !== effect.version || !(await patchAward(tx, id, effect.version, before))) {
      answers.push({ rowNumber, kept: { code: 'import.kept-changed', facts: { name } } });
      continue;
    }
    audit.push({
      ...awardEvent('award.import-undone', id, name, unitId),
      changes: [...patchChanges(effect.to, effect.from), ...source(work, rowNumber)],
    });
    answers.push({ rowNumber, kept: null });
  }
  await deleteAwards(tx, goneAwards);
  answers.push(...(await takeRecipientsBack(tx, work, recipients, audit)));
  return { rows: answers, audit };
}

/** Recipients that the import made go when nothing else speaks of them. */
export async function takeRecipientsBack(
  tx: Writer,
  work: Work,
  made: ReadonlyMap<string, { rowNumber: number; name: string; unitId: string | null }>,
  audit: AuditEvent[],
): Promise<TakenBack[]> {
  const answers: TakenBack[] = [];
  const gone: string[] = [];
  const states = new Map((await findRecipientStates(tx, [...made.keys()])).map((state) => [state.id, state]));
  for (const [id, { rowNumber, name, unitId }] of made) {
    const state = states.get(id);
    if (state && (state.version !== 1 || state.isUsed)) {
      answers.push({ rowNumber, kept: { code: 'import.kept-recipient', facts: { name } } });
      continue;
    }
    answers.push({ rowNumber, kept: null });
    if (!state) continue;
    gone.push(id);
    audit.push({
      action: 'recipient.import-undone',
      subjectKind: 'recipient',
      subjectId: id,
      subjectLabel: name,
      unitId,
      changes: source(work, rowNumber),
    });
  }
  await deleteRecipients(tx, gone);
  return answers;
}

const source = (work: Work, rowNumber: number) => [{ field: 'import', from: sourceText(work, rowNumber), to: null }];
