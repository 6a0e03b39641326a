import { findLastChange } from '#db/audit/last-change.queries.ts';
import { findAims } from '#db/care/care.queries.ts';
import { lockAims, saveAims } from '#db/care/care.writes.ts';
import type { Reader } from '#db/database.ts';
import { careYear, leadingReasons } from '#server/care/care.service.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { currentLanguage } from '#server/core/language.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';
import { LENS_LABELS } from '#shared/care/care.labels.ts';
import { changedAims, repeatedLenses } from '#shared/care/care.rules.ts';
import type { AimInput, SetAims } from '#shared/care/care.schema.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { conflict, Refusal, refuseIf } from '#shared/core/refusal.ts';

type Stored = Awaited<ReturnType<typeof findAims>>;
const versionOf = (rows: Stored) => rows.reduce((sum, { version }) => sum + version, 0);

/**
 * Sets what share of its awards a cluster wants to go to whom in a year. All aims of the screen are saved together or
 * none. Nothing changed: nothing is written and the version stays.
 */
export async function setAims(ctx: ActorContext, input: SetAims): Promise<{ version: number }> {
  const before = await open(ctx, ctx.db.reads, input);
  if (changedAims(before.rows, input.aims).length === 0) return { version: input.seenVersion };
  return commit(ctx, async (tx) => {
    await lockAims(tx, input.clusterYearId);
    const { year, rows } = await open(ctx, tx, input);
    const changed = changedAims(rows, input.aims);
    await saveAims(tx, year.id, changed);
    return {
      result: { version: input.seenVersion + changed.length },
      audit: [
        {
          action: 'care.aims-set',
          subjectKind: 'cluster-year',
          subjectId: year.id,
          subjectLabel: `${year.clusterName}, ${year.name}`,
          clusterYearId: year.id,
          unitId: year.chairUnitId,
          changes: changed.map((aim): FieldChange => {
            const was = rows.find(({ lens }) => lens === aim.lens);
            return { field: aim.lens, from: was ? shown(was) : null, to: shown(aim) };
          }),
        },
      ],
    };
  });
}

/** @throws not-found, forbidden (not the leading unit), refused (a lens twice), conflict, in this order */
async function open(ctx: ActorContext, db: Reader, { clusterYearId, seenVersion, aims }: SetAims) {
  const year = await careYear(ctx, db, clusterYearId);
  const reasons = leadingReasons(ctx.actor, 'care.setAims', year);
  if (reasons.length > 0) throw new Refusal('forbidden', reasons);
  refuseIf(
    repeatedLenses(aims).map((lens) => ({
      code: 'care.aim-twice',
      field: lens,
      facts: { lens: LENS_LABELS[lens][currentLanguage()] },
    })),
  );
  const rows = await findAims(db, clusterYearId);
  if (versionOf(rows) !== seenVersion) throw await changedMeanwhile(db, clusterYearId);
  return { year, rows };
}

async function changedMeanwhile(db: Reader, clusterYearId: string): Promise<Refusal> {
  const last = await findLastChange(db, {
    subjectKind: 'cluster-year',
    subjectId: clusterYearId,
    action: 'care.aims-set',
  });
  const what = (last?.fields ?? [])
    .map((lens) => LENS_LABELS[lens as AimInput['lens']]?.[currentLanguage()] ?? lens)
    .join(', ');
  const facts = { who: last?.actorName ?? 'Người khác', changedAt: last?.at ?? '…', what: what || '…' };
  return conflict([{ code: 'care.changed-meanwhile', facts }]);
}

/** 'ít nhất 60,0 % (Quy chế…)', null where there is none. */
function shown({ leastPermille, source }: { leastPermille: number | null; source: string | null }): string | null {
  if (leastPermille === null) return null;
  return `ít nhất ${formatScaled(leastPermille, 1)} %${source ? ` (${source})` : ''}`;
}
