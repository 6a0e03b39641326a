import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';

type Outputs = inferRouterOutputs<AppRouter>['reports'];

type Collecting = inferRouterOutputs<AppRouter>['collecting'];

/** One request for figures with its cells, as the asked office sees it. */
export type Supply = Collecting['byId'];
/** What a report asked of its offices. */
export type CollectingPage = Collecting['ofReport'];
export type OfficeRequest = CollectingPage['requests'][number];

export type Report = Outputs['byId'];
export type ReportCellView = Report['cells'][number];
/** The thread beside one figure. */
export type ReportThread = Report['threads'][number];
/** Bảng theo dõi báo cáo. */
export type ReportBoard = inferRouterOutputs<AppRouter>['reviewing']['board'];
/** The headings of a period. */
export type Headings = Outputs['headings'];
export type Inbox = Outputs['inbox'];
export type InboxMember = Inbox['members'][number];
export type Summary = Outputs['summary'];
export type SummaryIndicator = Summary['indicators'][number];
export type Series = Outputs['series'];
export type SummaryLine = SummaryIndicator['members'][number];
