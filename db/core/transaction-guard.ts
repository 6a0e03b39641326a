import { AsyncLocalStorage } from 'node:async_hooks';

type OpenTransaction = { guard: TransactionGuard; open: boolean };

const current = new AsyncLocalStorage<OpenTransaction>();

/**
 * Knows whether the code that asks runs inside a write transaction of its database.
 *
 * In there, `reads` would silently answer with the state before the transaction, and `writes`
 * would wait for the transaction that waits for it. Both must use the transaction they were given.
 */
export class TransactionGuard {
  /** Runs `work` marked as being inside a transaction; what it leaves running behind is not marked any more. */
  async inside<Result>(work: () => Promise<Result>): Promise<Result> {
    const transaction = { guard: this, open: true };
    try {
      return await current.run(transaction, work);
    } finally {
      transaction.open = false;
    }
  }

  /** @throws Error inside a write transaction of the same database */
  refuseInside(handle: 'reads' | 'writes' | 'longReads'): void {
    const transaction = current.getStore();
    if (transaction?.open && transaction.guard === this) {
      throw new Error(`db.${handle} was used inside a write transaction: use the transaction (tx) itself`);
    }
  }
}
