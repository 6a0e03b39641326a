import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';

type Indicators = inferRouterOutputs<AppRouter>['indicators'];
export type IndicatorList = Indicators['list'];
export type IndicatorRow = IndicatorList['rows'][number];
export type IndicatorPage = Indicators['byId'];
export type Version = IndicatorPage['versions'][number];
export type Choice = IndicatorPage['choices'][number];
export type YearIndicators = Indicators['ofYear'];
export type AskedRow = YearIndicators['rows'][number];
