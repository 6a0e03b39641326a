import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const mailRoutes: RouteObject[] = [
  { path: paths.mailSettings.path, lazy: () => import('#client/mail/mail-settings.page.tsx') },
  { path: paths.outbox.path, lazy: () => import('#client/mail/outbox.page.tsx') },
  { path: paths.mailRecipients.path, lazy: () => import('#client/mail/recipients.page.tsx') },
];
