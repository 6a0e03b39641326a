import type * as z from 'zod/mini';
import { findLastChange } from '#db/audit/last-change.queries.ts';
import { lockRows } from '#db/core/lock-rows.ts';
import { findReportingYear, findReportsOfYear } from '#db/reports/reports.queries.ts';
import { lockReports } from '#db/reports/reports.writes.ts';
import { countWritten, findHeadings, findSections } from '#db/reports/sections.queries.ts';
import { replaceHeadings, saveSection } from '#db/reports/sections.writes.ts';
import { commit, type Outcome } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { narrativeChange, reportEvent } from '#server/reports/reports.events.ts';
import { NothingToSave, openReport, unlessThere } from '#server/reports/reports.service.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { ownUnitReasons } from '#shared/reports/reports.policy.ts';
import { editReasons } from '#shared/reports/reports.rules.ts';
import {
  REPORT_PERIOD_LABELS,
  type ReportPeriod,
  type saveHeadings as saveHeadingsInput,
  type saveSections as saveSectionsInput,
} from '#shared/reports/reports.schema.ts';
import { canonicalText } from '#shared/reports/rich-text.rules.ts';

export type SavedSection = { headingId: string; version: number };

/** Saves what the report says under its headings, all of the call or none, over the versions that were seen. */
export function saveSections(ctx: ActorContext, { id, sections }: z.infer<typeof saveSectionsInput>) {
  const saving = commit(ctx, async (tx): Promise<Outcome<{ sections: SavedSection[] }>> => {
    const report = await openReport(ctx, tx, id, ownUnitReasons);
    refuseIf(editReasons(report));
    const before = new Map((await findSections(tx, report)).map((one) => [one.id, one]));
    const saved: SavedSection[] = [];
    const changes: FieldChange[] = [];
    for (const { headingId, seenVersion, content: typed } of sections) {
      const was = before.get(headingId);
      if (!was) throw new Refusal('refused', [{ code: 'report.unknown-heading' }]);
      const content = canonicalText(typed);
      if (was.content === content) {
        saved.push({ headingId, version: was.version });
        continue;
      }
      const version = await saveSection(tx, { reportId: id, headingId, seenVersion }, content);
      if (version === undefined) {
        const last = await findLastChange(tx, { subjectKind: 'report', subjectId: id, field: was.title });
        const facts = { heading: was.title, who: last?.actorName ?? '…', changedAt: last?.at ?? '…' };
        throw conflict([{ code: 'report.section-changed-meanwhile', field: `sections.${headingId}`, facts }]);
      }
      saved.push({ headingId, version });
      changes.push({ ...narrativeChange(was.content, content), field: was.title });
    }
    if (changes.length === 0) throw new NothingToSave({ sections: saved });
    return { result: { sections: saved }, audit: [reportEvent(report, { action: 'report.sections-saved', changes })] };
  });
  return unlessThere(saving);
}

type OfPeriod = { clusterYearId: string; period: ReportPeriod };

/** The headings under which the reports of a period are written. */
export async function listHeadings(ctx: ActorContext, { clusterYearId, period }: OfPeriod) {
  const year = await findReportingYear(ctx.db.reads, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  return findHeadings(ctx.db.reads, { clusterYearId, period });
}

/** The leading unit's office sets the headings; one that reports have text under stays. */
export function saveHeadings(ctx: ActorContext, input: z.infer<typeof saveHeadingsInput>) {
  const { clusterYearId, period, headings, seenIds } = input;
  return commit(ctx, async (tx): Promise<Outcome<undefined>> => {
    await lockRows(tx, 'clusterYear', [clusterYearId]);
    const year = await findReportingYear(tx, ctx.access, clusterYearId);
    if (!year) throw notFound('cluster-year');
    const before = await findHeadings(tx, input);
    if (before.map(({ id }) => id).join() !== seenIds.join())
      throw conflict([{ code: 'report.headings-changed-meanwhile' }]);
    const kept = new Set(headings.flatMap(({ id }) => id ?? []));
    if (
      headings.some(({ id }) => id !== null && !seenIds.includes(id)) ||
      kept.size < headings.filter((h) => h.id).length
    )
      throw new Refusal('refused', [{ code: 'report.unknown-heading' }]);
    const gone = before.filter(({ id }) => !kept.has(id as never));
    // Whoever is writing under it holds its report: wait, and see that there is text now.
    if (gone.length > 0)
      await lockReports(
        tx,
        (await findReportsOfYear(tx, clusterYearId, period)).map(({ id }) => id),
      );
    const written = await countWritten(
      tx,
      gone.map(({ id }) => id),
    );
    refuseIf(
      gone.flatMap(({ id, title }) =>
        written.has(id) ? [{ code: 'report.heading-in-use', facts: { heading: title, count: written.get(id)! } }] : [],
      ),
    );
    const rows = headings.map(({ id, title, hint }, index) => ({
      ...{ id: id ?? ctx.newId(), clusterYearId, period, position: index + 1, title, hint },
    }));
    await replaceHeadings(tx, { clusterYearId, period }, rows);
    const told = (list: readonly { title: string }[]) => list.map(({ title }) => title).join('; ') || null;
    const changes = [{ field: 'heading', from: told(before), to: told(rows) }];
    const subjectLabel = `${REPORT_PERIOD_LABELS[period].vi} ${year.year}, ${year.clusterName}`;
    const event = { action: 'report.headings-saved', subjectKind: 'cluster-year', subjectId: clusterYearId } as const;
    return { result: undefined, audit: [{ ...event, subjectLabel, clusterYearId, changes }] };
  });
}
