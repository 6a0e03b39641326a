import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const indicatorRoutes: RouteObject[] = [
  { path: paths.indicators.path, lazy: () => import('#client/indicators/indicator-list.page.tsx') },
  { path: paths.indicator.path, lazy: () => import('#client/indicators/indicator.page.tsx') },
  { path: paths.yearIndicators.path, lazy: () => import('#client/indicators/year-indicators.page.tsx') },
];
