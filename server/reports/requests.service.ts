import { createHash, randomBytes } from 'node:crypto';
import type * as z from 'zod/mini';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Writer } from '#db/database.ts';
import { findYearIndicators } from '#db/indicators/indicators.queries.ts';
import { findReport, findReportValues } from '#db/reports/reports.queries.ts';
import { saveReportValues } from '#db/reports/reports.writes.ts';
import {
  findOwnRequest,
  findRequestCells,
  findRequestsOfReport,
  findUnitsBelow,
  type RequestDetail,
} from '#db/reports/requests.queries.ts';
import { insertRequest, setOutcome, updateRequest } from '#db/reports/requests.writes.ts';
import { commit, type Outcome } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { tellUnits } from '#server/notices/tell-units.service.ts';
import { cellChanges, reportEvent } from '#server/reports/reports.events.ts';
import { openReport, savedBy } from '#server/reports/reports.service.ts';
import { requestEvent } from '#server/reports/requests.events.ts';
import { formatDate, formatInstant, vietnamDate } from '#shared/core/dates.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { emptiedReasons } from '#shared/reports/reopen.rules.ts';
import { ownUnitReasons } from '#shared/reports/reports.policy.ts';
import { editReasons } from '#shared/reports/reports.rules.ts';
import {
  answerReasons,
  askAgainReasons,
  dueReasons,
  linkReasons,
  linkUntil,
  mergeReasons,
  withdrawReasons,
} from '#shared/reports/requests.rules.ts';
import type {
  askAgain as askAgainInput,
  askOffice as askInput,
  mergeAnswers as mergeInput,
  RequestId,
  requestInput,
  setDue as setDueInput,
  withdrawRequest as withdrawInput,
} from '#shared/reports/requests.schema.ts';
import { REQUEST_STATUS_LABELS } from '#shared/reports/requests.schema.ts';

/** What is kept of a link: nobody who reads the database can open it. */
export const hashOfLink = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Giao sở, ngành cung cấp số: asks one office for figures of a report that is still being filled. */
export function askOffice(ctx: ActorContext, input: z.infer<typeof askInput>): Promise<{ id: RequestId }> {
  const { reportId, unitId, officeName, dueOn, note } = input;
  return commitOnce(ctx, input, async (tx) => {
    const report = await openReport(ctx, tx, reportId, ownUnitReasons);
    refuseIf(editReasons(report));
    const today = vietnamDate(ctx.now());
    refuseIf(dueReasons(dueOn, today));
    const indicators = new Map((await findYearIndicators(tx, report.clusterYearId)).map((one) => [one.id, one]));
    const ids = [...new Set<string>(input.indicatorVersionIds)];
    if (ids.some((id) => !indicators.has(id))) throw new Refusal('refused', [{ code: 'report.unknown-indicator' }]);
    const below = unitId === null ? [] : await findUnitsBelow(tx, report.unitId, today);
    if (unitId !== null && !below.some(({ id }) => id === unitId))
      throw new Refusal('refused', [{ code: 'collecting.unit-not-below', field: 'unitId' }]);
    const open = (await findRequestsOfReport(tx, reportId)).filter(({ status }) => status === 'open');
    const cells = await findRequestCells(
      tx,
      open.filter((one) => one.officeName === officeName).map((one) => one.id),
    );
    const twice = cells.find(({ indicatorVersionId }) => ids.includes(indicatorVersionId));
    if (twice) {
      const facts = { office: officeName, indicator: indicators.get(twice.indicatorVersionId)?.name ?? '' };
      throw new Refusal('refused', [{ code: 'collecting.already-asked', facts }]);
    }
    const id = ctx.newId() as RequestId;
    const asked = { askedAt: ctx.now().toISOString(), askedBy: ctx.actor.name };
    const row = { id, reportId, unitId, officeName, note, dueOn, ...asked, linkHash: null, linkUntil: null };
    await insertRequest(tx, { ...row, answeredAt: null, answeredBy: null, isDemo: report.isDemo }, ids);
    await tellOffice(ctx, tx, { id, unitId, officeName, dueOn, unitFullName: report.unitFullName });
    const names = ids.map((one) => indicators.get(one)!.name).join('; ');
    const changes = [
      { field: 'office', from: null, to: officeName },
      { field: 'figures', from: null, to: names },
      { field: 'dueOn', from: null, to: formatDate(dueOn) },
    ];
    const about = { ...report, id, officeName, reportUnitId: report.unitId };
    return { result: { id }, audit: [requestEvent(about, { action: 'collecting.asked', changes })] };
  });
}

type Asked = Pick<RequestDetail, 'id' | 'unitId' | 'officeName' | 'dueOn' | 'unitFullName'>;

/** An office with accounts hears of it in the program; the others get their link by hand. */
async function tellOffice(ctx: ActorContext, tx: Writer, { id, unitId, officeName, dueOn, unitFullName }: Asked) {
  if (unitId === null) return;
  await tellUnits(ctx, tx, {
    unitIds: [unitId],
    roles: ['reporter', 'specialist'],
    code: 'notice.figures-asked',
    facts: { unit: unitFullName, office: officeName, dueOn },
    link: `/so-lieu-duoc-giao/${id}`,
  });
}

/** A request of the person's own report, held until the end of the transaction; the report must still be open. */
async function openRequest(ctx: ActorContext, tx: Writer, id: string): Promise<RequestDetail> {
  const known = await findOwnRequest(tx, ctx.access, id);
  if (!known) throw notFound('collecting');
  // The report before its requests, as everybody takes them: two never wait for each other.
  const report = await openReport(ctx, tx, known.reportId, ownUnitReasons);
  refuseIf(editReasons(report));
  await lockRows(tx, 'reportRequest', [id]);
  const request = await findOwnRequest(tx, ctx.access, id);
  if (!request) throw notFound('collecting');
  return request;
}

const changed = () => conflict([{ code: 'collecting.changed-meanwhile' }]);

async function move(
  tx: Writer,
  request: RequestDetail,
  seen: { seenVersion: number },
  patch: Parameters<typeof updateRequest>[2],
): Promise<number> {
  const version = await updateRequest(tx, { id: request.id, seenVersion: seen.seenVersion }, patch);
  if (version === undefined) throw changed();
  return version;
}

/** Another day to answer by; a link that is out opens until then. */
export function setDue(ctx: ActorContext, input: z.infer<typeof setDueInput>) {
  return commit(ctx, async (tx): Promise<Outcome<{ version: number }>> => {
    const request = await openRequest(ctx, tx, input.id);
    refuseIf([...answerReasons(request), ...dueReasons(input.dueOn, vietnamDate(ctx.now()))]);
    const link = request.linkHash === null ? {} : { linkUntil: linkUntil(input.dueOn) };
    const version = await move(tx, request, input, { dueOn: input.dueOn, ...link });
    const changes = [{ field: 'dueOn', from: formatDate(request.dueOn), to: formatDate(input.dueOn) }];
    return { result: { version }, audit: [requestEvent(request, { action: 'collecting.due-set', changes })] };
  });
}

/**
 * A link for an office without an account: 256 random bits, told once and kept as a hash. It opens these figures only,
 * until the end of the due day or until they are sent; an earlier link of the request opens no more.
 */
export function makeLink(ctx: ActorContext, input: z.infer<typeof requestInput>) {
  const token = randomBytes(32).toString('base64url');
  return commit(ctx, async (tx): Promise<Outcome<{ token: string; version: number; until: string }>> => {
    const request = await openRequest(ctx, tx, input.id);
    refuseIf(linkReasons(request, vietnamDate(ctx.now())));
    const until = linkUntil(request.dueOn);
    const version = await move(tx, request, input, { linkHash: hashOfLink(token), linkUntil: until });
    const changes = [{ field: 'link', from: null, to: formatInstant(until) }];
    const audit = requestEvent(request, { action: 'collecting.link-made', changes });
    return { result: { token, version, until }, audit: [audit] };
  });
}

/**
 * Thu hồi liên kết: who has it opens nothing any more. Whatever became of the report or the membership: a link that
 * went to the wrong person is closed at once.
 */
export function revokeLink(ctx: ActorContext, input: z.infer<typeof requestInput>) {
  return commit(ctx, async (tx): Promise<Outcome<{ version: number }>> => {
    await lockRows(tx, 'reportRequest', [input.id]);
    const request = await findOwnRequest(tx, ctx.access, input.id);
    if (!request) throw notFound('collecting');
    const version = await move(tx, request, input, { linkHash: null, linkUntil: null });
    const until = request.linkUntil === null ? null : formatInstant(request.linkUntil);
    const changes = until === null ? [] : [{ field: 'link', from: until, to: null }];
    return { result: { version }, audit: [requestEvent(request, { action: 'collecting.link-revoked', changes })] };
  });
}

/** Đề nghị cung cấp lại: the office looks at its answer again, with the reason and a new day. */
export function askAgain(ctx: ActorContext, input: z.infer<typeof askAgainInput>) {
  return commit(ctx, async (tx): Promise<Outcome<{ version: number }>> => {
    const request = await openRequest(ctx, tx, input.id);
    refuseIf([...askAgainReasons(request), ...dueReasons(input.dueOn, vietnamDate(ctx.now()))]);
    const patch = { status: 'open' as const, note: input.note, dueOn: input.dueOn, answeredAt: null, answeredBy: null };
    const version = await move(tx, request, input, patch);
    await tellOffice(ctx, tx, { ...request, dueOn: input.dueOn });
    const cells = await findRequestCells(tx, [request.id]);
    await setOutcome(
      tx,
      request.id,
      cells.map(({ indicatorVersionId }) => indicatorVersionId),
      null,
    );
    const changes = [{ field: 'dueOn', from: formatDate(request.dueOn), to: formatDate(input.dueOn) }];
    const happened = { action: 'collecting.asked-again', reason: input.note, changes };
    return { result: { version }, audit: [requestEvent(request, happened)] };
  });
}

/** Takes an unanswered request back, its link with it. */
export function withdrawRequest(ctx: ActorContext, input: z.infer<typeof withdrawInput>) {
  return commit(ctx, async (tx): Promise<Outcome<{ version: number }>> => {
    const request = await openRequest(ctx, tx, input.id);
    refuseIf(withdrawReasons(request));
    const version = await move(tx, request, input, { status: 'withdrawn', linkHash: null, linkUntil: null });
    const [from, to] = [REQUEST_STATUS_LABELS.open.vi, REQUEST_STATUS_LABELS.withdrawn.vi];
    const happened = { action: 'collecting.withdrawn', reason: input.reason, changes: [{ field: 'status', from, to }] };
    return { result: { version }, audit: [requestEvent(request, happened)] };
  });
}

/**
 * Puts answered figures into the report, or leaves its own there, figure by figure as the person chose with both before
 * them. The figure carries the office's name and status; what it replaces stays readable among its versions.
 */
export function mergeAnswers(ctx: ActorContext, { id, seenVersion, cells }: z.infer<typeof mergeInput>) {
  return commit(ctx, async (tx): Promise<Outcome<{ version: number }>> => {
    const request = await openRequest(ctx, tx, id);
    refuseIf(mergeReasons(request));
    const report = await findReport(tx, ctx.access, request.reportId);
    if (!report) throw notFound('collecting');
    const indicators = new Map((await findYearIndicators(tx, report.clusterYearId)).map((one) => [one.id, one]));
    const answers = new Map((await findRequestCells(tx, [id])).map((one) => [one.indicatorVersionId, one]));
    const before = new Map((await findReportValues(tx, report.id)).map((row) => [row.indicatorVersionId, row]));
    if (cells.some(({ indicatorVersionId: one }) => !answers.has(one) || !indicators.has(one)))
      throw new Refusal('refused', [{ code: 'collecting.other-figures' }]);
    const version = await move(tx, request, { seenVersion }, {});
    const accepted = cells.filter(({ outcome }) => outcome === 'accepted');
    const figures = accepted.map(({ indicatorVersionId, cellVersion }) => {
      const { value, valueStatus, note } = answers.get(indicatorVersionId)!;
      const own = before.get(indicatorVersionId)?.note ?? '';
      const content = { value, valueStatus, sourceOffice: request.officeName, note: note || own };
      return { indicatorVersionId, seenVersion: cellVersion, ...content };
    });
    const nameOf = (one: string) => indicators.get(one)?.name ?? '';
    refuseIf(emptiedReasons(report, ctx.now().toISOString(), figures, nameOf));
    const saved = await saveReportValues(tx, report.id, before, figures, savedBy(ctx));
    const clashes = accepted.filter(({ indicatorVersionId }) => !saved.has(indicatorVersionId));
    if (clashes.length > 0)
      throw conflict(
        clashes.map(({ indicatorVersionId }) => ({
          code: 'collecting.cell-changed-meanwhile',
          facts: { indicator: indicators.get(indicatorVersionId)!.name },
        })),
      );
    const idsOf = (wanted: string) =>
      cells.filter(({ outcome }) => outcome === wanted).map((one) => one.indicatorVersionId);
    await setOutcome(tx, id, idsOf('accepted'), 'accepted');
    await setOutcome(tx, id, idsOf('kept'), 'kept');
    const changes = figures.flatMap((figure) =>
      cellChanges(indicators.get(figure.indicatorVersionId)!, before.get(figure.indicatorVersionId), figure as never),
    );
    const told = `${idsOf('accepted').length} / ${cells.length}`;
    const outcome = [{ field: 'outcome', from: null, to: told }];
    const event = requestEvent(request, { action: 'collecting.merged', changes: outcome });
    const audit: Outcome<never>['audit'] =
      changes.length > 0 ? [event, reportEvent(report, { action: 'report.cells-saved', changes })] : [event];
    return { result: { version }, audit };
  });
}
