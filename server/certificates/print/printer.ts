import { Worker } from 'node:worker_threads';
import type { CompileInput, CompileOutput } from '#server/certificates/print/certificate-compiler.ts';
import type { PrintAnswer, PrintOrder, PrintWorkerData } from '#server/certificates/print/print-worker.ts';

const WORKER = new URL('./print-worker.ts', import.meta.url);
/** A thousand pages take 8 to 10 s on two busy cores; a slow office machine gets twelve times that. */
const TIMEOUT_MS = 120_000;

/**
 * One worker thread that compiles one batch after the other. It starts with the first order, is replaced
 * when it dies or takes too long, and keeps the process alive only while it has work.
 */
export class Printer {
  readonly #timeoutMs: number;
  readonly #data: PrintWorkerData;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #order = 0;
  #closed = false;

  constructor(options: { timeoutMs?: number } & PrintWorkerData = {}) {
    const { timeoutMs = TIMEOUT_MS, ...data } = options;
    this.#timeoutMs = timeoutMs;
    this.#data = data;
  }

  /** @throws Error with Typst's words, or when the worker died, took too long or the printer is closed */
  compile(input: CompileInput): Promise<CompileOutput> {
    if (this.#closed) return Promise.reject(new Error('The printer is closed'));
    const result = this.#last.then(() => this.#run(input));
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Lets the orders already taken finish, takes no more and ends the thread. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #run(input: CompileInput): Promise<CompileOutput> {
    const worker = this.#startedWorker();
    this.#order += 1;
    const order: PrintOrder = { order: this.#order, input };
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => {
        settle();
        this.#drop(worker);
        reject(error);
      };
      const onMessage = (answer: PrintAnswer) => {
        if (answer.order !== order.order) return;
        settle();
        if ('output' in answer) resolve(answer.output);
        else reject(new Error(`Typst: ${answer.error}`));
      };
      const onExit = (code: number) => fail(new Error(`The print worker ended with code ${code}`));
      const timer = setTimeout(
        () => fail(new Error(`Printing took longer than ${this.#timeoutMs} ms`)),
        this.#timeoutMs,
      );
      const settle = () => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', fail).off('exit', onExit);
        worker.unref();
      };
      worker.on('message', onMessage).on('error', fail).on('exit', onExit);
      worker.ref();
      worker.postMessage(order);
    });
  }

  #startedWorker(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(WORKER, { workerData: this.#data, name: 'certificate-printer' });
    // Between two orders nobody else listens; a thread that dies then is replaced by the next order.
    worker.on('error', () => this.#drop(worker)).on('exit', () => this.#drop(worker));
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #drop(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
    void worker.terminate();
  }
}
