import type { Operation } from '#bench/operations.ts';

/** How an operation looks on the wire of a level. */
export type Wire = 'floor' | 'trpc';

const PROCEDURES: Readonly<Record<Operation, string>> = {
  list: 'awards.list',
  byId: 'awards.byId',
  create: 'awards.record',
};

/** As the client sends it: every tRPC call by POST, in a batch of one. */
export function requestOf(wire: Wire, operation: Operation, input: unknown): { path: string; body: string } {
  if (wire === 'floor') return { path: `/${operation}`, body: JSON.stringify(input) };
  return { path: `/trpc/${PROCEDURES[operation]}?batch=1`, body: JSON.stringify({ 0: input }) };
}

/** The answer's own value. */
export function answerOf(wire: Wire, body: string): unknown {
  const parsed = JSON.parse(body);
  return wire === 'floor' ? parsed : parsed[0]?.result?.data;
}

/** @throws Error if it is not what the operation has to answer: a quick error must not pass for a quick answer */
export function checkValue(operation: Operation, value: unknown): void {
  const { rows, id } = (value ?? {}) as { rows?: unknown[]; id?: unknown };
  const good = operation === 'list' ? Array.isArray(rows) : typeof id === 'string';
  if (!good) throw new Error(`${operation} answered ${JSON.stringify(value)?.slice(0, 300)}`);
}
