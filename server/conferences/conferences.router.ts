import {
  close,
  correct,
  createConferenceOnce,
  saveHead,
  saveMinutesText,
  saveProgramme,
} from '#server/conferences/conferences.service.ts';
import { viewConference } from '#server/conferences/conferences.view.ts';
import {
  addDelegateOnce,
  answerInvitation,
  mark,
  markInvitationsSent,
  removeDelegateLine,
  saveDelegateLine,
} from '#server/conferences/delegates.service.ts';
import { saveNextChair as saveResult } from '#server/conferences/next-chair.service.ts';
import { createRecommendationOnce, remove, report, saveDraft } from '#server/conferences/recommendations.service.ts';
import { viewRecommendations } from '#server/conferences/recommendations.view.ts';
import { procedure, router } from '#server/core/trpc.ts';
import { clusterYearInput } from '#shared/clusters/clusters.schema.ts';
import {
  addDelegate,
  closeMinutes,
  confirmDelegate,
  correctMinutes,
  createConference,
  markAttendance,
  markSent,
  removeDelegate,
  saveAgenda,
  saveConference,
  saveDelegate,
  saveMinutes,
} from '#shared/conferences/conferences.schema.ts';
import { saveNextChair } from '#shared/conferences/next-chair.schema.ts';
import {
  createRecommendation,
  removeRecommendation,
  reportTask,
  saveRecommendation,
} from '#shared/conferences/recommendations.schema.ts';

export const conferencesRouter = router({
  ofYear: procedure.input(clusterYearInput).query(({ ctx, input }) => viewConference(ctx, input.clusterYearId)),
  create: procedure.input(createConference).mutation(({ ctx, input }) => createConferenceOnce(ctx, input)),
  save: procedure.input(saveConference).mutation(({ ctx, input }) => saveHead(ctx, input)),
  saveAgenda: procedure.input(saveAgenda).mutation(({ ctx, input }) => saveProgramme(ctx, input)),
  saveMinutes: procedure.input(saveMinutes).mutation(({ ctx, input }) => saveMinutesText(ctx, input)),
  closeMinutes: procedure.input(closeMinutes).mutation(({ ctx, input }) => close(ctx, input)),
  correctMinutes: procedure.input(correctMinutes).mutation(({ ctx, input }) => correct(ctx, input)),
  saveNextChair: procedure.input(saveNextChair).mutation(({ ctx, input }) => saveResult(ctx, input)),
  addDelegate: procedure.input(addDelegate).mutation(({ ctx, input }) => addDelegateOnce(ctx, input)),
  saveDelegate: procedure.input(saveDelegate).mutation(({ ctx, input }) => saveDelegateLine(ctx, input)),
  removeDelegate: procedure.input(removeDelegate).mutation(({ ctx, input }) => removeDelegateLine(ctx, input)),
  confirmDelegate: procedure.input(confirmDelegate).mutation(({ ctx, input }) => answerInvitation(ctx, input)),
  markSent: procedure.input(markSent).mutation(({ ctx, input }) => markInvitationsSent(ctx, input)),
  markAttendance: procedure.input(markAttendance).mutation(({ ctx, input }) => mark(ctx, input)),
});

export const recommendationsRouter = router({
  ofYear: procedure.input(clusterYearInput).query(({ ctx, input }) => viewRecommendations(ctx, input.clusterYearId)),
  create: procedure.input(createRecommendation).mutation(({ ctx, input }) => createRecommendationOnce(ctx, input)),
  save: procedure.input(saveRecommendation).mutation(({ ctx, input }) => saveDraft(ctx, input)),
  remove: procedure.input(removeRecommendation).mutation(({ ctx, input }) => remove(ctx, input)),
  reportTask: procedure.input(reportTask).mutation(({ ctx, input }) => report(ctx, input)),
});
