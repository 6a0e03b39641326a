import { TRPCError } from '@trpc/server';
import { expect } from 'vitest';
import { aContext } from '#test/builders/world.builder.ts';
import type { MatrixWorld } from '#test/server/matrix-records.ts';
import { anybody, callProcedure } from '#test/server/matrix-world.ts';

/** What a call says of a record. */
export type Input = (id: string) => unknown;
/** Every action with the states from which it succeeds. */
export type Machine = Record<string, { from: readonly string[]; input: Input }>;

export const seen: Input = (id) => ({ id, seenVersion: 1 });
/** Every action from every state. */
export const pairs = (machine: Machine, states: readonly string[]) =>
  Object.keys(machine).flatMap((action) => states.map((state) => ({ action, state })));

const TABLES = [
  'decision',
  'decisionItem',
  'nomination',
  'report',
  'reportValue',
  'award',
  'certificate',
  'pledge',
  'pledgeProgress',
  'pledgeQuarter',
  'pledgeTarget',
  'pledgeOpinion',
  'pledgeSignature',
  'pledgeVoidedSignature',
  'conference',
  'agendaItem',
  'delegate',
  'recommendation',
  'recommendationTask',
  'recipient',
  'goldenBook',
  'idempotency',
  'auditEntry',
  'auditChange',
] as const;

/** Everything that business writes, as text. */
async function everything({ db }: MatrixWorld): Promise<string> {
  const tables: unknown[] = [];
  for (const table of TABLES)
    tables.push((await db.reads.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort());
  return JSON.stringify(tables);
}

/**
 * Calls by somebody who may do everything: where the action may be, something changes; else it is refused with a
 * reason and every table is as it was.
 */
export function triesIn(world: MatrixWorld) {
  const codeOf = async (procedure: string, input: unknown): Promise<string> => {
    try {
      await callProcedure(aContext(world.db, anybody(world)), procedure, input);
      return 'done';
    } catch (error) {
      if (!(error instanceof TRPCError)) throw error;
      return error.code;
    }
  };
  return async (procedure: string, input: unknown, mayBe: boolean): Promise<void> => {
    const before = await everything(world);
    expect(await codeOf(procedure, input)).toBe(mayBe ? 'done' : 'UNPROCESSABLE_CONTENT');
    const after = await everything(world);
    if (mayBe) expect(after).not.toBe(before);
    else expect(after).toBe(before);
  };
}
