import * as fs from 'node:fs';
import * as path from 'node:path';

/** Kernel ticks a second, in which Linux counts the processor time of a process. */
const TICKS = 100;

/** Processor time that a running process has used, in seconds. */
export function cpuSeconds(processId: number): number {
  const fields = fs.readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** The most memory it ever held, in MB. */
export function mostMemoryMb(processId: number): number {
  const [, kb] = /VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${processId}/status`, 'utf8')) ?? [];
  return Number(kb) / 1024;
}

/** A process and those it started that still run. */
export const familyOf = (processId: number): number[] => [processId, ...childrenOf(processId)];

function childrenOf(processId: number): number[] {
  const tasks = path.join('/proc', String(processId), 'task');
  return fs
    .readdirSync(tasks)
    .flatMap((task) =>
      fs
        .readFileSync(path.join(tasks, task, 'children'), 'utf8')
        .trim()
        .split(' '),
    )
    .filter(Boolean)
    .map(Number);
}
