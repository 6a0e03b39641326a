import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { percentile } from '#bench/measure.ts';

const FSYNC_TRIES = 200;
const BLOCK_BYTES = 4_096;

/** How long the disk under `directory` needs to make 4 kB last: what every durable write waits for. */
export function measureFsync(directory: string): { p50Ms: number; p99Ms: number } {
  const file = path.join(directory, 'fsync');
  const descriptor = fs.openSync(file, 'w');
  try {
    const block = Buffer.alloc(BLOCK_BYTES, 1);
    const times = Float64Array.from({ length: FSYNC_TRIES }, (_, at) => {
      const start = performance.now();
      fs.writeSync(descriptor, block, 0, BLOCK_BYTES, at * BLOCK_BYTES);
      fs.fdatasyncSync(descriptor);
      return performance.now() - start;
    }).sort();
    return { p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99) };
  } finally {
    fs.closeSync(descriptor);
    fs.rmSync(file);
  }
}

/** What the numbers were measured on, and what else the machine was doing. */
export function describeMachine(): string {
  const load = os.loadavg().map((value) => value.toFixed(2));
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, ${memory} GiB, Node ${process.version}, load ${load.join(' ')}`;
}
