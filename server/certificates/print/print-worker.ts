import { setImmediate as nextTick } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import {
  CertificateCompiler,
  type CompileInput,
  type CompileOutput,
} from '#server/certificates/print/certificate-compiler.ts';

/** What the worker is asked, and what it answers. */
export type PrintOrder = Readonly<{ order: number; input: CompileInput }>;
export type PrintAnswer = Readonly<{ order: number } & ({ output: CompileOutput } | { error: string })>;
export type PrintWorkerData = Readonly<{ fontPaths?: string[] }>;

/** Typst's documents are freed by finalizers, which run only between ticks and only after a collection. */
const ORDERS_BETWEEN_COLLECTIONS = 50;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const port = parentPort;
if (!port) throw new Error('print-worker.ts runs as a worker thread');

const { fontPaths } = workerData as PrintWorkerData;
const compiler = new CertificateCompiler(fontPaths);
let orders = 0;

port.on('message', async ({ order, input }: PrintOrder) => {
  port.postMessage(answer(order, input));
  orders += 1;
  if (orders % ORDERS_BETWEEN_COLLECTIONS === 0) collectGarbage();
  await nextTick();
});

function answer(order: number, input: CompileInput): PrintAnswer {
  try {
    return { order, output: compiler.compile(input) };
  } catch (error) {
    return { order, error: error instanceof Error ? error.message : String(error) };
  }
}
