import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const careRoutes: RouteObject[] = [{ path: paths.care.path, lazy: () => import('#client/care/care.page.tsx') }];
