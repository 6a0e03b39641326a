import { startChild } from '#bench/child.ts';
import type { Copies } from '#bench/data/copy.ts';
import { provincesOf } from '#bench/data/provinces.ts';
import type { FourteenAnswer, FourteenJob } from '#bench/extras/extras.ts';
import { cpuSeconds, familyOf, mostMemoryMb } from '#bench/extras/processes.ts';
import { signInCookie, startServer } from '#bench/levels/server.ts';
import type { LoadJob } from '#bench/load/load-generator.ts';
import { percentile, type Summary } from '#bench/measure.ts';
import type { Options } from '#bench/options.ts';

const COUNT = 1_000;
/** Reads are measured from the moment the print is asked for; a print lasts at least this long. */
const READS_SECONDS = 3;

type Line = { op: string; p50Ms: number; p99Ms: number; also: Record<string, number> };

/**
 * A thousand certificates as one PDF from the real server, by the button an office presses: once alone, for its
 * time, processor time and memory, and once while somebody else reads the registry. Linux only.
 */
export async function measureThousand({ rows }: Options, copies: Copies): Promise<Line[]> {
  const copy = await copies.make();
  const provinces = await provincesOf(copy);
  const child = startChild('extras/fourteen.child.ts');
  const job: FourteenJob = { what: 'issue1000', times: 1, copy };
  const { decisionId = '' } = await child.ask<FourteenAnswer>(job).finally(() => child.stop());

  const server = await startServer(copy);
  const load = startChild('load/load-generator.ts');
  try {
    const cookie = await signInCookie(server.port);
    const headers = { cookie, 'x-luytre': '1', 'content-type': 'application/json' };
    const print = () => printed(server.port, headers, decisionId);
    const before = cpuSeconds(server.processId);
    const alone = await print();
    const family = familyOf(server.processId);
    const cpu = family.reduce((sum, id) => sum + cpuSeconds(id), 0) - before;
    const memory = family.reduce((sum, id) => sum + mostMemoryMb(id), 0);

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
    const [beside, { p50Ms, p99Ms }] = await Promise.all([print(), reads]);
    const times = [alone, beside].sort((a, b) => a - b);
    const also = { cpu_s: Number(cpu.toFixed(2)), peak_rss_mb: Math.round(memory) };
    return [
      { op: 'pdf1000', p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 1), also },
      { op: 'list beside pdf1000', p50Ms, p99Ms, also: {} },
    ];
  } finally {
    await Promise.all([server.stop(), load.stop()]);
  }
}

/** Asks for the ticket and fetches the file, as the client does. Gives ms. */
async function printed(port: number, headers: Record<string, string>, decisionId: string): Promise<number> {
  const start = performance.now();
  const home = `http://127.0.0.1:${port}`;
  const asked = await fetch(`${home}/trpc/certificates.print?batch=1`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ 0: { decisionId } }),
  });
  const text = await asked.text();
  const url = JSON.parse(text)[0]?.result?.data?.url as string | undefined;
  if (url === undefined) throw new Error(`printing answered ${text.slice(0, 500)}`);
  const answer = await fetch(home + url, { headers });
  const pdf = Buffer.from(await answer.arrayBuffer());
  const pages = pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length;
  if (pages !== COUNT) throw new Error(`${answer.status}: ${pages ?? 'no'} pages instead of ${COUNT}`);
  return performance.now() - start;
}
