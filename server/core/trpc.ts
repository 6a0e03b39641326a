import { initTRPC, TRPCError } from '@trpc/server';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';
import type { ActorContext, RequestContext } from '#server/core/context.ts';
import { inLanguage } from '#server/core/language.ts';
import { accessFor, type Procedure, ruleOf } from '#shared/accounts/permissions.ts';
import { cleanInput } from '#shared/core/clean.ts';
import type { Language } from '#shared/core/localized.ts';
import type { Reason } from '#shared/core/reason.ts';
import { Refusal, type RefusalKind } from '#shared/core/refusal.ts';
import { wordReason } from '#shared/core/wording.ts';
import { reasonsOfIssues } from '#shared/input-words.ts';
import { REASON_WORDS } from '#shared/reason-words.ts';

const CODE_OF: Record<RefusalKind, TRPC_ERROR_CODE_KEY> = {
  'not-found': 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
  refused: 'UNPROCESSABLE_CONTENT',
  conflict: 'CONFLICT',
  'too-often': 'TOO_MANY_REQUESTS',
};

/** A reason as it reaches the browser: stable code, sentence, and the input it speaks of. */
export type WordedReason = Reason & { text: string };

const word = (reasons: readonly Reason[], lang: Language): WordedReason[] =>
  reasons.map((reason) => ({ ...reason, text: wordReason(reason, REASON_WORDS, lang) }));

const t = initTRPC.context<RequestContext>().create({
  isDev: false, // otherwise every error carries its stack to the browser unless NODE_ENV says production
  errorFormatter: ({ shape, error, ctx }) => {
    const reasons = word(reasonsOf(error), ctx?.lang ?? 'vi');
    const expected = reasons.length > 0;
    return {
      ...shape,
      // The message of an unexpected error may hold SQL and personal data: the number leads the office to the log.
      message: expected ? reasons.map(({ code }) => code).join(', ') : error.code,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        reasons,
        errorId: expected ? null : (ctx?.requestId ?? null),
      },
    };
  },
});

function reasonsOf(error: TRPCError): readonly Reason[] {
  if (error.cause instanceof Refusal) return error.cause.reasons;
  if (error.code === 'UNAUTHORIZED') return [{ code: 'account.not-signed-in' }];
  if (error.code === 'BAD_REQUEST') return reasonsOfIssues(error.cause);
  if (error.code === 'PAYLOAD_TOO_LARGE') return [{ code: 'input.too-large' }];
  if (error.code === 'NOT_FOUND') return [{ code: 'request.unknown' }];
  return [];
}

/** Gives a Refusal its wire code and keeps a trace of what nobody expected. */
const translate = t.middleware(async ({ ctx, path, next }) => {
  const outcome = await inLanguage(ctx.lang, () => next());
  if (outcome.ok) return outcome;
  const { cause } = outcome.error;
  if (cause instanceof Refusal) throw new TRPCError({ code: CODE_OF[cause.kind], message: cause.message, cause });
  if (outcome.error.code === 'INTERNAL_SERVER_ERROR')
    ctx.log.error({ requestId: ctx.requestId, procedure: path, error: cause ?? outcome.error }, 'unexpected error');
  return outcome;
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Before any schema looks at it: what is measured, compared and stored is what a person sees. */
const clean = t.middleware(({ getRawInput, next }) =>
  next({ getRawInput: async () => cleanInput(await getRawInput()) }),
);

/** For the few procedures that the table calls public. */
export const publicProcedure = t.procedure.use(translate).use(clean);

/**
 * A procedure of somebody signed in. What the person may touch is asked of the permission table by the
 * procedure's own path, so the table's line and the procedure cannot drift apart.
 */
export const procedure = publicProcedure.use(({ ctx, path, next }) => {
  if (!ctx.actor) throw new TRPCError({ code: 'UNAUTHORIZED' });
  const access = accessFor(ctx.actor, path as Procedure);
  if (!access) throw new Refusal('forbidden', [{ code: 'account.lacks-role' }]);
  const actorContext: ActorContext = { ...ctx, actor: ctx.actor, procedure: path, access };
  return next({ ctx: actorContext });
});

/** Start-up check: every procedure has a line in the permission table, and every line a procedure or a route. */
export function assertRules(procedures: readonly string[], routes: readonly string[], lines: readonly string[]): void {
  const known = new Set([...procedures, ...routes]);
  const lawless = [...known].filter((path) => ruleOf(path) === undefined);
  const orphaned = lines.filter((line) => !known.has(line));
  if (lawless.length > 0) throw new Error(`procedures without a rule: ${lawless.join(', ')}`);
  if (orphaned.length > 0) throw new Error(`rules without a procedure: ${orphaned.join(', ')}`);
}
