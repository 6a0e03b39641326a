import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const jobRoutes: RouteObject[] = [
  { path: paths.jobs.path, lazy: () => import('#client/jobs/job-list.page.tsx') },
];
