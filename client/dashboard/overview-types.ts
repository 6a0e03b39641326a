import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';

export type Overview = inferRouterOutputs<AppRouter>['dashboard']['overview'];
export type Task = Overview['tasks'][number];
export type Standing = NonNullable<Overview['standing']>;
