import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const conferenceRoutes: RouteObject[] = [
  { path: paths.conference.path, lazy: () => import('#client/conferences/conference.page.tsx') },
  { path: paths.conferencePacks.path, lazy: () => import('#client/conferences/packs.page.tsx') },
  { path: paths.recommendations.path, lazy: () => import('#client/conferences/recommendations.page.tsx') },
];
