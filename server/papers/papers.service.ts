import { Worker } from 'node:worker_threads';
import { Lane } from '#server/core/lane.ts';
import type { BundleFile, PapersAnswer, PapersOrder } from '#server/papers/papers-worker.ts';
import type { Reason } from '#shared/core/reason.ts';
import { Refusal } from '#shared/core/refusal.ts';
import type { PaperFields, PaperName } from '#shared/papers/paper-names.ts';

const WORKER = new URL('./papers-worker.ts', import.meta.url);
const TIMEOUT_MS = 60_000;
const MOST_HEAP_MB = 384;
/** Each takes a core and some hundred megabytes while it lasts. */
const lane = new Lane(2);

/**
 * A Word template with its names filled, made in a thread of its own.
 *
 * @param withinMs after it the thread is ended
 * @throws Refusal paper.too-heavy
 */
export async function fillWord(
  template: Uint8Array,
  fields: PaperFields,
  { withinMs = TIMEOUT_MS }: { withinMs?: number } = {},
): Promise<Uint8Array> {
  return bytesOf(await run({ task: 'fill', template, fields }, { withinMs }));
}

/** Files in one .zip, in the order given; those with a template are filled first. */
export async function bundleOf(files: readonly BundleFile[], signal?: AbortSignal): Promise<Uint8Array> {
  return bytesOf(await run({ task: 'bundle', files }, { ...(signal && { signal }) }));
}

/**
 * Why a Word file that somebody sends cannot serve as a template, each broken name with its paragraph and the text
 * around it; empty when it can. Kind by content; macros, outside parts and archives that swell are refused.
 *
 * @param name of the file, as it is told
 * @param names what the template may use
 */
export async function checkWordTemplate(
  template: Uint8Array,
  name: string,
  names: readonly PaperName[],
): Promise<readonly Reason[]> {
  const answer = await run({ task: 'check', template, name, names });
  return 'reasons' in answer ? answer.reasons : [];
}

function bytesOf(answer: PapersAnswer): Uint8Array {
  if ('bytes' in answer) return answer.bytes;
  throw new Error('a paper was asked for and reasons came');
}

type Ends = { signal?: AbortSignal; withinMs?: number };

const run = (order: PapersOrder, ends: Ends = {}): Promise<PapersAnswer> =>
  lane.run(() => inThread(order, ends), ends.signal);

function inThread(order: PapersOrder, { signal, withinMs = TIMEOUT_MS }: Ends): Promise<PapersAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: order,
      name: 'papers',
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    });
    const end = () => void worker.terminate();
    const tooHeavy = () => reject(new Refusal('refused', [{ code: 'paper.too-heavy' }]));
    const timer = setTimeout(() => {
      tooHeavy();
      end();
    }, withinMs);
    signal?.addEventListener('abort', end, { once: true });
    worker
      .once('message', resolve)
      .once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHeavy() : reject(error),
      )
      .once('exit', (code) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        reject(new Error(`The maker of papers ended with code ${code}`)); // after an answer this changes nothing
      });
  });
}
