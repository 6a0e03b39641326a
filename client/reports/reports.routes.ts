import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const reportRoutes: RouteObject[] = [
  { path: paths.reports.path, lazy: () => import('#client/reports/inbox.page.tsx') },
  { path: paths.reportBoard.path, lazy: () => import('#client/reports/board.page.tsx') },
  { path: paths.report.path, lazy: () => import('#client/reports/report.page.tsx') },
  { path: paths.reportReview.path, lazy: () => import('#client/reports/report-review.page.tsx') },
  { path: paths.reportCollecting.path, lazy: () => import('#client/reports/collecting.page.tsx') },
  { path: paths.supplies.path, lazy: () => import('#client/reports/supplies.page.tsx') },
  { path: paths.supply.path, lazy: () => import('#client/reports/supply.page.tsx') },
  { path: paths.summary.path, lazy: () => import('#client/reports/summary.page.tsx') },
];
