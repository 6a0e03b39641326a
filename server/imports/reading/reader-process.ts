import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { LIMITS } from '#server/imports/reading/reading-limits.ts';
import type { FromReader, ReadingTask, ToReader } from '#server/imports/reading/reading-messages.ts';
import { Refusal } from '#shared/core/refusal.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Behind everything that answers people, but not so far that a busy machine never gets to it. */
const NICENESS = 5;
const WATCHED_EVERY_MS = 200;
const MB = 1_000_000;

/** Answers of the reading process, each read when it is asked for. */
export type ReaderAnswers = {
  /** @throws Refusal what the process refused, or import.too-slow, import.too-heavy, import.damaged when it ended */
  next: () => Promise<Exclude<FromReader, { is: 'refused' | 'broken' }>>;
  /** Says that one more batch may come. */
  ask: () => void;
  end: () => void;
};

/**
 * Starts a process that reads one file: with a limited heap, no environment, a low priority, the rights to read
 * that file and the code only. It is killed when it takes too much memory or works too long; the time in which it
 * waits to be asked does not count.
 */
export function startReader(task: ReadingTask, limits: { memoryMb: number; seconds: number } = LIMITS): ReaderAnswers {
  const path = realpathSync(task.path);
  const child = fork(join(import.meta.dirname, 'reader.child.ts'), [], {
    ...confinement(path),
    cwd: dirname(path),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  lowerPriority(child);
  const answers: FromReader[] = [];
  let waiting: (() => void) | null = null;
  let ended: 'no' | 'gone' | 'too-slow' | 'too-heavy' = 'no';
  let workedMs = 0;
  let peakMb = 0;

  const wake = () => {
    waiting?.();
    waiting = null;
  };
  const stop = (why: typeof ended) => {
    if (ended === 'no') ended = why;
    clearInterval(watch);
    child.kill('SIGKILL');
    wake();
  };
  const watch = setInterval(() => {
    if (waiting) workedMs += WATCHED_EVERY_MS;
    peakMb = Math.max(peakMb, memoryMb(child));
    if (peakMb > limits.memoryMb) stop('too-heavy');
    else if (workedMs > limits.seconds * 1_000) stop('too-slow');
  }, WATCHED_EVERY_MS);
  watch.unref();

  child.on('message', (message: FromReader) => {
    answers.push(message);
    if (message.is === 'batch' && message.memoryMb > limits.memoryMb) stop('too-heavy');
    wake();
  });
  child.on('error', () => stop('gone'));
  // A heap that is full ends the process with SIGABRT.
  child.on('exit', (_, signal) => stop(signal === 'SIGABRT' ? 'too-heavy' : 'gone'));
  child.send({ ...task, path } satisfies ToReader, () => {});

  async function next(): ReturnType<ReaderAnswers['next']> {
    while (answers.length === 0) {
      if (ended !== 'no') throw endRefusal(ended, task.name, limits);
      await new Promise<void>((resolve) => {
        waiting = resolve;
      });
    }
    const answer = answers.shift()!;
    if (answer.is === 'refused') throw new Refusal('refused', answer.reasons);
    if (answer.is === 'broken') {
      const refusal = new Refusal('refused', [{ code: 'import.damaged', facts: { name: task.name } }]);
      refusal.cause = answer.message;
      throw refusal;
    }
    return answer;
  }

  return {
    next,
    ask: () => {
      if (child.connected) child.send({ task: 'next' } satisfies ToReader, () => {});
    },
    end: () => stop('gone'),
  };
}

/** What the reading process of a file may: compute, and read that file and the code. It has no environment. */
export function confinement(path: string): { execPath: string; execArgv: string[]; env: Record<string, string> } {
  const execArgv = [
    `--max-old-space-size=${LIMITS.heapMb}`,
    '--disable-warning=ExperimentalWarning',
    '--permission',
    ...readable(path).map((place) => `--allow-fs-read=${place}`),
  ];
  // Windows starts no program without its own folder.
  const { SystemRoot } = process.env;
  return { execPath: process.execPath, execArgv, env: { TZ: 'UTC', ...(SystemRoot && { SystemRoot }) } };
}

/** The file, the code of this project and of its libraries; nothing of the data beside it. */
function readable(path: string): string[] {
  const modules = realpathSync(join(ROOT, 'node_modules'));
  return [
    path,
    ...['server', 'shared', 'node_modules'].map((folder) => join(ROOT, folder, '*')),
    join(modules, '*'),
    join(ROOT, 'package.json'),
  ];
}

function endRefusal(why: string, name: string, limits: { memoryMb: number; seconds: number }): Refusal {
  if (why === 'too-slow')
    return new Refusal('refused', [{ code: 'import.too-slow', facts: { name, limitCount: limits.seconds } }]);
  if (why === 'too-heavy')
    return new Refusal('refused', [{ code: 'import.too-heavy', facts: { name, limitCount: limits.memoryMb } }]);
  return new Refusal('refused', [{ code: 'import.damaged', facts: { name } }]);
}

/** People who wait for a page come before a file that is read. */
function lowerPriority(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, NICENESS);
  } catch {
    // Where the machine does not allow it, it is read at the usual priority.
  }
}

/** All memory of the process; 0 where the system does not tell (there the messages of the process do). */
function memoryMb(child: ChildProcess): number {
  if (process.platform !== 'linux' || child.pid === undefined) return 0;
  try {
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'latin1')) ?? [];
    return (Number(kilobytes) * 1_024) / MB;
  } catch {
    return 0;
  }
}
