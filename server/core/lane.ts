import { TRPCError } from '@trpc/server';

/**
 * Lets so many pieces of work through at once, in the order they came. Work whose asker has gone away while it waited
 * is not begun: whoever types fast leaves nothing behind.
 */
export class Lane {
  #free: number;
  #waiting: (() => void)[] = [];

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  async run<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    throwIfGone(signal);
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn(signal);
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  #turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(begin), 1);
        reject(gone());
      };
      this.#waiting.push(begin);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }
}

/** Nobody reads the answer any more; it is no error of ours, so it is not logged as one. */
const gone = () => new TRPCError({ code: 'CLIENT_CLOSED_REQUEST', message: 'the asker has gone away' });

export function throwIfGone(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw gone();
}
