import type * as z from 'zod/mini';
import { findHistory } from '#db/audit/audit.queries.ts';
import type { Reader } from '#db/database.ts';
import { findLaunch } from '#db/movements/movements.queries.ts';
import { lockYear, putLaunch } from '#db/movements/movements.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { currentLanguage } from '#server/core/language.ts';
import { launchChanges } from '#server/movements/movements.audit.ts';
import { launchPersonReasons } from '#server/movements/movements.policy.ts';
import { forbidIf, openYear } from '#server/movements/movements.service.ts';
import { NO_ACCESS } from '#shared/accounts/permissions.ts';
import { conflict, type Refusal, refuseIf } from '#shared/core/refusal.ts';
import { LAUNCH_FIELD_LABELS } from '#shared/movements/movements.labels.ts';
import { launchReasons } from '#shared/movements/movements.rules.ts';
import type { LaunchDraft, saveLaunch } from '#shared/movements/movements.schema.ts';

/**
 * Records the launch (phát động) of a year, or changes it. Nothing changed: nothing is written and the version stays.
 * @throws not-found, forbidden (not the leading unit), conflict (somebody was quicker), refused (day, contents)
 */
export async function saveLaunchDraft(
  ctx: ActorContext,
  { clusterYearId, seenVersion, draft }: z.infer<typeof saveLaunch>,
): Promise<{ version: number }> {
  const open = async (db: Reader) => {
    const year = await openYear(ctx, db, clusterYearId);
    forbidIf(launchPersonReasons(ctx.actor, year));
    const launch = await findLaunch(db, clusterYearId);
    if ((launch?.version ?? null) !== seenVersion) throw await changedMeanwhile(db, clusterYearId);
    return { year, before: launch ? draftOf(launch) : null };
  };
  const { before } = await open(ctx.db.reads);
  if (before && launchChanges(before, draft).length === 0) return { version: seenVersion ?? 1 };
  return commit(ctx, async (tx) => {
    await lockYear(tx, clusterYearId);
    const { year, before } = await open(tx);
    refuseIf(launchReasons(draft, year));
    const version = (seenVersion ?? 0) + 1;
    const { contents, ...facts } = draft;
    await putLaunch(tx, { ...facts, clusterYearId, version, isDemo: ctx.demo ? 1 : 0 }, contents);
    return {
      result: { version },
      audit: [
        {
          action: 'launch.saved',
          subjectKind: 'cluster-year',
          subjectId: clusterYearId,
          subjectLabel: year.name,
          clusterYearId,
          unitId: year.chairUnitId,
          changes: launchChanges(before, draft),
        },
      ],
    };
  });
}

async function changedMeanwhile(db: Reader, clusterYearId: string): Promise<Refusal> {
  const entries = await findHistory(db, { ...NO_ACCESS, all: true }, 'cluster-year', clusterYearId);
  const last = entries.find(({ action }) => action === 'launch.saved');
  const what = (last?.changes ?? [])
    .map(({ field }) => LAUNCH_FIELD_LABELS[field]?.[currentLanguage()] ?? field)
    .join(', ');
  const facts = { who: last?.actorName ?? 'Người khác', changedAt: last?.at ?? '…', what: what || '…' };
  return conflict([{ code: 'launch.changed-meanwhile', facts }]);
}

function draftOf({ launchedOn, place, launchedBy, contents }: LaunchDraft): LaunchDraft {
  return { launchedOn, place, launchedBy, contents };
}
