import { accountsRouter } from '#server/accounts/accounts.router.ts';
import { auditRouter } from '#server/audit/audit.router.ts';
import { careRouter } from '#server/care/care.router.ts';
import { certificatesRouter } from '#server/certificates/certificates.router.ts';
import { clustersRouter } from '#server/clusters/clusters.router.ts';
import { conferencesRouter, recommendationsRouter } from '#server/conferences/conferences.router.ts';
import { conferencePacksRouter } from '#server/conferences/packs.router.ts';
import { createCallerFactory, router } from '#server/core/trpc.ts';
import { dashboardRouter } from '#server/dashboard/dashboard.router.ts';
import { decisionsRouter } from '#server/decisions/decisions.router.ts';
import { demoRouter } from '#server/demo/demo.router.ts';
import { dumpsRouter } from '#server/dumps/dumps.router.ts';
import { duplicatesRouter } from '#server/duplicates/duplicates.router.ts';
import { exemplarsRouter } from '#server/exemplars/exemplars.router.ts';
import { exportsRouter } from '#server/exports/exports.router.ts';
import { importsRouter } from '#server/imports/imports.router.ts';
import { indicatorsRouter } from '#server/indicators/indicators.router.ts';
import { jobsRouter, noticesRouter } from '#server/jobs/jobs.router.ts';
import { mailRouter } from '#server/mail/mail.router.ts';
import { movementsRouter } from '#server/movements/movements.router.ts';
import { nominationsRouter } from '#server/nominations/nominations.router.ts';
import { pledgesRouter } from '#server/pledges/pledges.router.ts';
import { recipientsRouter } from '#server/recipients/recipients.router.ts';
import { registrationsRouter } from '#server/registrations/registrations.router.ts';
import { awardsRouter } from '#server/registry/registry.router.ts';
import { replicationsRouter } from '#server/replications/replications.router.ts';
import { collectingRouter } from '#server/reports/collecting.router.ts';
import { reportsRouter } from '#server/reports/reports.router.ts';
import { reviewingRouter } from '#server/reports/reviewing.router.ts';
import { savedViewsRouter } from '#server/saved-views/saved-views.router.ts';
import { trainingRouter } from '#server/training/training.router.ts';
import { unitsRouter } from '#server/units/units.router.ts';

/** Joins the features; its type is the client's only door to the server. */
export const appRouter = router({
  accounts: accountsRouter,
  audit: auditRouter,
  awards: awardsRouter,
  care: careRouter,
  certificates: certificatesRouter,
  clusters: clustersRouter,
  collecting: collectingRouter,
  conferences: conferencesRouter,
  conferencePacks: conferencePacksRouter,
  dashboard: dashboardRouter,
  decisions: decisionsRouter,
  demo: demoRouter,
  duplicates: duplicatesRouter,
  dumps: dumpsRouter,
  exemplars: exemplarsRouter,
  replications: replicationsRouter,
  registrations: registrationsRouter,
  imports: importsRouter,
  indicators: indicatorsRouter,
  exports: exportsRouter,
  jobs: jobsRouter,
  movements: movementsRouter,
  nominations: nominationsRouter,
  mail: mailRouter,
  notices: noticesRouter,
  pledges: pledgesRouter,
  recipients: recipientsRouter,
  recommendations: recommendationsRouter,
  reports: reportsRouter,
  reviewing: reviewingRouter,
  savedViews: savedViewsRouter,
  training: trainingRouter,
  units: unitsRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP, with their permissions: for tests. */
export const createCaller = createCallerFactory(appRouter);

/** The path of every procedure, for the check that each has a line in the permission table. */
export const APP_PROCEDURES: readonly string[] = Object.keys(appRouter._def.procedures);
