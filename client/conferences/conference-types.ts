import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';

type Answers = inferRouterOutputs<AppRouter>;
/** What the page of a year's conference shows; `conference` is null before it is set up. */
export type ConferenceOfYear = Answers['conferences']['ofYear'];
export type Conference = NonNullable<ConferenceOfYear['conference']>;
export type Delegate = Conference['delegates'][number];
export type Member = ConferenceOfYear['members'][number];

export type RecommendationsOfYear = Answers['recommendations']['ofYear'];
export type Recommendation = RecommendationsOfYear['rows'][number];
export type Task = Recommendation['tasks'][number];

export type PacksOfYear = Answers['conferencePacks']['ofYear'];
export type Pack = PacksOfYear['packs'][number];
type Templates = Answers['conferencePacks']['templates'];
export type TemplatesOfPaper = Templates['papers'][number];
export type NameOfPaper = Templates['names'][number];

export const seenOf = <Id>({ id, version }: { id: Id; version: number }) => ({ id, seenVersion: version });
