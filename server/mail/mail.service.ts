import type * as z from 'zod/mini';
import { findAccount } from '#db/accounts/accounts.queries.ts';
import type { Writer } from '#db/database.ts';
import { findLetter, findMailSetting } from '#db/mail/mail.queries.ts';
import { insertLetters, putMailSetting, setLetterStatus } from '#db/mail/mail.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { letterOf } from '#server/mail/letters.service.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { conflict, notFound, refuseIf } from '#shared/core/refusal.ts';
import { addressReasons, maskedAddress } from '#shared/mail/mail.rules.ts';
import {
  type saveAddressOf as addressInput,
  type dropLetter as dropInput,
  LETTER_STATUS_LABELS,
  LETTERS_WANTED_LABELS,
  type LetterStatus,
  type saveMailSetting as saveInput,
  type stepLetter,
  type testLetter as testInput,
} from '#shared/mail/mail.schema.ts';

/** Saves which letters the caller gets and where; the history shows the address only as its first letter and domain. */
export function saveMailSetting(ctx: ActorContext, input: z.infer<typeof saveInput>): Promise<{ version: number }> {
  const { accountId, name, unitId } = ctx.actor;
  const { letters, digest, seenVersion } = input;
  const address = input.address || null;
  return commit(ctx, async (tx) => {
    refuseIf(addressReasons(input.address));
    if (digest && address === null) refuseIf([{ code: 'mail.digest-without-address', field: 'address' }]);
    const before = await findMailSetting(tx, accountId);
    const isKept = (before?.version ?? 0) === seenVersion;
    if (!isKept || !(await putMailSetting(tx, accountId, { address, letters, digest: digest ? 1 : 0 }, seenVersion)))
      throw conflict([{ code: 'mail.setting-changed-meanwhile' }]);
    const changes = [
      { field: 'mailAddress', from: maskedAddress(before?.address ?? null), to: maskedAddress(address) },
      {
        field: 'letters',
        from: LETTERS_WANTED_LABELS[before?.letters ?? 'reminders'].vi,
        to: LETTERS_WANTED_LABELS[letters].vi,
      },
      { field: 'digest', from: onOff(before?.digest === 1), to: onOff(digest) },
    ];
    return {
      result: { version: seenVersion + 1 },
      audit: [
        {
          action: 'mail.setting-saved',
          subjectKind: 'account',
          subjectId: accountId,
          subjectLabel: name,
          unitId,
          changes: changes.filter(({ from, to }) => from !== to),
        },
      ],
    };
  });
}

const onOff = (on: boolean) => (on ? 'Hằng ngày' : 'Tắt');

/** An administrator says where the letters of somebody go; masked in the history, as one's own are. */
export function saveAddressOf(ctx: ActorContext, input: z.infer<typeof addressInput>): Promise<{ version: number }> {
  const { accountId, seenVersion } = input;
  const address = input.address || null;
  return commit(ctx, async (tx) => {
    refuseIf(addressReasons(input.address));
    const person = await findAccount(tx, accountId);
    if (!person) throw notFound('account');
    const before = await findMailSetting(tx, accountId);
    const facts = { person: person.name };
    if (address === null && before?.digest === 1)
      refuseIf([{ code: 'mail.digest-needs-address', field: 'address', facts }]);
    const letters = before?.letters ?? 'reminders';
    const kept = { address, letters, digest: before?.digest ?? 0 };
    if ((before?.version ?? 0) !== seenVersion || !(await putMailSetting(tx, accountId, kept, seenVersion)))
      throw conflict([{ code: 'mail.address-changed-meanwhile', facts }]);
    return {
      result: { version: seenVersion + 1 },
      audit: [
        {
          action: 'mail.setting-saved',
          subjectKind: 'account',
          subjectId: accountId,
          subjectLabel: person.name,
          unitId: person.unitId,
          changes: [{ field: 'mailAddress', from: maskedAddress(before?.address ?? null), to: maskedAddress(address) }],
        },
      ],
    };
  });
}

/**
 * Gửi lại, gửi ngay: a letter that failed, was dropped or rests after a failed try (up to twelve hours) waits anew, due
 * now and with all its tries. One that is being tried at this moment is left alone, or it would go out twice.
 */
export function resendLetter(ctx: ActorContext, input: z.infer<typeof stepLetter>): Promise<{ version: number }> {
  return commit(ctx, (tx) =>
    stepOf(tx, input, {
      action: 'mail.letter-resent',
      to: 'waiting',
      against: ({ status, sentAt, error }) => {
        if (status === 'sent') return [{ code: 'letter.already-sent', facts: { sentAt: sentAt ?? '' } }];
        return status === 'waiting' && error === null ? [{ code: 'letter.still-waiting' }] : [];
      },
    }),
  );
}

/** Bỏ thư: it does not go out; the reason stays in the history. */
export function dropLetter(ctx: ActorContext, input: z.infer<typeof dropInput>): Promise<{ version: number }> {
  return commit(ctx, (tx) =>
    stepOf(tx, input, {
      action: 'mail.letter-dropped',
      to: 'cancelled',
      reason: input.reason,
      against: ({ status, sentAt }) => {
        if (status === 'sent') return [{ code: 'letter.already-sent', facts: { sentAt: sentAt ?? '' } }];
        return status === 'cancelled' ? [{ code: 'letter.already-dropped' }] : [];
      },
    }),
  );
}

type Step = {
  action: string;
  to: LetterStatus;
  reason?: string;
  against: (letter: { status: LetterStatus; sentAt: string | null; error: string | null }) => Reason[];
};

async function stepOf(tx: Writer, { id, seenVersion }: z.infer<typeof stepLetter>, step: Step) {
  const letter = await findLetter(tx, id);
  if (!letter) throw notFound('letter');
  const { action, to, reason, against } = step;
  refuseIf(against(letter));
  const change =
    to === 'waiting' ? { status: to, runAfter: new Date().toISOString(), attempt: 0, error: null } : { status: to };
  if (!(await setLetterStatus(tx, { id, seenVersion }, change))) throw conflict([{ code: 'letter.changed-meanwhile' }]);
  const event: AuditEvent = {
    action,
    subjectKind: 'letter',
    subjectId: id,
    // The subject of a letter may name people.
    subjectLabel: `Thư gửi ${letter.personName}`,
    reason: reason ?? null,
    changes:
      letter.status === to
        ? []
        : [{ field: 'status', from: LETTER_STATUS_LABELS[letter.status].vi, to: LETTER_STATUS_LABELS[to].vi }],
  };
  return { result: { version: seenVersion + 1 }, audit: [event] as const };
}

/** Gửi thư thử: a letter to the administrator's own address, on the same way as every other. */
export function writeTestLetter(ctx: ActorContext, input: z.infer<typeof testInput>): Promise<{ id: string }> {
  const { accountId, name, unitId } = ctx.actor;
  return commitOnce(ctx, input, async (tx) => {
    const setting = await findMailSetting(tx, accountId);
    if (!setting?.address) refuseIf([{ code: 'mail.no-address-of-own' }]);
    const day = formatDate(vietnamDate(ctx.now()));
    const letter = letterOf(ctx, accountId, {
      code: 'mail.test',
      link: null,
      subject: `Thư thử của Lũy Tre, ngày ${day}`,
      content: `Thư này cho biết máy chủ thư đã nhận thư của hệ thống.\n\n${ctx.publicUrl}`,
    });
    await insertLetters(tx, [letter]);
    return {
      result: { id: letter.id },
      audit: [
        {
          action: 'mail.test-written',
          subjectKind: 'letter',
          subjectId: letter.id,
          subjectLabel: `Thư gửi ${name}`,
          unitId,
          changes: [{ field: 'status', from: null, to: LETTER_STATUS_LABELS.waiting.vi }],
        },
      ],
    };
  });
}
