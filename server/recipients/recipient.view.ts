import * as z from 'zod/mini';
import { listFilesOf } from '#db/files/files.queries.ts';
import {
  countAwardHistory,
  type FoundRecipient,
  findEthnicityState,
  findKeptId,
  findRecipient,
  listAwardHistory,
  listCertificatesOf,
  listFormerNames,
  listHolds,
  listLines,
  listPosts,
  listPredecessors,
  listTitles,
} from '#db/recipients/recipient-page.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { openCccd } from '#server/recipients/cccd.service.ts';
import { editorReasons, mayDo } from '#server/recipients/recipients.policy.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { isoDate, vietnamDate } from '#shared/core/dates.ts';
import { decodeCursor, pageOf } from '#shared/core/page.ts';
import { notFound } from '#shared/core/refusal.ts';
import { maskedCccd } from '#shared/recipients/cccd.rules.ts';
import { formatPartialDate } from '#shared/recipients/partial-date.ts';
import { isHeld } from '#shared/recipients/recipient.rules.ts';
import type { RecipientDraft, RecipientId } from '#shared/recipients/recipient-page.schema.ts';
import { awardId } from '#shared/registry/registry.schema.ts';

const AWARDS_ON_A_PAGE = 50;
const cursorKey = z.tuple([isoDate, awardId]);

/**
 * One recipient with all its page shows but the awards. Who reads it for an award only (another province) sees the
 * year of birth, not the day, and neither holds nor documents. A record that was merged answers with the one it went
 * into; `asked` then names it.
 */
export async function recipientById(ctx: ActorContext, id: RecipientId) {
  const db = ctx.db.reads;
  const asked = await findKeptId(db, id);
  const found = asked && (await findRecipient(db, ctx.access, asked.keptId));
  if (!asked || !found) throw notFound('recipient');
  const isWhole = ctx.access.all || (found.unitId !== null && ctx.access.own.includes(found.unitId));
  const predecessors = await listPredecessors(db, found.id);
  const whose = { recipientId: found.id, predecessors };
  const [formerNames, lines, titles, counts, posts, holds, files] = await Promise.all([
    listFormerNames(db, found.id),
    listLines(db, ctx.access, found.id),
    listTitles(db, ctx.access, whose),
    countAwardHistory(db, ctx.access, whose),
    isWhole ? listPosts(db, found.id) : [],
    isWhole ? listHolds(db, found.id) : [],
    isWhole ? listFilesOf(db, 'recipient', found.id) : [],
  ]);
  const reasons = editorReasons(ctx.actor, 'recipients.save', found);
  const today = vietnamDate(ctx.now());
  const { kind, name, sex, birthYear, unitId, unitName, isDemo, version } = found;
  return {
    id: found.id,
    kind,
    name,
    sex,
    birthYear,
    birthOn: isWhole ? found.birthOn : null,
    foundedOn: found.foundedOn,
    positionHeld: found.positionHeld,
    place: found.place,
    unitId,
    unitName,
    isDemo,
    version,
    isWhole,
    asked: asked.id === found.id ? null : { id: asked.id, name: asked.name },
    formerNames,
    posts,
    lines,
    titles,
    counts,
    holds: holds.map((hold) => ({ ...hold, isHeld: isHeld(hold, today) })),
    files,
    cccd: cccdShown(ctx, found),
    ethnicity: await ethnicityShown(ctx, found),
    actions: { save: { allowed: reasons.length === 0, reasons: worded(reasons) } },
  };
}

/** A page of Quá trình khen thưởng, newest decision first, with papers and, of a predecessor, its name. */
export async function awardHistoryPage(ctx: ActorContext, input: { id: RecipientId; cursor?: string | undefined }) {
  const db = ctx.db.reads;
  const asked = await findKeptId(db, input.id);
  const found = asked && (await findRecipient(db, ctx.access, asked.keptId));
  if (!found) throw notFound('recipient');
  const predecessors = await listPredecessors(db, found.id);
  const rows = await listAwardHistory(db, ctx.access, {
    recipientId: found.id,
    predecessors,
    decisions: accessFor(ctx.actor, 'decisions.byId') ?? NO_ACCESS,
    after: decodeCursor(cursorKey, input.cursor),
    limit: AWARDS_ON_A_PAGE + 1,
  });
  const page = pageOf(rows, AWARDS_ON_A_PAGE, ({ decidedOn, id }) => [decidedOn, id]);
  const papers = new Map(
    (
      await listCertificatesOf(
        db,
        page.rows.map(({ id }) => id),
      )
    ).map((paper) => [paper.awardId, paper]),
  );
  const names = new Map(predecessors.map(({ id, name }) => [id, name]));
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      ofName: row.recipientId === found.id ? null : (names.get(row.recipientId) ?? row.printedName),
      certificate: papers.get(row.id) ?? null,
    })),
  };
}

/** The part of a recipient that people write, as it stands in a form. */
export function draftOf(recipient: FoundRecipient): RecipientDraft {
  const { name, sex, birthOn, birthYear, foundedOn, positionHeld, place } = recipient;
  const birth = birthOn ?? (birthYear === null ? null : String(birthYear));
  return { name, sex, birth: formatPartialDate(birth), founded: formatPartialDate(foundedOn), positionHeld, place };
}

/** Null for those who may not open it, and for what is no person. */
function cccdShown(ctx: ActorContext, { kind, cccdCipher, ...recipient }: FoundRecipient) {
  if (kind !== 'individual' || !mayDo(ctx.actor, 'recipients.revealCccd', recipient)) return null;
  if (cccdCipher === null) return { isKnown: false, masked: null };
  const digits = openCccd(ctx.keys, cccdCipher);
  return { isKnown: true, masked: digits === undefined ? '•'.repeat(12) : maskedCccd(digits) };
}

async function ethnicityShown(ctx: ActorContext, { id, kind, ...recipient }: FoundRecipient) {
  if (kind !== 'individual' || !mayDo(ctx.actor, 'recipients.readEthnicity', recipient)) return null;
  return { isKnown: await findEthnicityState(ctx.db.reads, id) };
}
