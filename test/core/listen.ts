import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { atEndOfFile } from '#test/core/end-of-file.ts';

/** Serves on a free port of this machine until the end of the test file; gives the address without a slash. */
export async function listen(http: Express): Promise<string> {
  const server = http.listen(0, '127.0.0.1');
  await once(server, 'listening');
  atEndOfFile(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
