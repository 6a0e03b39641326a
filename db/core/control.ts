import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as http from 'node:http';
import * as os from 'node:os';
import * as path from 'node:path';

/** What a running server does for a command of the same machine: takes and gives JSON values. */
export type ControlHandlers = Record<string, (body: unknown) => Promise<unknown>>;

/** No server listens for this data directory. */
export class NoServerError extends Error {}

const SOCKET_PATH_LIMIT = 100;
const BODY_LIMIT = 64 * 1024;

/**
 * Listens for commands of the same user on the same machine (`npm run db backup`). Call it only
 * while holding the lock of the data directory: a socket left by a killed server is removed.
 *
 * @param dataDir directory that exists
 */
export async function serveControl(dataDir: string, handlers: ControlHandlers): Promise<{ close(): Promise<void> }> {
  const socket = socketPath(dataDir);
  if (process.platform !== 'win32') fs.rmSync(socket, { force: true });
  const server = http.createServer((request, response) => {
    void answer(request, handlers).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(socket, resolve);
  });
  if (process.platform !== 'win32') fs.chmodSync(socket, 0o600);
  server.unref(); // listening for commands alone is no reason to live
  return {
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

/**
 * Asks the running server to do something, and waits until it is done.
 *
 * @throws NoServerError if none is running
 * @throws Error with the server's message if the command failed
 */
export async function callControl(dataDir: string, command: string, body: unknown = null): Promise<unknown> {
  const socketOf = socketPath(dataDir);
  const text = await new Promise<string>((resolve, reject) => {
    const request = http.request(
      { socketPath: socketOf, method: 'POST', path: `/${encodeURIComponent(command)}`, agent: false },
      (response) => {
        readAll(response).then(resolve, reject);
      },
    );
    request.once('error', (error: NodeJS.ErrnoException) => {
      const nobody = error.code === 'ENOENT' || error.code === 'ECONNREFUSED';
      reject(nobody ? new NoServerError('No server is running') : error);
    });
    request.end(JSON.stringify(body));
  });
  const reply = JSON.parse(text) as { value?: unknown; error?: string };
  if (reply.error !== undefined) throw new Error(reply.error);
  return reply.value;
}

async function answer(request: http.IncomingMessage, handlers: ControlHandlers) {
  try {
    const command = decodeURIComponent((request.url ?? '').slice(1));
    const handler = Object.hasOwn(handlers, command) ? handlers[command] : undefined;
    if (!handler) return { status: 404, body: { error: `Unknown command: ${command}` } };
    const value = await handler(JSON.parse(await readAll(request)));
    return { status: 200, body: { value } };
  } catch (error) {
    return { status: 500, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}

async function readAll(stream: http.IncomingMessage): Promise<string> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    text += chunk;
    if (text.length > BODY_LIMIT) throw new Error('The message is too long');
  }
  return text;
}

/** `control.sock` in the data directory; elsewhere where the system wants a pipe name or the path would be too long. */
function socketPath(dataDir: string): string {
  const full = path.resolve(dataDir);
  const hash = createHash('sha256').update(full).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\luy-tre-${hash}`;
  const socket = path.join(full, 'control.sock');
  return socket.length <= SOCKET_PATH_LIMIT ? socket : path.join(os.tmpdir(), `luy-tre-${hash}.sock`);
}
