import { addClusterYears, type ClusterYears } from '#bench/data/cluster-years.ts';
import { benchContext } from '#bench/data/context.ts';
import type { Copies, Copy } from '#bench/data/copy.ts';
import { signInCookie, startServer } from '#bench/levels/server.ts';
import { httpClient } from '#bench/load/http-client.ts';
import { closedLoop, summarize } from '#bench/measure.ts';
import type { Options } from '#bench/options.ts';
import { openDatabase } from '#db/core/connect.ts';

type Line = { op: string; p50Ms: number; p99Ms: number; perSecond: number | null };
type Call = { procedure: string; input: unknown; good: (value: never) => boolean };

const MANY = 32;
const OK = 200;

/**
 * The pages of a cluster's year over HTTP, as its chair's office asks for them: 15 members × 60 indicators × 10 years,
 * and the board of a province's 150 communes. `summary10y` is the summary and one figure's ten years, asked together.
 */
export async function measureClusterYear({ warmupSeconds, seconds }: Options, copies: Copies): Promise<Line[]> {
  const copy = await copies.make();
  const years = await fill(copy);
  const server = await startServer(copy);
  const headers = { cookie: await signInCookie(server.port), 'x-luytre': '1' };
  const loop = { warmupSeconds: Math.min(warmupSeconds, 1), seconds: Math.min(seconds, 3), firstIndex: 0 };
  const measure = async (calls: (index: number) => Call[], connections: number) => {
    const client = httpClient(server.port, connections);
    const run = await closedLoop(
      async (index) => {
        const asked = calls(index);
        const path = `/trpc/${asked.map(({ procedure }) => procedure).join(',')}?batch=1`;
        const answer = await client.post(path, JSON.stringify({ ...asked.map(({ input }) => input) }), headers);
        if (answer.status !== OK) throw new Error(`${path} answered ${answer.status}: ${answer.body.subarray(0, 500)}`);
        const values: { result: { data: never } }[] = JSON.parse(answer.body.toString('utf8'));
        for (const [at, { procedure, good }] of asked.entries())
          if (!good(values[at]!.result.data)) throw new Error(`${procedure} answered something else`);
      },
      { ...loop, connections },
    ).finally(() => client.close());
    return summarize(run);
  };
  try {
    const lines: Line[] = [];
    for (const [op, calls] of Object.entries(readsOf(years))) {
      const { p50Ms, p99Ms } = await measure(calls, 1);
      lines.push({ op, p50Ms, p99Ms, perSecond: (await measure(calls, MANY)).perSecond });
    }
    const { p50Ms, p99Ms } = await measure(savesOf(years), 1);
    return [...lines, { op: 'save300', p50Ms, p99Ms, perSecond: null }];
  } finally {
    await server.stop();
  }
}

async function fill({ file, url, dataDir }: Copy): Promise<ClusterYears> {
  const db = await openDatabase({ file, url });
  try {
    return await addClusterYears(await benchContext(db, dataDir));
  } finally {
    await db.close();
  }
}

function readsOf({ clusterYearId, communeYearId, indicatorVersionId }: ClusterYears) {
  const year = { clusterYearId, period: 'year-end' };
  const workspace = (id: string, members: number): Call => ({
    procedure: 'clusters.workspace',
    input: { clusterYearId: id },
    good: ({ matrix }: { matrix: unknown[] }) => matrix.length === members,
  });
  const summary: Call = {
    procedure: 'reports.summary',
    input: year,
    good: ({ indicators }: { indicators: unknown[] }) => indicators.length === 60,
  };
  const series: Call = {
    procedure: 'reports.series',
    input: { ...year, indicatorVersionId },
    good: ({ years }: { years: unknown[] }) => years.length === 10,
  };
  // 150 communes × 4 periods: both of the year and, beside them, both of the year before.
  const board: Call = {
    procedure: 'reviewing.board',
    input: { clusterYearId: communeYearId },
    good: ({ rows }: { rows: { cells: unknown[] }[] }) => rows.length === 150 && rows[0]?.cells.length === 4,
  };
  return {
    workspace: () => [workspace(clusterYearId, 15)],
    summary10y: () => [summary, series],
    workspace150: () => [workspace(communeYearId, 150)],
    board150: () => [board],
  };
}

/** 300 figures in one request, other ones each time. */
function savesOf({ pasteReportId, pasteVersionIds }: ClusterYears) {
  return (index: number): Call[] => [
    {
      procedure: 'reports.saveCells',
      input: {
        id: pasteReportId,
        cells: pasteVersionIds.map((indicatorVersionId, at) => ({
          indicatorVersionId,
          value: 10_000 + index + at,
          valueStatus: 'estimate',
          sourceOffice: 'Sở Tài chính',
          note: '',
          seenVersion: index,
        })),
      },
      good: (value: unknown) => value !== undefined,
    },
  ];
}
