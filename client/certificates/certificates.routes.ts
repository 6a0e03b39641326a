import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const certificateRoutes: RouteObject[] = [
  { path: paths.certificate.path, lazy: () => import('#client/certificates/certificate.page.tsx') },
];
