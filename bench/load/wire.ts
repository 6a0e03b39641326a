import { isFloorOperation, type Operation, type Search } from '#bench/operations.ts';

/** How an operation looks on the wire of a level. */
export type Wire = 'floor' | 'trpc';

const PROCEDURES: Readonly<Record<Exclude<Operation, Search>, string>> = {
  list: 'awards.list',
  deep: 'awards.list',
  byId: 'awards.byId',
  aggregate: 'awards.aggregate',
  create: 'awards.record',
};

/** As the client sends it: every tRPC call by POST, in a batch of one. */
export function requestOf(wire: Wire, operation: Operation, input: unknown): { path: string; body: string } {
  if (wire === 'floor') return { path: `/${operation}`, body: JSON.stringify(input) };
  const { after: _, ...asked } = input as { after?: unknown };
  const procedure = isFloorOperation(operation) ? PROCEDURES[operation] : 'awards.list';
  return { path: `/trpc/${procedure}?batch=1`, body: JSON.stringify({ 0: asked }) };
}

/** The answer's own value. */
export function answerOf(wire: Wire, body: string): unknown {
  const parsed = JSON.parse(body);
  return wire === 'floor' ? parsed : parsed[0]?.result?.data;
}

/** @throws Error if it is not what the operation has to answer: a quick error must not pass for a quick answer */
export function checkValue(operation: Operation, value: unknown): void {
  const { rows, id, total } = (value ?? {}) as { rows?: unknown[]; id?: unknown; total?: unknown };
  const byName = operation === 'byId' || operation === 'create';
  const good = byName
    ? typeof id === 'string'
    : operation === 'aggregate'
      ? typeof total === 'number'
      : Array.isArray(rows);
  if (!good) throw new Error(`${operation} answered ${JSON.stringify(value)?.slice(0, 300)}`);
}
