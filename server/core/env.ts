import { isIP } from 'node:net';
import { resolve } from 'node:path';

/** What the environment decides, checked once at the start. */
export type Env = {
  production: boolean;
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | undefined;
  publicUrl: string;
  tls: { certFile: string; keyFile: string } | undefined;
  /** Hops or addresses of the reverse proxy, as express understands them. */
  trustProxy: string | number | undefined;
  allowPlainHttp: boolean;
  /** The mail server; undefined: letters wait in the outbox. */
  smtp: SmtpSettings | undefined;
  logLevel: string;
  /** The day at which the demo is stopped, YYYY-MM-DD. */
  demoToday: string;
};

export type SmtpSettings = {
  host: string;
  port: number;
  /** TLS from the first byte. */
  secure: boolean;
  /** STARTTLS or nothing is sent. */
  requireTls: boolean;
  user: string | undefined;
  password: string | undefined;
  /** Sender, `Tên <dia-chi@…>` or an address. */
  from: string;
};

const DEFAULT_PORT = 3000;
const DEMO_TODAY = '2024-03-01';

/** A setting that cannot be used: the message says which, what was found and what is expected. */
export class EnvError extends Error {}

/** @throws EnvError in words an administrator understands */
export function readEnv(env: Readonly<Record<string, string | undefined>>): Env {
  const production = env.NODE_ENV === 'production';
  const port = portOf(env.PORT);
  const host = env.HOST || '127.0.0.1';
  const tls = tlsOf(env);
  const allowPlainHttp = env.ALLOW_PLAIN_HTTP === '1';
  const trustProxy = env.TRUST_PROXY
    ? /^\d+$/.test(env.TRUST_PROXY)
      ? Number(env.TRUST_PROXY)
      : env.TRUST_PROXY
    : undefined;
  if (!isLoopback(host) && !tls && trustProxy === undefined && !allowPlainHttp)
    throw new EnvError(
      `HOST=${host} mở máy chủ ra mạng mà không mã hóa. Đặt TLS_CERT và TLS_KEY, hoặc TRUST_PROXY nếu đứng sau máy chủ ủy quyền có HTTPS, ` +
        'hoặc ALLOW_PLAIN_HTTP=1 nếu chỉ dùng trong mạng LAN khép kín.',
    );
  if (production && !env.PUBLIC_URL)
    throw new EnvError(
      'Thiếu PUBLIC_URL: địa chỉ này được in vĩnh viễn trong mã QR trên bằng, ví dụ PUBLIC_URL=https://thiduakhenthuong.langson.gov.vn',
    );
  return {
    production,
    port,
    host,
    dataDir: resolve(env.DATA_DIR || './data'),
    databaseUrl: env.DATABASE_URL || undefined,
    publicUrl: publicUrlOf(
      env.PUBLIC_URL || `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    ),
    tls,
    trustProxy,
    allowPlainHttp,
    smtp: smtpOf(env),
    logLevel: env.LOG_LEVEL || (production ? 'info' : 'warn'),
    demoToday: env.DEMO_TODAY || DEMO_TODAY,
  };
}

function portOf(text: string | undefined, name = 'PORT'): number {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new EnvError(`${name}=${text} không phải cổng mạng: cần số nguyên từ 1 đến 65535.`);
  return port;
}

function tlsOf(env: Readonly<Record<string, string | undefined>>): Env['tls'] {
  if (!env.TLS_CERT && !env.TLS_KEY) return undefined;
  if (!env.TLS_CERT || !env.TLS_KEY) throw new EnvError('TLS_CERT và TLS_KEY phải đi cùng nhau.');
  return { certFile: env.TLS_CERT, keyFile: env.TLS_KEY };
}

const SMTPS_PORT = 465;
const SUBMISSION_PORT = 587;
const SMTP_EXAMPLE = 'SMTP_URL=smtps://tai-khoan:mat-khau@mail.langson.gov.vn:465';

/**
 * SMTP_URL, or SMTP_HOST with SMTP_PORT; account and password may stand beside either as they are. No message may repeat
 * what is given: the password can be in the address.
 */
function smtpOf(env: Readonly<Record<string, string | undefined>>): SmtpSettings | undefined {
  const { SMTP_URL, SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASSWORD, MAIL_FROM } = env;
  if (!SMTP_URL && !SMTP_HOST) {
    if (MAIL_FROM) throw new EnvError(`Có MAIL_FROM mà thiếu SMTP_URL hoặc SMTP_HOST, ví dụ ${SMTP_EXAMPLE}`);
    return undefined;
  }
  if (SMTP_URL && SMTP_HOST) throw new EnvError('Chỉ đặt một trong hai: SMTP_URL hoặc SMTP_HOST.');
  const port = SMTP_PORT ? portOf(SMTP_PORT, 'SMTP_PORT') : undefined;
  const text = SMTP_URL || `${port === SMTPS_PORT ? 'smtps' : 'smtp'}://${SMTP_HOST}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || (SMTP_HOST && url.host !== SMTP_HOST))
    throw new EnvError(`SMTP_URL hoặc SMTP_HOST không phải địa chỉ máy chủ thư, ví dụ ${SMTP_EXAMPLE}`);
  if (!MAIL_FROM || !/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(MAIL_FROM))
    throw new EnvError(
      'Có máy chủ thư thì cần MAIL_FROM là địa chỉ gửi, ví dụ MAIL_FROM="Lũy Tre <luytre@langson.gov.vn>"',
    );
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname,
    port: port ?? (url.port === '' ? (secure ? SMTPS_PORT : SUBMISSION_PORT) : Number(url.port)),
    secure,
    requireTls: !secure && !isLoopback(url.hostname),
    user: SMTP_USER || decoded(url.username),
    password: SMTP_PASSWORD || decoded(url.password),
    from: MAIL_FROM,
  };
}

function decoded(part: string): string | undefined {
  if (part === '') return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    throw new EnvError(
      'SMTP_URL có dấu % sai chỗ. Đặt tài khoản, mật khẩu ở SMTP_USER, SMTP_PASSWORD, ghi nguyên văn.',
    );
  }
}

function publicUrlOf(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new EnvError(`PUBLIC_URL=${text} không phải địa chỉ http(s), ví dụ https://thiduakhenthuong.langson.gov.vn`);
  return text.replace(/\/+$/, '');
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
