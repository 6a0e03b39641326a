import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const pledgeRoutes: RouteObject[] = [
  { path: paths.pledges.path, lazy: () => import('#client/pledges/pledge.page.tsx') },
  { path: paths.pledgeLedger.path, lazy: () => import('#client/pledges/ledger.page.tsx') },
];
