import type * as z from 'zod/mini';
import type { Reader, Writer } from '#db/database.ts';
import {
  findIndicator,
  findVersion,
  findVersions,
  findYearsAsking,
  type IndicatorOfCatalogue,
  type VersionOfCatalogue,
} from '#db/indicators/indicators.queries.ts';
import {
  insertIndicator,
  insertVersion,
  lockIndicator,
  lockIndicatorNames,
  moveDraftsTo,
  updateVersion,
} from '#db/indicators/indicators.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import {
  contentOf,
  continuationOf,
  fieldText,
  indicatorChanges,
  type NamesOf,
} from '#server/indicators/indicators.audit.ts';
import { changedMeanwhile, requireKeeper } from '#server/indicators/indicators.policy.ts';
import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { addDays, formatDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import { notFound, refuseIf } from '#shared/core/refusal.ts';
import { yearTitle } from '#shared/core/year-title.ts';
import {
  contentReasons,
  continuationReasons,
  fixedReasons,
  isSameContent,
  versionDayReasons,
} from '#shared/indicators/catalogue.rules.ts';
import type {
  addIndicatorVersion,
  Continuation,
  closeIndicator as closeInput,
  createIndicator,
  IndicatorContent,
  saveIndicator,
} from '#shared/indicators/indicators.schema.ts';
import { conversionsTo } from '#shared/indicators/series.rules.ts';

type Catalogue = { versions: readonly VersionOfCatalogue[]; names: NamesOf };

/** The whole catalogue: a few hundred rows, and every rule asks about its neighbours. */
async function readCatalogue(db: Reader): Promise<Catalogue> {
  const versions = await findVersions(db);
  const indicator = (id: string) => versions.findLast(({ indicatorId }) => indicatorId === id)?.name ?? '…';
  const version = (id: string) => versions.find((one) => one.id === id)?.name ?? '…';
  return { versions, names: { indicator, version } };
}

type Fields = IndicatorContent & { continues: Continuation };
const contentIn = ({
  name,
  unitOfMeasure,
  kind,
  aggregation,
  weightIndicatorId,
  better,
  decimals,
  definition,
  sourceOffice,
  paperWording,
}: Fields): IndicatorContent => ({
  name,
  unitOfMeasure,
  kind,
  aggregation,
  weightIndicatorId,
  better,
  decimals,
  definition,
  sourceOffice,
  paperWording,
});

function columnsOf(content: IndicatorContent, continues: Continuation) {
  return {
    ...content,
    paperWording: content.paperWording || null,
    predecessorId: continues?.predecessorId ?? null,
    factorNum: continues?.num ?? null,
    factorDen: continues?.den ?? null,
    predecessorNote: continues?.note ?? '',
  };
}

type About = {
  content: IndicatorContent;
  continues: Continuation;
  versionId: string | null;
  indicatorId: string | null;
  validFrom: string;
  ownerUnitId: string | null;
};

/** Everything that speaks against a version as it is written, whatever became of it before. */
function requireSound({ versions }: Catalogue, about: About): void {
  const { content, continues, versionId, indicatorId, validFrom, ownerUnitId } = about;
  const twin = versions.find(
    (one) =>
      one.indicatorId !== indicatorId &&
      one.validTo === null &&
      one.ownerUnitId === ownerUnitId &&
      fold(one.name) === fold(content.name),
  );
  const weightIsKnown =
    content.weightIndicatorId === null || versions.some((one) => one.indicatorId === content.weightIndicatorId);
  const predecessor = continues ? versions.find(({ id }) => id === continues.predecessorId) : undefined;
  const takenBy = versions.find((one) => one.predecessorId === continues?.predecessorId && one.id !== versionId);
  refuseIf([
    ...(twin ? [{ code: 'indicator.name-taken', field: 'name', facts: { name: twin.name } }] : []),
    ...(weightIsKnown ? [] : [{ code: 'indicator.not-found', field: 'weightIndicatorId' }]),
    ...contentReasons(content, indicatorId),
    ...continuationReasons({
      continues,
      own: { id: versionId, indicatorId, unitOfMeasure: content.unitOfMeasure, validFrom },
      predecessor,
      takenBy: continues ? takenBy?.name : undefined,
      isLoop: versionId !== null && predecessor !== undefined && conversionsTo(versions, predecessor.id).has(versionId),
    }),
  ]);
}

/** Adds an indicator with its first version. */
export function createIndicatorOnce(
  ctx: ActorContext,
  input: z.infer<typeof createIndicator>,
): Promise<{ id: string; versionId: string }> {
  const { ownerUnitId, validFrom, continues } = input;
  return commitOnce(ctx, input, async (tx) => {
    requireKeeper(ctx, ownerUnitId);
    await lockIndicatorNames(tx);
    const catalogue = await readCatalogue(tx);
    const content = contentIn(input);
    requireSound(catalogue, { content, continues, versionId: null, indicatorId: null, validFrom, ownerUnitId });
    const [id, versionId] = [ctx.newId(), ctx.newId()];
    // The code is for files and seeds, never for people; an id cannot clash.
    await insertIndicator(tx, { id, code: id, ownerUnitId, isDemo: ctx.demo ? 1 : 0 });
    await insertVersion(tx, {
      id: versionId,
      indicatorId: id,
      ...columnsOf(content, continues),
      validFrom,
      validTo: null,
    });
    const changes = indicatorChanges(null, { content, continues, validFrom }, catalogue.names);
    return {
      result: { id, versionId },
      audit: [eventOf({ id, ownerUnitId }, content.name, 'indicator.created', changes)],
    };
  });
}

function eventOf(
  { id, ownerUnitId }: { id: string; ownerUnitId: string | null },
  name: string,
  action: string,
  changes: readonly FieldChange[],
): AuditEvent {
  return { action, subjectKind: 'indicator', subjectId: id, subjectLabel: name, unitId: ownerUnitId, changes };
}

/** An indicator to change, held until the end, with its versions, oldest first. */
async function openIndicator(ctx: ActorContext, tx: Writer, id: string) {
  await lockIndicatorNames(tx);
  await lockIndicator(tx, id);
  const indicator: IndicatorOfCatalogue | undefined = await findIndicator(tx, id);
  if (!indicator) throw notFound('indicator');
  requireKeeper(ctx, indicator.ownerUnitId);
  const catalogue = await readCatalogue(tx);
  const own = catalogue.versions.filter(({ indicatorId }) => indicatorId === id);
  return { indicator, catalogue, own, current: own.at(-1)! };
}

/** The published years that ask these versions. */
async function usedBy(tx: Reader, versionIds: readonly string[]) {
  return (await findYearsAsking(tx, versionIds)).filter(({ status }) => status !== 'draft');
}

/**
 * Corrects a version in place: its words any time, its unit of measure, decimals and arithmetic only until a published
 * year counts by them.
 */
export function saveVersion(ctx: ActorContext, input: z.infer<typeof saveIndicator>): Promise<{ version: number }> {
  const { versionId, seenVersion, continues } = input;
  return commit(ctx, async (tx) => {
    const found = await findVersion(tx, versionId);
    if (!found) throw notFound('indicator');
    const { indicator, catalogue, own } = await openIndicator(ctx, tx, found.indicatorId);
    const before = own.find(({ id }) => id === versionId)!;
    if (before.version !== seenVersion) throw await changedMeanwhile(tx, indicator.id);
    const [was, content] = [contentOf(before), contentIn(input)];
    const years = await usedBy(tx, [versionId]);
    const names = years.map((year) => `${yearTitle(year).vi} (${year.shortName})`);
    refuseIf(fixedReasons(was, content, names, (field, one) => fieldText(field, one, catalogue.names.indicator)));
    const { validFrom } = before;
    requireSound(catalogue, {
      content,
      continues,
      versionId,
      indicatorId: indicator.id,
      validFrom,
      ownerUnitId: indicator.ownerUnitId,
    });
    const said = { content: was, continues: continuationOf(before), validFrom };
    const changes = indicatorChanges(said, { content, continues, validFrom }, catalogue.names);
    if (changes.length === 0 && (continues?.note ?? '') === before.predecessorNote)
      refuseIf([{ code: 'indicator.nothing-changed' }]);
    if (!(await updateVersion(tx, { id: versionId, seenVersion }, columnsOf(content, continues))))
      throw await changedMeanwhile(tx, indicator.id);
    return {
      result: { version: seenVersion + 1 },
      audit: [eventOf(indicator, content.name, 'indicator.saved', changes)],
    };
  });
}

/**
 * A new version from a day on, after a change of the unit of measure, the decimals or the arithmetic. The old one ends
 * the day before; published years keep it, drafts that begin later ask the new one.
 */
export function addVersionOnce(
  ctx: ActorContext,
  input: z.infer<typeof addIndicatorVersion>,
): Promise<{ versionId: string; movedDraftCount: number }> {
  const { id, seenVersion, validFrom, continues } = input;
  return commitOnce(ctx, input, async (tx) => {
    const { indicator, catalogue, current } = await openIndicator(ctx, tx, id);
    if (current.version !== seenVersion) throw await changedMeanwhile(tx, id);
    const years = await usedBy(tx, [current.id]);
    refuseIf(
      versionDayReasons(
        validFrom,
        current,
        years.map(({ startsOn }) => startsOn),
      ),
    );
    const [was, content] = [contentOf(current), contentIn(input)];
    if (isSameContent(was, content)) refuseIf([{ code: 'indicator.nothing-changed' }]);
    requireSound(catalogue, {
      content,
      continues,
      versionId: null,
      indicatorId: id,
      validFrom,
      ownerUnitId: indicator.ownerUnitId,
    });
    const validTo = addDays(validFrom, -1);
    if (!(await updateVersion(tx, { id: current.id, seenVersion }, { validTo }))) throw await changedMeanwhile(tx, id);
    const versionId = ctx.newId();
    await insertVersion(tx, {
      id: versionId,
      indicatorId: id,
      ...columnsOf(content, continues),
      validFrom,
      validTo: null,
    });
    const drafts = await moveDraftsTo(tx, { from: current.id, to: versionId, validFrom });
    const said = { content: was, continues: null, validFrom: current.validFrom };
    const changes = indicatorChanges(said, { content, continues, validFrom }, catalogue.names);
    return {
      result: { versionId, movedDraftCount: drafts.length },
      audit: [eventOf(indicator, content.name, 'indicator.version-added', changes)],
    };
  });
}

/** Ngừng dùng: years that begin later do not ask it; with null it is asked again. */
export function closeIndicator(ctx: ActorContext, input: z.infer<typeof closeInput>): Promise<{ version: number }> {
  const { id, seenVersion, validTo, reason } = input;
  return commit(ctx, async (tx) => {
    const { indicator, current } = await openIndicator(ctx, tx, id);
    if (current.version !== seenVersion) throw await changedMeanwhile(tx, id);
    const years = await findYearsAsking(tx, [current.id]);
    const usedOn = [current.validFrom, ...years.map(({ startsOn }) => startsOn)].toSorted().at(-1)!;
    if (validTo !== null && validTo < usedOn)
      refuseIf([{ code: 'indicator.closed-before-use', field: 'validTo', facts: { usedOn } }]);
    if (validTo === current.validTo) refuseIf([{ code: 'indicator.nothing-changed', field: 'validTo' }]);
    if (!(await updateVersion(tx, { id: current.id, seenVersion }, { validTo }))) throw await changedMeanwhile(tx, id);
    const changes = [
      { field: 'validTo', from: current.validTo && formatDate(current.validTo), to: validTo && formatDate(validTo) },
    ];
    const action = validTo === null ? 'indicator.reopened' : 'indicator.closed';
    const event = eventOf(indicator, current.name, action, changes);
    return { result: { version: seenVersion + 1 }, audit: [{ ...event, ...(reason && { reason }) }] };
  });
}
