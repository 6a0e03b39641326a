import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';

type Answers = inferRouterOutputs<AppRouter>['care'];
/** Cơ cấu khen thưởng of a cluster-year with everything its page shows. */
export type Care = Answers['ofYear'];
export type CareList = Answers['ofList'];
export type Figure = Care['total'][number];
export type CareCase = Answers['rows'][number];

/** Which rows stand behind a number: everything of `care.rows` but the lens. */
export type Behind = Omit<inferRouterInputs<AppRouter>['care']['rows'], 'lens'>;
/** The number that was opened; `unitName` where it is that of one member. */
export type Opened = { lens: Figure['lens']; count: number; behind: Behind; unitName?: string | undefined };
