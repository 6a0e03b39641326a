import * as http from 'node:http';

/** The body stays bytes: reading text out of every answer would be work of the measuring side. */
export type Answer = { status: number; body: Buffer };
export type HttpClient = {
  post(path: string, body: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): void;
};

/** Keeps at most `connections` connections to a server on this machine open and reuses them. */
export function httpClient(port: number, connections: number): HttpClient {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections });
  return {
    post: (path, body, headers = {}) =>
      new Promise((resolve, reject) => {
        const request = http.request(
          {
            agent,
            host: '127.0.0.1',
            port,
            path,
            method: 'POST',
            headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('error', reject);
            response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
          },
        );
        request.on('error', reject);
        request.end(body);
      }),
    close: () => agent.destroy(),
  };
}
