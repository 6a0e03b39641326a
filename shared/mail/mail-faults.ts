import type { Localized } from '#shared/core/localized.ts';

type Fault = { pattern: RegExp; words: Localized };

/** In this order: an answer of the mail server first, then the line to it. */
const FAULTS: readonly Fault[] = [
  {
    pattern: /EAUTH|invalid login|\b535\b|missing credentials/i,
    words: {
      vi: 'Máy chủ thư không nhận tài khoản gửi. Kiểm tra SMTP_USER, SMTP_PASSWORD rồi khởi động lại máy chủ.',
      en: 'The mail server does not accept the sending account. Check SMTP_USER and SMTP_PASSWORD, then restart the server.',
    },
  },
  {
    pattern: /can't send mail|all recipients were rejected|\b55[0-4]\b/i,
    words: {
      vi: 'Máy chủ thư không nhận địa chỉ này. Kiểm tra địa chỉ người nhận rồi gửi lại.',
      en: 'The mail server refuses this address. Check the address of the recipient, then send again.',
    },
  },
  {
    pattern: /ENOTFOUND|EAI_AGAIN|EDNS/,
    words: {
      vi: 'Không tìm thấy máy chủ thư. Kiểm tra tên máy chủ trong SMTP_URL hoặc SMTP_HOST.',
      en: 'The mail server is not found. Check its name in SMTP_URL or SMTP_HOST.',
    },
  },
  {
    pattern: /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/,
    words: {
      vi: 'Không kết nối được máy chủ thư. Kiểm tra cổng trong SMTP_URL hoặc SMTP_PORT và tường lửa.',
      en: 'The mail server cannot be reached. Check the port in SMTP_URL or SMTP_PORT, and the firewall.',
    },
  },
  {
    pattern: /STARTTLS|certificate|self.signed|wrong version number|\bSSL\b|\bTLS\b|EPROTO/i,
    words: {
      vi: 'Không lập được kết nối mã hóa với máy chủ thư. Cổng 465 dùng smtps://, cổng 587 dùng smtp:// có STARTTLS; chứng thư của máy chủ thư phải còn hiệu lực.',
      en: 'No encrypted connection to the mail server. Port 465 takes smtps://, port 587 smtp:// with STARTTLS; the certificate of the mail server must be valid.',
    },
  },
  {
    pattern: /ETIMEDOUT|timeout|greeting never received/i,
    words: {
      vi: 'Máy chủ thư không trả lời. Kiểm tra cổng và tường lửa; hệ thống tự thử lại.',
      en: 'The mail server does not answer. Check the port and the firewall; it is tried again by itself.',
    },
  },
];

/**
 * What an administrator can do about a letter that was not sent.
 *
 * @param error as the mail server or the connection said it, e.g. `getaddrinfo ENOTFOUND smtp.example`
 * @returns null for what is not known: then its own words have to do
 */
export function mailFault(error: string): Localized | null {
  return FAULTS.find(({ pattern }) => pattern.test(error))?.words ?? null;
}
