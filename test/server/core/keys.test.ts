import { chmod, mkdtemp, readdir, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadKeys, rotateSigningKey, signText, verifyText } from '#server/core/keys.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'luytre-keys-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

test('the first start makes the keys, private to this user; the next one reads the same', async () => {
  const made = await loadKeys(dataDir);
  const read = await loadKeys(dataDir, { create: false });

  expect(read.cccdCipher).toEqual(made.cccdCipher);
  expect(read.authSecret[0]!.secret.length).toBe(32);
  expect(verifyText(read, 'một', signText(made, 'một'))).toBe(true);
  expect((await stat(join(dataDir, 'keys'))).mode & 0o777).toBe(0o700);
  const names = (await readdir(join(dataDir, 'keys'))).sort();
  expect(names).toEqual(['auth-secret-1.key', 'cccd-cipher-1.key', 'cccd-index-1.key', 'signing-1.key']);
  for (const name of names) expect((await stat(join(dataDir, 'keys', name))).mode & 0o777).toBe(0o600);
});

test('the secrets differ from one another and from another installation', async () => {
  const other = await mkdtemp(join(tmpdir(), 'luytre-keys-'));
  const [one, two] = [await loadKeys(dataDir), await loadKeys(other)];
  await rm(other, { recursive: true });
  const secrets = [one, two].flatMap((keys) =>
    [...keys.cccdCipher, ...keys.cccdIndex, ...keys.authSecret].map(({ secret }) => secret.toString('hex')),
  );

  expect(new Set(secrets).size).toBe(6);
  expect(verifyText(two, 'một', signText(one, 'một'))).toBe(false);
});

test('two first starts at once end with one set of keys', async () => {
  const loaded = await Promise.all(Array.from({ length: 8 }, () => loadKeys(dataDir)));

  expect(new Set(loaded.map(({ authSecret }) => authSecret[0]!.secret.toString('hex'))).size).toBe(1);
  for (const keys of loaded) expect(verifyText(loaded[0]!, 'một', signText(keys, 'một'))).toBe(true);
});

test('after a rotation the new key signs and the old one still verifies', async () => {
  const before = await loadKeys(dataDir);
  const signature = signText(before, 'in năm 2024');
  const after = await rotateSigningKey(dataDir);

  expect(after.signing.map(({ id }) => id)).toEqual(['signing-2', 'signing-1']);
  expect(verifyText(after, 'in năm 2024', signature)).toBe(true);
  expect(verifyText(before, 'mới', signText(after, 'mới'))).toBe(false);
});

test('lost keys are not replaced quietly beside a database in use', async () => {
  await loadKeys(dataDir);
  await unlink(join(dataDir, 'keys', 'signing-1.key'));

  await expect(loadKeys(dataDir, { create: false })).rejects.toThrow(/No signing key/);
});

test.runIf(process.platform !== 'win32')('a key other users can read is refused', async () => {
  await loadKeys(dataDir);
  await chmod(join(dataDir, 'keys', 'auth-secret-1.key'), 0o640);

  await expect(loadKeys(dataDir)).rejects.toThrow(/chmod 600/);
});

test('a damaged key is refused', async () => {
  await loadKeys(dataDir);
  await writeFile(join(dataDir, 'keys', 'cccd-index-1.key'), 'AAAA');

  await expect(loadKeys(dataDir)).rejects.toThrow(/damaged/);
});

test('only the exact text with the exact signature verifies; garbage never throws', async () => {
  const keys = await loadKeys(dataDir);
  const signature = signText(keys, 'một');
  const last = signature.at(-1) === 'A' ? 'B' : 'A';

  expect(signature).toMatch(/^[\w-]{86}$/);
  expect(verifyText(keys, 'hai', signature)).toBe(false);
  for (const bad of [
    '',
    'x',
    `${signature}A`,
    `${signature.slice(0, -1)}${last}`,
    `${signature}=`,
    ' '.repeat(86),
    '😀',
  ]) {
    expect(verifyText(keys, 'một', bad)).toBe(false);
  }
});
