import {
  AliasNode,
  ColumnNode,
  type DeleteQueryNode,
  type InsertQueryNode,
  type KyselyPlugin,
  type MergeQueryNode,
  type OperationNode,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  RawNode,
  ReferenceNode,
  TableNode,
  type UpdateQueryNode,
} from 'kysely';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { Writer } from '#db/database.ts';

type Change = 'insert' | 'update' | 'delete';
type Allowance = { changes: readonly Change[]; columns?: readonly string[] };

/**
 * The whole list of what may change without an audit entry, by SQL name: none of it is the office's business.
 * `columns` narrows updates to those columns.
 */
export const HOUSEKEEPING: Readonly<Record<string, Allowance>> = {
  auth_session: { changes: ['insert', 'update', 'delete'] },
  auth_account: { changes: ['update'] },
  auth_verification: { changes: ['insert', 'update', 'delete'] },
  rate_limit: { changes: ['insert', 'update', 'delete'] },
  // Making a job is business and goes through commit; running it is not.
  job: {
    changes: ['update'],
    columns: [
      'status',
      'attempt',
      'run_after',
      'lease_until',
      'lease_owner',
      'progress',
      'progress_total',
      'result',
      'error',
      'started_at',
      'finished_at',
      'dedupe_key',
      'file_id',
    ],
  },
  job_log: { changes: ['insert'] },
  // That somebody was told, and has read it.
  notice: { changes: ['insert', 'update', 'delete'], columns: ['read_at'] },
  // What is told goes out as letters; whether one was sent is no business either. What people decide goes through commit.
  mail_letter: {
    changes: ['insert', 'update', 'delete'],
    columns: ['status', 'attempt', 'run_after', 'error', 'sent_at', 'sent_to', 'version'],
  },
  mail_setting: { changes: ['update'], columns: ['digest_on'] },
  due_reminder: { changes: ['insert'] },
  // Whom the search suspects of being one follows from the recipients; what people decide about it goes through commit.
  recipient_pair: { changes: ['insert', 'update'], columns: ['grounds', 'score', 'found_at', 'status'] },
  // Rows of a dry run: what a file says, before anybody confirms it. What is written from them goes through commit.
  import_row: { changes: ['insert', 'delete', 'update'], columns: ['verdict', 'reasons', 'parsed', 'changes'] },
  idempotency: { changes: ['delete'] },
  // How wide somebody likes the columns of a list is nobody else's business.
  list_layout: { changes: ['insert', 'update', 'delete'] },
  // Counts of awards follow from the awards; folding them changes no figure.
  award_count: { changes: ['insert', 'update'] },
  award_count_delta: { changes: ['delete'] },
  // How often words stand in the registry: by it a search chooses its plan, not its answer.
  search_word: { changes: ['insert', 'delete'] },
};

/**
 * A write transaction without an audit entry, for sessions, rate limits, leases and sweeps only. The other way
 * to write is `commit`. As there: only `tx` inside, and `work` may run again.
 *
 * @throws Error when `work` changes anything that HOUSEKEEPING does not list (nothing is written then)
 */
export function housekeeping<Result>(db: Db, work: (tx: Writer) => Promise<Result>): Promise<Result> {
  return inTransaction(db, (tx) => work(tx.withPlugin(onlyHousekeeping)));
}

class Inspector extends OperationNodeTransformer {
  protected override transformInsertQuery(node: InsertQueryNode, id?: QueryId): InsertQueryNode {
    const table = nameOf(node.into);
    permit(table, 'insert');
    if (node.onConflict?.updates) permit(table, 'update');
    return super.transformInsertQuery(node, id);
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, id?: QueryId): UpdateQueryNode {
    const columns = (node.updates ?? []).map(({ column }) => columnOf(column));
    permit(nameOf(node.table), 'update', columns);
    return super.transformUpdateQuery(node, id);
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, id?: QueryId): DeleteQueryNode {
    for (const from of node.from.froms) permit(nameOf(from), 'delete');
    return super.transformDeleteQuery(node, id);
  }

  protected override transformMergeQuery(node: MergeQueryNode): MergeQueryNode {
    permit(nameOf(node.into), undefined);
    return node;
  }
}

const inspector = new Inspector();

const onlyHousekeeping: KyselyPlugin = {
  transformQuery({ node, queryId }: PluginTransformQueryArgs) {
    if (RawNode.is(node)) throw new Error('housekeeping cannot see what raw SQL changes: use the query builder');
    return inspector.transformNode(node, queryId);
  },
  transformResult: async ({ result }: PluginTransformResultArgs) => result,
};

function permit(table: string, change: Change | undefined, columns: readonly string[] = []): void {
  const allowed = Object.hasOwn(HOUSEKEEPING, table) ? HOUSEKEEPING[table] : undefined;
  const others = allowed?.columns ? columns.filter((column) => !allowed.columns?.includes(column)) : [];
  if (allowed && change && allowed.changes.includes(change) && others.length === 0) return;
  throw new Error(`${change ?? 'merge'} of ${[table, ...others].join('.')} is no housekeeping: go through commit`);
}

function nameOf(node: OperationNode | undefined): string {
  if (node && AliasNode.is(node)) return nameOf(node.node);
  return node && TableNode.is(node) ? node.table.identifier.name : '?';
}

function columnOf(node: OperationNode): string {
  if (ReferenceNode.is(node)) return columnOf(node.column);
  return ColumnNode.is(node) ? node.column.name : '?';
}
