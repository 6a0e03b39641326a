import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const recipientRoutes: RouteObject[] = [
  { path: paths.recipients.path, lazy: () => import('#client/recipients/recipient-list.page.tsx') },
  { path: paths.recipient.path, lazy: () => import('#client/recipients/recipient.page.tsx') },
];
