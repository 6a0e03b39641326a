import { addDays } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';

/** A span of days, both included, YYYY-MM-DD; null: open. */
export type Span = { validFrom: string | null; validTo: string | null };

const EVER = '0000-01-01';
const NEVER_ENDS = '9999-12-31';

/** Whether a span holds on a day. */
export function holdsOn({ validFrom, validTo }: Span, day: string): boolean {
  return (validFrom ?? EVER) <= day && day <= (validTo ?? NEVER_ENDS);
}

/** Whether two spans share a day. */
export function overlaps(one: Span, other: Span): boolean {
  return (
    (one.validFrom ?? EVER) <= (other.validTo ?? NEVER_ENDS) && (other.validFrom ?? EVER) <= (one.validTo ?? NEVER_ENDS)
  );
}

type Membership = Span & { unitName: string };

/**
 * Why a member cannot act on a day: its membership has ended, or not begun. Whoever never was one is told the latter.
 * @param membership the span that holds on the day, else the last one; undefined: none at all
 */
export function membershipReasonsOf(membership: Membership | undefined, today: string): Reason[] {
  if (membership && holdsOn(membership, today)) return [];
  const { unitName = 'Đơn vị', validFrom = null, validTo = null } = membership ?? {};
  if (validTo !== null && validTo < today)
    return [{ code: 'cluster.member-ended', facts: { unit: unitName, endedOn: validTo } }];
  if (validFrom !== null && validFrom > today)
    return [{ code: 'cluster.member-begins', facts: { unit: unitName, beginsOn: validFrom } }];
  return [{ code: 'cluster.not-member', facts: { unit: unitName } }];
}

type UnitLife = Span & { id: string; name: string };
type Member = Span & { id: string; unitId: string };

/**
 * The span a new membership gets: it ends with the unit at the latest. A unit that has ended by a known day is a
 * member until then.
 */
export function spanWithin(unit: UnitLife, validFrom: string): Span {
  return { validFrom, validTo: unit.validTo };
}

/** Why a unit cannot become a member from this day on. */
export function addMemberReasons(unit: UnitLife, validFrom: string, members: readonly Member[]): Reason[] {
  const field = 'validFrom';
  if (unit.validFrom !== null && validFrom < unit.validFrom)
    return [{ code: 'cluster.member-before-unit', field, facts: { unit: unit.name, bornOn: unit.validFrom } }];
  if (unit.validTo !== null && validFrom > unit.validTo)
    return [{ code: 'cluster.member-after-unit', field, facts: { unit: unit.name, endedOn: unit.validTo } }];
  const span = spanWithin(unit, validFrom);
  const twice = members.find((member) => member.unitId === unit.id && overlaps(member, span));
  if (!twice) return [];
  if (twice.validTo === null || (unit.validTo !== null && twice.validTo >= unit.validTo))
    return [{ code: 'cluster.member-already', field: 'unitId', facts: { unit: unit.name } }];
  return [
    {
      code: 'cluster.member-twice',
      field,
      facts: { unit: unit.name, endedOn: twice.validTo, earliestOn: addDays(twice.validTo, 1) },
    },
  ];
}

/** A year that a unit leads or helps to lead. */
export type LedYear = { year: number; startsOn: string; endsOn: string; isChair: boolean };

/**
 * Why a membership cannot end on this day.
 * @param led years of the cluster in which this unit is chair or deputy
 */
export function endMemberReasons(
  member: Member & { unitName: string },
  validTo: string,
  { members, led }: { members: readonly Member[]; led: readonly LedYear[] },
): Reason[] {
  const field = 'validTo';
  const unit = member.unitName;
  if (member.validFrom !== null && validTo < member.validFrom)
    return [{ code: 'cluster.member-ends-before', field, facts: { unit, beganOn: member.validFrom } }];
  const kept = { ...member, validTo };
  const other = members.find((one) => one.id !== member.id && one.unitId === member.unitId && overlaps(one, kept));
  if (other) return [{ code: 'cluster.member-again', field, facts: { unit, againOn: other.validFrom ?? '…' } }];
  return led
    .filter((year) => overlaps(member, spanOf(year)) && validTo < year.endsOn)
    .map(({ year, endsOn, isChair }) => ({
      code: isChair ? 'cluster.member-is-chair' : 'cluster.member-is-deputy',
      field,
      facts: { unit, year, endsOn },
    }));
}

const spanOf = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }): Span => ({
  validFrom: startsOn,
  validTo: endsOn,
});
