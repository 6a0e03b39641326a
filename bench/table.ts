/** Lines of `npm run bench` on stdin, the table of docs/performance.md on stdout: `npm run -s bench | node bench/table.ts` */
import { text } from 'node:stream/consumers';

type Line = {
  op: string;
  level: string;
  engine: string;
  rows: number;
  p50_ms: number;
  p99_ms: number;
  rps_32: number | null;
  cpu_s?: number;
  peak_rss_mb?: number;
};

const lines = (await text(process.stdin))
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => JSON.parse(line) as Line);

console.log('| engine | awards | op | level | p50 ms | p99 ms | requests/s at 32 | allowed p50 | processor, memory |');
console.log('|---|--:|---|---|--:|--:|--:|--:|---|');
for (const { engine, rows, op, level, p50_ms, p99_ms, rps_32, cpu_s, peak_rss_mb } of lines)
  console.log(
    `| ${engine} | ${rows.toLocaleString('en')} | ${op} | ${level} | ${p50_ms} | ${p99_ms} | ${rps_32 ?? ''} | ${allowed(op, level)} | ${cpu_s === undefined ? '' : `${cpu_s} s, ${peak_rss_mb} MB`} |`,
  );

/** For `http`: twice the floor of the same operation and 0.8 ms. */
function allowed(op: string, level: string): string {
  const floor = lines.find((line) => line.op === op && line.level === 'floor');
  return level === 'http' && floor ? (2 * floor.p50_ms + 0.8).toFixed(2) : '';
}
