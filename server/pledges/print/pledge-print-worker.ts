import { parentPort, workerData } from 'node:worker_threads';
import { compilePledge, type PledgePaper } from '#server/pledges/print/pledge-compiler.ts';

/** One paper, then the thread ends and gives its memory back: pledges are printed a few times a year. */
parentPort?.postMessage(compilePledge(workerData as PledgePaper));
