import { findClusterYears } from '#db/clusters/clusters.queries.ts';
import { clusterList, clusterPage, createClusterOnce, saveClusterFields } from '#server/clusters/catalogue.service.ts';
import { workspaceOf } from '#server/clusters/clusters.service.ts';
import { handOverPage, setHandOverDay } from '#server/clusters/hand-over.service.ts';
import { addMemberOnce, endMember, unitsToAdd } from '#server/clusters/members.service.ts';
import { yearPlan } from '#server/clusters/year-plan.view.ts';
import { archiveYear, dropYear, publishYear, restoreYear } from '#server/clusters/year-steps.service.ts';
import { openYearOnce, saveYearDraft, yearForm } from '#server/clusters/years.service.ts';
import { procedure, router } from '#server/core/trpc.ts';
import {
  addMember,
  clusterInput,
  clusterYearInput,
  createCluster,
  endMember as endInput,
  openYear,
  restoreYear as restoreInput,
  saveCluster,
  saveYear,
  setHandOver,
  stepYear,
  unitSearch,
  yearFormInput,
} from '#shared/clusters/clusters.schema.ts';

export const clustersRouter = router({
  list: procedure.query(({ ctx }) => findClusterYears(ctx.db.reads, ctx.access)),
  workspace: procedure.input(clusterYearInput).query(({ ctx, input }) => workspaceOf(ctx, input.clusterYearId)),

  catalogue: procedure.query(({ ctx }) => clusterList(ctx)),
  byId: procedure.input(clusterInput).query(({ ctx, input }) => clusterPage(ctx, input.id)),
  create: procedure.input(createCluster).mutation(({ ctx, input }) => createClusterOnce(ctx, input)),
  save: procedure.input(saveCluster).mutation(({ ctx, input }) => saveClusterFields(ctx, input)),
  unitsToAdd: procedure.input(unitSearch).query(({ ctx, input }) => unitsToAdd(ctx, input)),
  addMember: procedure.input(addMember).mutation(({ ctx, input }) => addMemberOnce(ctx, input)),
  endMember: procedure.input(endInput).mutation(({ ctx, input }) => endMember(ctx, input)),
  yearForm: procedure.input(yearFormInput).query(({ ctx, input }) => yearForm(ctx, input)),
  openYear: procedure.input(openYear).mutation(({ ctx, input }) => openYearOnce(ctx, input)),
  yearPlan: procedure.input(clusterYearInput).query(({ ctx, input }) => yearPlan(ctx, input.clusterYearId)),
  publishYear: procedure.input(stepYear).mutation(({ ctx, input }) => publishYear(ctx, input)),
  dropYear: procedure.input(stepYear).mutation(({ ctx, input }) => dropYear(ctx, input)),
  archiveYear: procedure.input(stepYear).mutation(({ ctx, input }) => archiveYear(ctx, input)),
  restoreYear: procedure.input(restoreInput).mutation(({ ctx, input }) => restoreYear(ctx, input)),
  saveYear: procedure.input(saveYear).mutation(({ ctx, input }) => saveYearDraft(ctx, input)),

  handOver: procedure.input(clusterYearInput).query(({ ctx, input }) => handOverPage(ctx, input.clusterYearId)),
  setHandOver: procedure.input(setHandOver).mutation(({ ctx, input }) => setHandOverDay(ctx, input)),
});
