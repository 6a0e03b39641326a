import type * as z from 'zod/mini';
import { findMembers } from '#db/clusters/clusters.queries.ts';
import type { Writer } from '#db/database.ts';
import { findMovementYear } from '#db/movements/movements.queries.ts';
import { lockYear } from '#db/movements/movements.writes.ts';
import { findRegistration, listLinesOf } from '#db/registrations/registrations.queries.ts';
import type { TitleRegistrationRow } from '#db/registrations/registrations.table.ts';
import { putLines, putRegistration } from '#db/registrations/registrations.writes.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { tellUnits } from '#server/notices/tell-units.service.ts';
import { registeredForms } from '#server/registrations/registered-forms.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { type RegisteredForm, registrationReasons } from '#shared/registrations/registrations.rules.ts';
import {
  REGISTERED_KIND_LABELS,
  REGISTRATION_STATUS_LABELS,
  type RegistrationLine,
  type saveRegistration,
  type stepRegistration,
} from '#shared/registrations/registrations.schema.ts';

export type RegistrationAnswer = { version: number };

/**
 * Writes the titles a member aims at; a count of 0 without names takes the line away.
 * @throws not-found, forbidden (another unit's), conflict, refused (sent already, a count, a name)
 */
export function saveLines(ctx: ActorContext, input: z.infer<typeof saveRegistration>): Promise<RegistrationAnswer> {
  const { clusterYearId, unitId } = input;
  return commit(ctx, async (tx) => {
    const { member, row } = await open(ctx, tx, input);
    if (row?.sentAt) refuseIf([{ code: 'registration.sent', facts: { sentAt: row.sentAt } }]);
    const forms = new Map((await registeredForms(tx)).map((form) => [form.code, form]));
    refuseIf(registrationReasons(input.lines, forms));
    const lines = input.lines.filter(({ count }) => count > 0);
    const before = row ? await linesOf(tx, row.id) : [];
    const next = nextRow(ctx, row, { clusterYearId, unitId });
    await putRegistration(tx, next);
    await putLines(
      tx,
      next.id,
      lines.map(({ awardCode, kind, count, names }) => ({
        registrationId: next.id,
        awardCode,
        recipientKind: kind,
        count,
        names: JSON.stringify(names),
      })),
    );
    const event = eventOf(next, member.name, 'registration.saved');
    return { result: { version: next.version }, audit: [{ ...event, changes: lineChanges(before, lines, forms) }] };
  });
}

/** Gửi to the cluster; the standing office of the chair is told. */
export function send(ctx: ActorContext, input: z.infer<typeof stepRegistration>): Promise<RegistrationAnswer> {
  return commit(ctx, async (tx) => {
    const { member, row, year } = await open(ctx, tx, input);
    if (row?.sentAt) refuseIf([{ code: 'registration.sent', facts: { sentAt: row.sentAt } }]);
    if (!row || (await linesOf(tx, row.id)).length === 0)
      throw new Refusal('refused', [{ code: 'registration.empty' }]);
    const next = { ...nextRow(ctx, row, input), status: 'sent' as const, sentAt: ctx.now().toISOString() };
    await putRegistration(tx, next);
    await tellUnits(ctx, tx, {
      unitIds: [year.chairUnitId],
      roles: ['specialist', 'approver'],
      code: 'notice.registration-sent',
      facts: { unit: member.name, year: String(year.year) },
      link: `/cum/${input.clusterYearId}/dang-ky`,
    });
    return { result: { version: next.version }, audit: [statusEvent(next, member.name, 'registration.sent')] };
  });
}

/** Mở lại để sửa: a draft again, by the unit itself; until it is sent anew it counts nowhere. */
export function recall(ctx: ActorContext, input: z.infer<typeof stepRegistration>): Promise<RegistrationAnswer> {
  return commit(ctx, async (tx) => {
    const { member, row } = await open(ctx, tx, input);
    if (!row?.sentAt) throw new Refusal('refused', [{ code: 'registration.not-sent' }]);
    const next = { ...nextRow(ctx, row, input), status: 'draft' as const, sentAt: null };
    await putRegistration(tx, next);
    return { result: { version: next.version }, audit: [statusEvent(next, member.name, 'registration.recalled')] };
  });
}

type Asked = { clusterYearId: string; unitId: string; seenVersion: number | null };

/** The year is held, so one writes at a time. @throws not-found, forbidden, refused (no member now), conflict */
async function open(ctx: ActorContext, tx: Writer, { clusterYearId, unitId, seenVersion }: Asked) {
  await lockYear(tx, clusterYearId);
  const year = await findMovementYear(tx, accessFor(ctx.actor, 'registrations.ofYear') ?? NO_ACCESS, clusterYearId);
  if (!year) throw notFound('cluster-year');
  if (!ctx.access.own.includes(unitId)) throw new Refusal('forbidden', [{ code: 'registration.not-own-unit' }]);
  const member = (await findMembers(tx, clusterYearId)).find((one) => one.unitId === unitId);
  if (!member) throw new Refusal('refused', [{ code: 'registration.not-member' }]);
  await requireActiveMember(tx, clusterYearId, unitId, vietnamDate(ctx.now()));
  const row = await findRegistration(tx, clusterYearId, unitId);
  if ((row?.version ?? null) !== seenVersion) throw conflict([{ code: 'registration.changed-meanwhile' }]);
  return { year, member, row };
}

function nextRow(
  ctx: ActorContext,
  row: TitleRegistrationRow | undefined,
  { clusterYearId, unitId }: { clusterYearId: string; unitId: string },
): TitleRegistrationRow {
  if (row) return { ...row, version: row.version + 1 };
  const isDemo = ctx.demo ? 1 : 0;
  return { id: ctx.newId(), clusterYearId, unitId, status: 'draft', sentAt: null, isDemo, version: 1 };
}

async function linesOf(tx: Writer, id: string): Promise<RegistrationLine[]> {
  return (await listLinesOf(tx, [id])).map(({ awardCode, recipientKind, count, names }) => ({
    awardCode,
    kind: recipientKind,
    count,
    names: JSON.parse(names) as string[],
  }));
}

function eventOf({ id, clusterYearId, unitId }: TitleRegistrationRow, name: string, action: string): AuditEvent {
  return { action, subjectKind: 'title-registration', subjectId: id, subjectLabel: name, clusterYearId, unitId };
}

function statusEvent(row: TitleRegistrationRow, name: string, action: string): AuditEvent {
  const [from, to] = row.status === 'sent' ? (['draft', 'sent'] as const) : (['sent', 'draft'] as const);
  const words = REGISTRATION_STATUS_LABELS;
  return { ...eventOf(row, name, action), changes: [{ field: 'status', from: words[from].vi, to: words[to].vi }] };
}

/** Each title by its name: the count, and who, before and after. */
function lineChanges(
  before: readonly RegistrationLine[],
  after: readonly RegistrationLine[],
  forms: ReadonlyMap<string, RegisteredForm>,
): FieldChange[] {
  const text = ({ count, names }: RegistrationLine) =>
    names.length > 0 ? `${count} (${names.join('; ')})` : `${count}`;
  const keyed = (lines: readonly RegistrationLine[]) =>
    new Map(lines.map((line) => [`${line.awardCode} ${line.kind}`, line]));
  const [was, is] = [keyed(before), keyed(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [from, to] = [was.get(key), is.get(key)];
    const { awardCode, kind } = (to ?? from)!;
    const change = {
      field: `${forms.get(awardCode)?.name ?? awardCode}, ${REGISTERED_KIND_LABELS[kind].vi.toLowerCase()}`,
      from: from ? text(from) : null,
      to: to ? text(to) : null,
    };
    return change.from === change.to ? [] : [change];
  });
}
