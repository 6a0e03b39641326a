import { procedure, router } from '#server/core/trpc.ts';
import {
  dropLetter,
  resendLetter,
  saveAddressOf,
  saveMailSetting,
  writeTestLetter,
} from '#server/mail/mail.service.ts';
import {
  letterById,
  letterPage,
  mailSettings,
  mailState,
  previewDigest,
  recipientPage,
} from '#server/mail/mail.view.ts';
import {
  dropLetter as dropInput,
  letterFilters,
  letterInput,
  recipientFilters,
  saveAddressOf as saveAddressInput,
  saveMailSetting as saveInput,
  stepLetter,
  testLetter,
} from '#shared/mail/mail.schema.ts';

export const mailRouter = router({
  settings: procedure.query(({ ctx }) => mailSettings(ctx)),
  saveSettings: procedure.input(saveInput).mutation(({ ctx, input }) => saveMailSetting(ctx, input)),
  previewDigest: procedure.query(({ ctx }) => previewDigest(ctx)),
  recipients: procedure.input(recipientFilters).query(({ ctx, input }) => recipientPage(ctx, input)),
  saveAddressOf: procedure.input(saveAddressInput).mutation(({ ctx, input }) => saveAddressOf(ctx, input)),
  state: procedure.query(({ ctx }) => mailState(ctx)),
  list: procedure.input(letterFilters).query(({ ctx, input }) => letterPage(ctx, input)),
  byId: procedure.input(letterInput).query(({ ctx, input }) => letterById(ctx, input.id)),
  resend: procedure.input(stepLetter).mutation(({ ctx, input }) => resendLetter(ctx, input)),
  drop: procedure.input(dropInput).mutation(({ ctx, input }) => dropLetter(ctx, input)),
  test: procedure.input(testLetter).mutation(({ ctx, input }) => writeTestLetter(ctx, input)),
});
