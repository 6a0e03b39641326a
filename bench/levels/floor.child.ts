import type { AddressInfo } from 'node:net';
import { answerParent } from '#bench/child.ts';
import type { Copy } from '#bench/data/copy.ts';
import { postgresFloor } from '#bench/floor/floor.postgres.ts';
import { sqliteFloor } from '#bench/floor/floor.sqlite.ts';
import { floorHttp } from '#bench/floor/floor-http.ts';

answerParent<Copy>(async ({ file, url }) => {
  const server = floorHttp(url === undefined ? sqliteFloor(file!) : postgresFloor(url));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port };
});
