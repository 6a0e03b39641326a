import { type ChildProcess, fork } from 'node:child_process';
import * as path from 'node:path';

const STOP_WITHIN_MS = 5_000;
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export type Child = {
  /** Sends one message and gives the next one that comes back. @throws Error when the child fails or says so */
  ask<Reply>(message: object): Promise<Reply>;
  stop(): Promise<void>;
};

/**
 * Starts a module of the bench in a process of its own.
 * @param file path from the folder bench, e.g. 'load/load-generator.ts'
 * @param execArgv e.g. ['--cpu-prof'] to see where its time goes
 */
export function startChild(file: string, execArgv: readonly string[] = []): Child {
  const child = fork(path.join(import.meta.dirname, file), { execArgv: [...execArgv], stdio: 'inherit' });
  watch(child);
  return {
    ask: <Reply>(message: object) =>
      new Promise<Reply>((resolve, reject) => {
        const gone = (code: number | null) => reject(new Error(`${file} ended (${code})`));
        child.once('exit', gone);
        child.once('message', (reply) => {
          child.off('exit', gone);
          const { error } = reply as { error?: string };
          if (error === undefined) resolve(reply as Reply);
          else reject(new Error(error));
        });
        child.send(message);
      }),
    stop: () => stopChild(child),
  };
}

/** From now on the child ends with this process at the latest. */
export function watch(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}

export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const impatient = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(impatient);
}

/** The other end, inside the child: answers each message, errors as `{ error }`. Ends when the parent is gone. */
export function answerParent<Message>(work: (message: Message) => Promise<object>): void {
  process.on('message', (message: Message) => {
    work(message).then(
      (reply) => process.send?.(reply),
      (error) => process.send?.({ error: String(error?.stack ?? error) }),
    );
  });
  process.on('disconnect', () => process.exit());
  process.on('SIGTERM', () => process.exit()); // so that --cpu-prof gets to write its file
}
