import type { RouteObject } from 'react-router';
import { auditRoutes } from '#client/audit/audit.routes.ts';
import { careRoutes } from '#client/care/care.routes.ts';
import { clusterRoutes } from '#client/clusters/clusters.routes.ts';
import { conferenceRoutes } from '#client/conferences/conferences.routes.ts';
import { ErrorPage, NotFoundPage } from '#client/core/error-page.tsx';
import { paths } from '#client/core/paths.ts';
import { sessionLoader } from '#client/core/session.tsx';
import { Shell } from '#client/core/shell.tsx';
import { dashboardRoutes } from '#client/dashboard/dashboard.routes.ts';
import { decisionRoutes } from '#client/decisions/decisions.routes.ts';
import { duplicateRoutes } from '#client/duplicates/duplicates.routes.ts';
import { exemplarRoutes } from '#client/exemplars/exemplars.routes.ts';
import { importRoutes } from '#client/imports/imports.routes.ts';
import { indicatorRoutes } from '#client/indicators/indicators.routes.ts';
import { jobRoutes } from '#client/jobs/jobs.routes.ts';
import { mailRoutes } from '#client/mail/mail.routes.ts';
import { movementRoutes } from '#client/movements/movements.routes.ts';
import { nominationRoutes } from '#client/nominations/nominations.routes.ts';
import { pledgeRoutes } from '#client/pledges/pledges.routes.ts';
import { recipientRoutes } from '#client/recipients/recipients.routes.ts';
import { registrationRoutes } from '#client/registrations/registrations.routes.ts';
import { registryRoutes } from '#client/registry/registry.routes.ts';
import { replicationRoutes } from '#client/replications/replications.routes.ts';
import { reportRoutes } from '#client/reports/reports.routes.ts';
import { systemRoutes } from '#client/system/system.routes.ts';
import { trainingRoutes } from '#client/training/training.routes.ts';
import { unitRoutes } from '#client/units/units.routes.ts';

/** Joins the routes of the features under the shell. Each page is loaded when first opened. */
export const routes: RouteObject[] = [
  {
    path: paths.signIn.path,
    ErrorBoundary: ErrorPage,
    lazy: () => import('#client/accounts/sign-in.page.tsx'),
  },
  {
    path: paths.supplyLink.path,
    ErrorBoundary: ErrorPage,
    lazy: () => import('#client/reports/supply-link.page.tsx'),
  },
  {
    loader: sessionLoader,
    Component: Shell,
    ErrorBoundary: ErrorPage,
    children: [
      {
        // A page that fails keeps the frame around it.
        ErrorBoundary: ErrorPage,
        children: [
          // Routes of the features come here.
          ...dashboardRoutes,
          ...clusterRoutes,
          ...reportRoutes,
          ...pledgeRoutes,
          ...movementRoutes,
          ...mailRoutes,
          ...registrationRoutes,
          ...replicationRoutes,
          ...nominationRoutes,
          ...decisionRoutes,
          ...conferenceRoutes,
          ...registryRoutes,
          ...recipientRoutes,
          ...importRoutes,
          ...indicatorRoutes,
          ...unitRoutes,
          ...duplicateRoutes,
          ...exemplarRoutes,
          ...careRoutes,
          ...auditRoutes,
          ...jobRoutes,
          ...systemRoutes,
          ...trainingRoutes,
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
];
