import type { ByIdInput, DeepInput, ListInput } from '#bench/operations.ts';
import type { RecordAward } from '#shared/registry/registry.schema.ts';

export type Row = Record<string, unknown>;

/** The operations with nothing around them: what no application on this database can be quicker than. */
export type Floor = {
  list(input: ListInput): { rows: Row[] } | Promise<{ rows: Row[] }>;
  byId(input: ByIdInput): Row | Promise<Row>;
  deep(input: DeepInput): { rows: Row[] } | Promise<{ rows: Row[] }>;
  /** Plain GROUP BYs over all awards: what one pays who keeps no counts. */
  aggregate(): Row | Promise<Row>;
  create(input: RecordAward): { id: string } | Promise<{ id: string }>;
  close(): Promise<void>;
};

export const PAGE = 50;
