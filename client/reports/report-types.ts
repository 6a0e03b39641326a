import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';

type Outputs = inferRouterOutputs<AppRouter>['reports'];

export type Report = Outputs['byId'];
export type ReportCellView = Report['cells'][number];
export type Inbox = Outputs['inbox'];
export type InboxMember = Inbox['members'][number];
export type Summary = Outputs['summary'];
export type SummaryIndicator = Summary['indicators'][number];
export type SummaryLine = SummaryIndicator['members'][number];
