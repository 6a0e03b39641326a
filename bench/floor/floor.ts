import type { ByIdInput, ListInput } from '#bench/operations.ts';
import type { RecordAward } from '#shared/registry/registry.schema.ts';

export type Row = Record<string, unknown>;

/** The three operations with nothing around them: what no application on this database can be quicker than. */
export type Floor = {
  list(input: ListInput): { rows: Row[] } | Promise<{ rows: Row[] }>;
  byId(input: ByIdInput): Row | Promise<Row>;
  create(input: RecordAward): { id: string } | Promise<{ id: string }>;
  close(): Promise<void>;
};

export const PAGE = 50;
