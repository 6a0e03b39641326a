import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { type Problem, readProblem } from '#client/core/problem.ts';
import { toast } from '#client/core/toast.tsx';

type Options<Output> = {
  /** Toast after success, e.g. "Đã gửi báo cáo". */
  done?: string | ((output: Output) => string | undefined);
  onDone?: (output: Output) => unknown;
  /** Called with every failure; the alert is shown by `problem` anyway. */
  onProblem?: (problem: Problem) => void;
};

export type Action<Input, Output> = {
  /** Does it once; further calls while it runs are ignored (a double click). Undefined when it did not work. */
  run: (input: Input) => Promise<Output | undefined>;
  /** Sends the last input again under the same key. */
  retry: () => Promise<Output | undefined>;
  pending: boolean;
  problem: Problem | null;
  dismiss: () => void;
};

/**
 * One thing a person does to the server. `send` gets an idempotency key that stays the same until an answer came
 * for that input, so that "try again" after a lost connection never does it twice.
 * After success every list and record on screen is asked for again.
 */
export function useAction<Input, Output>(
  send: (input: Input, idempotencyKey: string) => Promise<Output>,
  options: Options<Output> = {},
): Action<Input, Output> {
  const queryClient = useQueryClient();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);
  const intent = useRef<{ input: Input; body: string; key: string } | null>(null);
  const latest = useRef({ send, options });
  latest.current = { send, options };

  const run = useCallback(
    async (input: Input): Promise<Output | undefined> => {
      if (running.current) return undefined;
      running.current = true;
      const body = JSON.stringify(input) ?? '';
      if (intent.current?.body !== body) intent.current = { input, body, key: newKey() };
      setPending(true);
      setProblem(null);
      try {
        const output = await latest.current.send(input, intent.current.key);
        intent.current = null;
        const { done, onDone } = latest.current.options;
        const message = typeof done === 'function' ? done(output) : done;
        if (message) toast(message);
        await onDone?.(output);
        await queryClient.invalidateQueries();
        return output;
      } catch (error) {
        const met = readProblem(error);
        // The server answered: the next press is a new intent. No answer: it may have been done, keep the key.
        if (met.kind !== 'offline') intent.current = null;
        setProblem(met);
        latest.current.options.onProblem?.(met);
        return undefined;
      } finally {
        running.current = false;
        setPending(false);
      }
    },
    [queryClient],
  );

  const retry = useCallback(async () => (intent.current ? run(intent.current.input) : undefined), [run]);
  const dismiss = useCallback(() => setProblem(null), []);
  return { run, retry, pending, problem, dismiss };
}

/** A random UUID; `crypto.randomUUID` is missing on plain HTTP, which a closed office network may use. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
