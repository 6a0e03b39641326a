import { expect, test } from 'vitest';
import { EnvError, readEnv } from '#server/core/env.ts';

test('with nothing set it listens on this machine only, in the demo', () => {
  expect(readEnv({})).toMatchObject({
    production: false,
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:3000',
    demoToday: '2024-03-01',
  });
});

test.each([
  { env: { PORT: 'abc' }, says: 'PORT=abc' },
  { env: { PORT: '70000' }, says: 'PORT=70000' },
  { env: { HOST: '0.0.0.0' }, says: 'ALLOW_PLAIN_HTTP' },
  { env: { NODE_ENV: 'production' }, says: 'PUBLIC_URL' },
  { env: { PUBLIC_URL: 'ftp://x' }, says: 'PUBLIC_URL=ftp://x' },
  { env: { TLS_CERT: 'a.pem' }, says: 'TLS_KEY' },
])('refuses $env and says what to set', ({ env, says }) => {
  expect(() => readEnv(env)).toThrow(EnvError);
  expect(() => readEnv(env)).toThrow(says);
});

test.each([
  { HOST: '0.0.0.0', TLS_CERT: 'a', TLS_KEY: 'b' },
  { HOST: '0.0.0.0', TRUST_PROXY: '1' },
  { HOST: '0.0.0.0', ALLOW_PLAIN_HTTP: '1' },
])('may leave this machine with %o', (env) => {
  expect(readEnv(env).host).toBe('0.0.0.0');
});

test('the address printed in QR codes has no slash at its end', () => {
  expect(readEnv({ PUBLIC_URL: 'https://khenthuong.example/' }).publicUrl).toBe('https://khenthuong.example');
});
