import type * as z from 'zod/mini';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Writer } from '#db/database.ts';
import { findYearIndicators } from '#db/indicators/indicators.queries.ts';
import {
  findGivenRequest,
  findLinkedRequest,
  findRequestCells,
  type RequestDetail,
} from '#db/reports/requests.queries.ts';
import { saveAnswers, updateRequest } from '#db/reports/requests.writes.ts';
import { commit, type Outcome } from '#server/core/commit.ts';
import { type ActorContext, type RequestContext, systemContext } from '#server/core/context.ts';
import { takeTry } from '#server/core/rate-limit.ts';
import { tellUnits } from '#server/notices/tell-units.service.ts';
import { figureText } from '#server/reports/reports.events.ts';
import { standing } from '#server/reports/reports.service.ts';
import { requestEvent } from '#server/reports/requests.events.ts';
import { hashOfLink } from '#server/reports/requests.service.ts';
import { sheetOf } from '#server/reports/requests-view.service.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { editReasons } from '#shared/reports/reports.rules.ts';
import { answerReasons } from '#shared/reports/requests.rules.ts';
import type {
  AnsweredCell,
  answerRequest as answerInput,
  answerLink as answerLinkInput,
} from '#shared/reports/requests.schema.ts';

/** The answer of somebody who signs in for the office. Late is seen, not forbidden. */
export function answerRequest(ctx: ActorContext, { id, seenVersion, cells }: z.infer<typeof answerInput>) {
  return commit(ctx, async (tx) => {
    await lockRows(tx, 'reportRequest', [id]);
    const request = await findGivenRequest(tx, ctx.access, id);
    if (!request) throw notFound('collecting');
    return answer(ctx, tx, request, { seenVersion, cells, who: ctx.actor.name });
  });
}

const TRIES = 60;
const WINDOW_MS = 10 * 60_000;

async function limitTries({ db, network }: RequestContext): Promise<void> {
  // A call that came over no network is the program's own.
  if (network === undefined) return;
  const limit = { key: `collecting-link:${network}`, limit: TRIES, windowMs: WINDOW_MS };
  const tried = await takeTry(db, [limit], new Date());
  if (!tried.ok) throw new Refusal('refused', [{ code: 'collecting.too-many' }]);
}

const closed = () => new Refusal('not-found', [{ code: 'collecting.link-closed' }]);

/** What a link opens, for whoever has it: the figures asked for, and nothing else. */
export async function openLink(ctx: RequestContext, { token }: { token: string }) {
  await limitTries(ctx);
  const request = await findLinkedRequest(ctx.db.reads, hashOfLink(token), ctx.now().toISOString());
  if (!request) throw closed();
  return sheetOf(ctx.db.reads, request, vietnamDate(ctx.now()));
}

/** The answer of whoever has the link; the link opens no more after it. */
export async function answerLink(ctx: RequestContext, input: z.infer<typeof answerLinkInput>) {
  await limitTries(ctx);
  const { token, who, seenVersion, cells } = input;
  const hash = hashOfLink(token);
  const known = await findLinkedRequest(ctx.db.reads, hash, ctx.now().toISOString());
  if (!known) throw closed();
  const name = `${who} (${known.officeName}, qua liên kết)`;
  const asOffice = { ...systemContext(ctx, 'collecting.answerLink', name), requestId: ctx.requestId };
  return commit(asOffice, async (tx) => {
    await lockRows(tx, 'reportRequest', [known.id]);
    const request = await findLinkedRequest(tx, hash, ctx.now().toISOString());
    if (!request) throw closed();
    return answer(asOffice, tx, request, { seenVersion, cells, who });
  });
}

type Answer = { seenVersion: number; cells: readonly AnsweredCell[]; who: string };

/** Every figure of the request and no other; one that the office does not have needs a word why. */
async function answer(
  ctx: ActorContext,
  tx: Writer,
  request: RequestDetail,
  { seenVersion, cells, who }: Answer,
): Promise<Outcome<{ version: number }>> {
  refuseIf(answerReasons(request));
  refuseIf(editReasons(standing({ ...request, status: request.reportStatus }, ctx)));
  const indicators = new Map((await findYearIndicators(tx, request.clusterYearId)).map((one) => [one.id, one]));
  const before = new Map((await findRequestCells(tx, [request.id])).map((one) => [one.indicatorVersionId, one]));
  const given = new Map(cells.map((cell) => [cell.indicatorVersionId as string, cell]));
  if (given.size !== before.size || cells.some(({ indicatorVersionId }) => !before.has(indicatorVersionId)))
    throw new Refusal('refused', [{ code: 'collecting.other-figures' }]);
  refuseIf(
    cells.flatMap(({ indicatorVersionId, value, note }) =>
      value === null && note === ''
        ? [
            {
              code: 'collecting.figure-missing',
              field: `cells.${indicatorVersionId}`,
              facts: { indicator: indicators.get(indicatorVersionId)?.name ?? '' },
            },
          ]
        : [],
    ),
  );
  const patch = { status: 'answered' as const, answeredAt: ctx.now().toISOString(), answeredBy: who };
  const link = { linkHash: null, linkUntil: null };
  const version = await updateRequest(tx, { id: request.id, seenVersion }, { ...patch, ...link });
  if (version === undefined) throw conflict([{ code: 'collecting.changed-meanwhile' }]);
  await saveAnswers(tx, request.id, [...given.values()]);
  await tellUnits(ctx, tx, {
    unitIds: [request.reportUnitId],
    roles: ['reporter'],
    code: 'notice.figures-answered',
    facts: { office: request.officeName },
    link: `/cum/${request.clusterYearId}/bao-cao/${request.reportId}/giao-so-nganh`,
  });
  const changes = [...given.values()].flatMap(({ indicatorVersionId, value }) => {
    const indicator = indicators.get(indicatorVersionId);
    if (!indicator) return [];
    const [from, to] = [before.get(indicatorVersionId)?.value, value].map((one) => figureText(one, indicator));
    return from === to ? [] : [{ field: indicator.name, from: from ?? null, to: to ?? null }];
  });
  return { result: { version }, audit: [requestEvent(request, { action: 'collecting.answered', changes })] };
}
