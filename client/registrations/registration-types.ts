import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';
import type { RegisteredKind, RegistrationLine } from '#shared/registrations/registrations.schema.ts';

/** Registrations of one year with what was achieved. */
export type Registrations = inferRouterOutputs<AppRouter>['registrations']['ofYear'];
export type RegisteringMember = Registrations['members'][number];
export type Form = Registrations['forms'][number];

export const KINDS: readonly RegisteredKind[] = ['collective', 'individual'];

type Counted = { awardCode: string; kind: string; count: number };

/** How many of a title and kind, over all these lines. */
export function sumOf(lines: readonly Counted[], awardCode: string, kind: RegisteredKind): number {
  return lines
    .filter((line) => line.awardCode === awardCode && line.kind === kind)
    .reduce((sum, { count }) => sum + count, 0);
}

/** The titles somebody registered or was given, in the order of the catalogue. */
export function titlesIn(forms: readonly Form[], lines: readonly Pick<RegistrationLine, 'awardCode'>[]): Form[] {
  const codes = new Set(lines.map(({ awardCode }) => awardCode));
  return forms.filter(({ code }) => codes.has(code));
}
