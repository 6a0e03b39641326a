import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';

type Outputs = inferRouterOutputs<AppRouter>['units'];

export type UnitList = Outputs['list'];
export type UnitListRow = UnitList['rows'][number];
export type UnitPage = Outputs['byId'];
export type UnitsToday = Outputs['today'];
export type TodayUnit = UnitsToday['units'][number];
export type ChangePreview = Outputs['preview'];
export type UnitChangeInput = inferRouterInputs<AppRouter>['units']['preview']['change'];

/** A unit chosen in a field: its id and what the field shows. */
export type PickedUnit = { id: string; label: string };
