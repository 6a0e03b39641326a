import {
  advanceCertificates,
  certificateById,
  certificatesOfDecision,
  printCertificates,
} from '#server/certificates/certificates.service.ts';
import { procedure, router } from '#server/core/trpc.ts';
import {
  advanceCertificates as advanceInput,
  certificateById as byIdInput,
  certificatesOfDecision as ofDecisionInput,
  printCertificate,
} from '#shared/certificates/certificates.schema.ts';

export const certificatesRouter = router({
  ofDecision: procedure.input(ofDecisionInput).query(({ ctx, input }) => certificatesOfDecision(ctx, input.decisionId)),
  byId: procedure.input(byIdInput).query(({ ctx, input }) => certificateById(ctx, input.id)),
  advance: procedure.input(advanceInput).mutation(({ ctx, input }) => advanceCertificates(ctx, input)),
  print: procedure.input(printCertificate).mutation(({ ctx, input }) => printCertificates(ctx, input)),
});
