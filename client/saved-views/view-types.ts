import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';
import type { ListLayout } from '#shared/core/list-layout.schema.ts';

export type SavedViews = inferRouterOutputs<AppRouter>['savedViews']['list'];
export type SavedView = SavedViews['views'][number];
/** What stands on the screen and would be saved. */
export type OnScreen = { query: string; layout: ListLayout };
