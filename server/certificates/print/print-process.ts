import { writeSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { setImmediate as nextTick } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  CertificateCompiler,
  type CompileInput,
  type CompileOutput,
} from '#server/certificates/print/certificate-compiler.ts';

/** What the process is asked, and what it answers; the file itself comes through a pipe of its own. */
export type PrintOrder = Readonly<{ order: number; input: CompileInput; fontPaths?: readonly string[] }>;
export type PrintAnswer = Readonly<
  { order: number } & ({ output: CompileOutput; bytes: number } | { error: string; bytes: number })
>;

/** The descriptor of that pipe. */
export const PDF_PIPE = 4;

// People who work in the browser come first: printing takes what they leave.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
/** Typst's documents are freed by finalizers, which run only between ticks and only after a collection. */
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let compiler: CertificateCompiler | undefined;
let last: Promise<void> = Promise.resolve();

process.on('message', (order: PrintOrder) => {
  last = last.then(async () => void process.send?.(await answer(order)));
});
process.on('disconnect', () => process.exit()); // the server is gone

async function answer({ order, input, fontPaths }: PrintOrder): Promise<PrintAnswer> {
  let bytes = 0;
  try {
    compiler ??= new CertificateCompiler(fontPaths && [...fontPaths]);
    const output = await compiler.compile(
      input,
      (part) => {
        writeAll(part);
        bytes += part.length;
      },
      freeMemory,
    );
    return { order, output, bytes };
  } catch (error) {
    return { order, error: error instanceof Error ? error.message : String(error), bytes };
  }
}

function writeAll(part: Uint8Array): void {
  for (let at = 0; at < part.length; ) at += writeSync(PDF_PIPE, part, at);
}

async function freeMemory(): Promise<void> {
  collectGarbage();
  await nextTick();
}
