import * as http from 'node:http';
import type { Floor } from '#bench/floor/floor.ts';
import { FLOOR_OPERATIONS, type FloorOperation } from '#bench/operations.ts';

/** A bare server: POST /list, /deep, /byId, /aggregate, /create with the input as JSON. No sign-in, no checks, no headers. */
export function floorHttp(floor: Floor): http.Server {
  return http.createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', async () => {
      try {
        const operation = req.url?.slice(1) as FloorOperation;
        if (!FLOOR_OPERATIONS.includes(operation)) return send(res, 404, null);
        send(res, 200, await floor[operation](JSON.parse(Buffer.concat(chunks).toString('utf8'))));
      } catch (error) {
        send(res, 500, { error: String(error) });
      }
    });
  });
}

function send(res: http.ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  res.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
}
