import { procedure, router } from '#server/core/trpc.ts';
import { savePledgeRule, viewRule } from '#server/pledges/pledge-rule.service.ts';
import { correctSignature, signPledge } from '#server/pledges/pledge-signing.service.ts';
import {
  agreePledge,
  consultPledge,
  openSigning,
  publishPledge,
  reopenPledge,
  returnToDraft,
} from '#server/pledges/pledge-steps.service.ts';
import { viewPledge } from '#server/pledges/pledge-view.service.ts';
import { createPledge, giveOpinion, savePledgeText, saveTargets } from '#server/pledges/pledges.service.ts';
import { saveProgress, viewLedger } from '#server/pledges/progress.service.ts';
import { clusterYearInput } from '#shared/clusters/clusters.schema.ts';
import { savePledgeRule as ruleInput } from '#shared/pledges/pledge-rule.schema.ts';
import {
  agreePledge as agreeInput,
  consultPledge as consultInput,
  correctSignature as correctInput,
  createPledge as createInput,
  giveOpinion as giveOpinionInput,
  publishPledge as publishInput,
  reopenPledge as reopenInput,
  saveTargets as saveTargetsInput,
  savePledgeText as saveTextInput,
  seenPledge as seenInput,
  signPledge as signInput,
} from '#shared/pledges/pledges.schema.ts';
import { saveProgress as progressInput } from '#shared/pledges/progress.schema.ts';

export const pledgesRouter = router({
  ofYear: procedure.input(clusterYearInput).query(({ ctx, input }) => viewPledge(ctx, input.clusterYearId)),
  ledger: procedure.input(clusterYearInput).query(({ ctx, input }) => viewLedger(ctx, input.clusterYearId)),
  rule: procedure.input(clusterYearInput).query(({ ctx, input }) => viewRule(ctx, input.clusterYearId)),
  saveRule: procedure.input(ruleInput).mutation(({ ctx, input }) => savePledgeRule(ctx, input)),
  saveProgress: procedure.input(progressInput).mutation(({ ctx, input }) => saveProgress(ctx, input)),
  create: procedure.input(createInput).mutation(({ ctx, input }) => createPledge(ctx, input)),
  saveText: procedure.input(saveTextInput).mutation(({ ctx, input }) => savePledgeText(ctx, input)),
  saveTargets: procedure.input(saveTargetsInput).mutation(({ ctx, input }) => saveTargets(ctx, input)),
  consult: procedure.input(consultInput).mutation(({ ctx, input }) => consultPledge(ctx, input)),
  returnToDraft: procedure.input(seenInput).mutation(({ ctx, input }) => returnToDraft(ctx, input)),
  giveOpinion: procedure.input(giveOpinionInput).mutation(({ ctx, input }) => giveOpinion(ctx, input)),
  agree: procedure.input(agreeInput).mutation(({ ctx, input }) => agreePledge(ctx, input)),
  openSigning: procedure.input(seenInput).mutation(({ ctx, input }) => openSigning(ctx, input)),
  sign: procedure.input(signInput).mutation(({ ctx, input }) => signPledge(ctx, input)),
  correctSignature: procedure.input(correctInput).mutation(({ ctx, input }) => correctSignature(ctx, input)),
  publish: procedure.input(publishInput).mutation(({ ctx, input }) => publishPledge(ctx, input)),
  reopen: procedure.input(reopenInput).mutation(({ ctx, input }) => reopenPledge(ctx, input)),
});
