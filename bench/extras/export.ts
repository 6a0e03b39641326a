import { setTimeout as wait } from 'node:timers/promises';
import { startChild } from '#bench/child.ts';
import type { Copies } from '#bench/data/copy.ts';
import { provincesOf } from '#bench/data/provinces.ts';
import { cpuSeconds, familyOf, mostMemoryMb } from '#bench/extras/processes.ts';
import { signInCookie, startServer } from '#bench/levels/server.ts';
import type { LoadJob } from '#bench/load/load-generator.ts';
import type { Summary } from '#bench/measure.ts';
import type { Options } from '#bench/options.ts';

const LEAST_ROWS = 100_000;
const COLUMNS = ['name', 'place', 'unit', 'kind', 'award', 'year', 'number', 'date', 'status'];
const READS_SECONDS = 6;

// biome-ignore lint/suspicious/noExplicitAny: answers of several procedures
type Ask = (procedure: string, input: unknown) => Promise<any>;
type Line = { op: string; p50Ms: number; p99Ms: number; also: Record<string, number> };

/**
 * The registry of the newest years, a hundred thousand lines or a little more, as .xlsx by the job that makes it, while
 * somebody else reads: from ordering it to the last byte of the file. Linux only.
 */
export async function measureExport({ rows }: Options, copies: Copies): Promise<Line[]> {
  const copy = await copies.make();
  const provinces = await provincesOf(copy);
  const server = await startServer(copy);
  const load = startChild('load/load-generator.ts');
  try {
    const cookie = await signInCookie(server.port);
    const headers = { cookie, 'x-luytre': '1', 'content-type': 'application/json' };
    const ask: Ask = async (procedure, input) => {
      const answer = await fetch(`http://127.0.0.1:${server.port}/trpc/${procedure}?batch=1`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ 0: input }),
      });
      const [{ result, error }] = JSON.parse(await answer.text());
      if (error) throw new Error(`${procedure}: ${error.message}`);
      return result.data;
    };
    const { byYear } = await ask('awards.aggregate', {});
    const { yearFrom, count } = newest(byYear);
    const before = cpuSeconds(server.processId);
    const reads = load.ask<Summary>({
      port: server.port,
      wire: 'trpc',
      operation: 'list',
      subject: { rows, provinces },
      headers,
      connections: 1,
      warmupSeconds: 0.1,
      seconds: READS_SECONDS,
      firstIndex: 0,
    } satisfies LoadJob);
    const start = performance.now();
    const { jobId, fileId } = await ask('exports.start', {
      list: 'awards',
      filters: { yearFrom },
      columns: COLUMNS,
      format: 'xlsx',
      idempotencyKey: crypto.randomUUID(),
    });
    const made = fileId ?? (await fileOf(ask, jobId));
    const file = await fetch(`http://127.0.0.1:${server.port}/files/${made}`, { headers });
    const bytes = (await file.arrayBuffer()).byteLength;
    const ms = performance.now() - start;
    if (file.status !== 200 || bytes < 1_000) throw new Error(`the file answered ${file.status}, ${bytes} bytes`);
    const family = familyOf(server.processId);
    const cpu = family.reduce((sum, id) => sum + cpuSeconds(id), 0) - before;
    const memory = family.reduce((sum, id) => sum + mostMemoryMb(id), 0);
    const { p50Ms, p99Ms } = await reads;
    const also = {
      lines: count,
      cpu_s: Number(cpu.toFixed(2)),
      peak_rss_mb: Math.round(memory),
      mb: Math.round(bytes / 1e6),
    };
    return [
      { op: 'export100k', p50Ms: ms, p99Ms: ms, also },
      { op: 'list beside export100k', p50Ms, p99Ms, also: {} },
    ];
  } finally {
    await Promise.all([server.stop(), load.stop()]);
  }
}

/** The first of the newest years that together have enough. */
function newest(byYear: readonly { year: number; awards: number }[]): { yearFrom: number; count: number } {
  let count = 0;
  for (const { year, awards } of byYear.toReversed()) {
    count += awards;
    if (count >= LEAST_ROWS) return { yearFrom: year, count };
  }
  return { yearFrom: byYear[0]?.year ?? 1945, count };
}

async function fileOf(ask: Ask, id: string): Promise<string> {
  for (;;) {
    const job: { status: string; fileId?: string | null } = await ask('jobs.byId', { id });
    if (job.status === 'done' && job.fileId) return job.fileId;
    if (job.status === 'failed' || job.status === 'cancelled') throw new Error(`the export is ${JSON.stringify(job)}`);
    await wait(50);
  }
}
