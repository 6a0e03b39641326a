import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Before anything else is loaded: compiled code of this version is kept, so that the next start need not compile.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/node'));
await import('#server/main.ts');
