import { type ChildProcess, fork } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { CompileInput, CompileOutput } from '#server/certificates/print/certificate-compiler.ts';
import type { PrintAnswer, PrintOrder } from '#server/certificates/print/print-process.ts';

const PROGRAM = fileURLToPath(new URL('./print-process.ts', import.meta.url));
/** A thousand pages take 5 to 10 s on two busy cores; a slow office machine gets twelve times that. */
const TIMEOUT_MS = 120_000;
/** Afterwards the process ends and its memory is the machine's again. */
const IDLE_MS = 60_000;

export type Printed = CompileOutput & Readonly<{ pdf: Uint8Array }>;
type Press = { child: ChildProcess; pipe: Readable };

/**
 * One process beside the server that compiles one batch after the other, on one core and after everybody else, so
 * that the server goes on answering. It starts with the first order, is replaced when it dies or takes too long,
 * ends when it has had nothing to do for a minute, and keeps the server alive only while it has work.
 */
export class Printer {
  readonly #timeoutMs: number;
  readonly #idleMs: number;
  readonly #fontPaths: readonly string[] | undefined;
  #press: Press | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #order = 0;
  #closed = false;

  constructor(options: { timeoutMs?: number; idleMs?: number; fontPaths?: string[] } = {}) {
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    this.#idleMs = options.idleMs ?? IDLE_MS;
    this.#fontPaths = options.fontPaths;
  }

  /** The process that prints; undefined while there is none. */
  get processId(): number | undefined {
    return this.#press?.child.pid;
  }

  /** @throws Error with Typst's words, or when the process died, took too long or the printer is closed */
  compile(input: CompileInput): Promise<Printed> {
    if (this.#closed) return Promise.reject(new Error('The printer is closed'));
    const result = this.#last.then(() => this.#run(input));
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Lets the orders already taken finish, takes no more and ends the process. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
    clearTimeout(this.#idle);
    const { child } = this.#press ?? {};
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    this.#drop(child);
    await gone;
  }

  #run(input: CompileInput): Promise<Printed> {
    clearTimeout(this.#idle);
    const { child, pipe } = this.#started();
    this.#order += 1;
    const order: PrintOrder = {
      order: this.#order,
      input,
      ...(this.#fontPaths !== undefined && { fontPaths: this.#fontPaths }),
    };
    return new Promise((resolve, reject) => {
      const parts: Uint8Array[] = [];
      let received = 0;
      let answer: PrintAnswer | undefined;
      const fail = (error: Error) => {
        settle();
        this.#drop(child);
        reject(error);
      };
      const finishIfWhole = () => {
        if (answer === undefined || received < answer.bytes) return;
        settle();
        this.#idle = setTimeout(() => this.#drop(child), this.#idleMs).unref();
        if ('error' in answer) reject(new Error(`Typst: ${answer.error}`));
        else resolve({ ...answer.output, pdf: Buffer.concat(parts) });
      };
      const onData = (part: Uint8Array) => {
        parts.push(part);
        received += part.length;
        finishIfWhole();
      };
      const onMessage = (message: PrintAnswer) => {
        answer = message;
        finishIfWhole();
      };
      const onExit = (code: number | null) => fail(new Error(`The print process ended with code ${code}`));
      const timer = setTimeout(
        () => fail(new Error(`Printing took longer than ${this.#timeoutMs} ms`)),
        this.#timeoutMs,
      );
      const settle = () => {
        clearTimeout(timer);
        pipe.off('data', onData);
        child.off('message', onMessage).off('error', fail).off('exit', onExit);
        keepAlive(child, false);
      };
      pipe.on('data', onData);
      child.on('message', onMessage).on('error', fail).on('exit', onExit);
      keepAlive(child, true);
      child.send(order, (error) => error && fail(error));
    });
  }

  #started(): Press {
    if (this.#press) return this.#press;
    const child = fork(PROGRAM, {
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc', 'pipe'],
      // No secrets of the server. One core is enough; the others are the server's.
      env: { PATH: process.env.PATH, TZ: 'UTC', RAYON_NUM_THREADS: '1' },
    });
    // Between two orders nobody else listens; a process that dies then is replaced by the next order.
    child.on('error', () => this.#drop(child)).on('exit', () => this.#drop(child));
    this.#press = { child, pipe: child.stdio[4] as Readable };
    return this.#press;
  }

  #drop(child: ChildProcess): void {
    if (this.#press?.child === child) this.#press = undefined;
    child.kill('SIGKILL'); // it holds nothing but the order it was given
  }
}

/** Whether a process waits for this child before it ends. */
function keepAlive(child: ChildProcess, wanted: boolean): void {
  const pipe = child.stdio[4] as Readable & { ref(): void; unref(): void };
  for (const held of [child, child.channel, pipe]) {
    if (wanted) held?.ref();
    else held?.unref();
  }
}
