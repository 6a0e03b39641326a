import { createTransport } from 'nodemailer';
import type { SmtpSettings } from '#server/core/env.ts';
import type { Mailer } from '#server/core/mailer.ts';

const CONNECT_WITHIN_MS = 15_000;
const ANSWER_WITHIN_MS = 30_000;

/**
 * Letters through one SMTP server, as plain text. Encrypted: from the first byte (smtps) or by STARTTLS, without which
 * nothing is sent, unless the server is this machine.
 * @param publicUrl its host goes into the Message-ID, which is the letter's own: a letter sent twice by a crash in
 * between is known as one by mail programs
 */
export function createMailer(settings: SmtpSettings, publicUrl: string): Mailer {
  const { host, port, secure, requireTls, user, password, from } = settings;
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: ANSWER_WITHIN_MS,
    // A letter never reads a file or an address of the network.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = new URL(publicUrl).hostname;
  return {
    host: `${host}:${port}`,
    from,
    async send({ id, to, subject, text }) {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}

/** Whether the server refused this recipient for good: trying again would only be refused again. */
export function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = (error ?? {}) as { code?: string; responseCode?: number };
  return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500;
}
