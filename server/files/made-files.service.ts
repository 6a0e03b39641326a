import type { AppContext } from '#server/core/context.ts';
import { FileStore } from '#server/files/file-store.ts';

/** The store, for files that the program makes itself: exports, marked workbooks. */
export const storeOf = (app: Pick<AppContext, 'dataDir'>): FileStore => new FileStore(app.dataDir);
