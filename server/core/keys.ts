import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { chmod, link, mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** One key pair that signs certificates (Ed25519). */
export type SigningKey = Readonly<{ id: string; privateKey: KeyObject; publicKey: KeyObject }>;

/** One 256-bit secret. */
export type SecretKey = Readonly<{ id: string; secret: Buffer }>;

/**
 * The keys of one installation. Each list has the newest key first: it signs or encrypts; the older ones
 * only verify or decrypt. Lists are never empty.
 */
export type Keys = Readonly<{
  /** Sign the facts of certificates. Their QR codes live as long as the paper, so old ones are kept for ever. */
  signing: readonly SigningKey[];
  /** Encrypt the citizen number (CCCD), AES-256-GCM. */
  cccdCipher: readonly SecretKey[];
  /** Index the citizen number, HMAC-SHA-256. */
  cccdIndex: readonly SecretKey[];
  /** Signs session cookies. */
  authSecret: readonly SecretKey[];
}>;

const KINDS = ['signing', 'cccd-cipher', 'cccd-index', 'auth-secret'] as const;
type Kind = (typeof KINDS)[number];

const FILE = /^(signing|cccd-cipher|cccd-index|auth-secret)-([1-9]\d{0,8})\.key$/;
const SECRET_BYTES = 32;

/**
 * Reads the keys of DATA_DIR/keys; on the first start it makes them.
 *
 * @param options.create false where the database already holds data: keys missing there were lost, and new
 *   ones would quietly make every printed QR code fail
 * @throws Error when a key file can be read by others, is damaged, or is missing with `create: false`
 */
export async function loadKeys(dataDir: string, options: { create: boolean } = { create: true }): Promise<Keys> {
  const folder = join(dataDir, 'keys');
  if (options.create) await makeFolder(folder);
  const held = await numbersIn(folder);
  for (const kind of KINDS) {
    if (held[kind].length > 0) continue;
    if (!options.create) throw new Error(`No ${kind} key in ${folder}: restore the keys that belong to this database`);
    await makeKey(folder, kind, 1);
    held[kind] = [1];
  }
  const secrets = (kind: Kind) => Promise.all(held[kind].map((number) => readSecret(folder, kind, number)));
  return {
    signing: await Promise.all(held.signing.map((number) => readSigningKey(folder, number))),
    cccdCipher: await secrets('cccd-cipher'),
    cccdIndex: await secrets('cccd-index'),
    authSecret: await secrets('auth-secret'),
  };
}

/** Adds a newer signing key; what the older ones signed still verifies. Returns the keys as they are now. */
export async function rotateSigningKey(dataDir: string): Promise<Keys> {
  const folder = join(dataDir, 'keys');
  const newest = (await numbersIn(folder)).signing[0] ?? 0;
  await makeKey(folder, 'signing', newest + 1);
  return loadKeys(dataDir, { create: false });
}

/** Signs a text with the newest key: 86 signs of base64url (Ed25519, 64 bytes). */
export function signText(keys: Keys, text: string): string {
  return sign(null, Buffer.from(text, 'utf8'), keys.signing[0]!.privateKey).toString('base64url');
}

/** True when any of our keys signed exactly this text. Never throws, whatever the signature looks like. */
export function verifyText(keys: Keys, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  // Decoding is lenient; only the one canonical spelling counts, so a signature cannot be varied unseen.
  if (bytes.length !== 64 || bytes.toString('base64url') !== signature) return false;
  const signed = Buffer.from(text, 'utf8');
  return keys.signing.some((key) => verify(null, signed, key.publicKey, bytes));
}

async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await chmod(folder, 0o700);
}

/** Key numbers by kind, newest first. */
async function numbersIn(folder: string): Promise<Record<Kind, number[]>> {
  const held: Record<Kind, number[]> = { signing: [], 'cccd-cipher': [], 'cccd-index': [], 'auth-secret': [] };
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) {
    const [, kind, number] = FILE.exec(name) ?? [];
    if (kind !== undefined) held[kind as Kind].push(Number(number));
  }
  for (const numbers of Object.values(held)) numbers.sort((a, b) => b - a);
  return held;
}

/**
 * Writes a key so that it is either whole or absent, and so that of two processes starting at once the
 * first wins: `link` refuses an existing name, `rename` would replace it.
 */
async function makeKey(folder: string, kind: Kind, number: number): Promise<void> {
  const text =
    kind === 'signing'
      ? generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
      : `${randomBytes(SECRET_BYTES).toString('base64')}\n`;
  const draft = join(folder, `.${kind}-${randomBytes(6).toString('hex')}.tmp`);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, keyPath(folder, kind, number));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  await syncFolder(folder);
}

/** Makes the new name survive a power cut. Windows cannot open a folder and needs no such step. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readSigningKey(folder: string, number: number): Promise<SigningKey> {
  const path = keyPath(folder, 'signing', number);
  const privateKey = createPrivateKey(await readPrivate(path));
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`${path} is not an Ed25519 key`);
  return { id: `signing-${number}`, privateKey, publicKey: createPublicKey(privateKey) };
}

async function readSecret(folder: string, kind: Kind, number: number): Promise<SecretKey> {
  const path = keyPath(folder, kind, number);
  const secret = Buffer.from((await readPrivate(path)).trim(), 'base64');
  if (secret.length !== SECRET_BYTES) throw new Error(`${path} is damaged: ${SECRET_BYTES} bytes expected`);
  return { id: `${kind}-${number}`, secret };
}

async function readPrivate(path: string): Promise<string> {
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(`${path} can be read by other users of this machine: chmod 600 it`);
  }
  return readFile(path, 'utf8');
}

function keyPath(folder: string, kind: Kind, number: number): string {
  return join(folder, `${kind}-${number}.key`);
}
