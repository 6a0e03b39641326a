import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const registrationRoutes: RouteObject[] = [
  { path: paths.registrations.path, lazy: () => import('#client/registrations/registrations.page.tsx') },
];
