import * as fs from 'node:fs';
import * as path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.join(import.meta.dirname, '..');
const clientSetup = path.join(root, 'test/client/setup.ts');

/** No test is about time: the limit only ends one that hangs, on a machine however busy. */
const PATIENCE_MS = 60_000;

/** Reading workbooks, printing and the rows of the benchmark ask no database: one of the two projects runs them. */
const WITHOUT_DATABASE = [
  'test/server/imports/reading/**',
  'test/server/certificates/print/**',
  'test/server/reports/workbook/workbook-checks.test.ts',
  'test/server/certificates/certificate.print.test.ts',
  'test/bench/data.test.ts',
  'test/bench/measure.test.ts',
];

/** The suites of one database engine: the same tests, another engine behind them. */
function databaseProject(engine: 'postgres' | 'sqlite') {
  return {
    root,
    test: {
      name: `db-${engine}`,
      include: ['test/db/**/*.test.ts', 'test/server/**/*.test.ts', 'test/bench/**/*.test.ts'],
      exclude: engine === 'postgres' ? WITHOUT_DATABASE : [],
      environment: 'node',
      // Programs that tests start (and kill) keep their compiled code, as the server does.
      env: { TEST_ENGINE: engine, TZ: 'UTC', NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/node') },
      globalSetup: path.join(root, `test/core/${engine}.setup.ts`),
      setupFiles: [path.join(root, 'test/core/end-of-file.setup.ts')],
      // A worker runs file after file with what it has loaded, as a server does: whatever a module keeps it must keep
      // for each database.
      isolate: false,
      testTimeout: PATIENCE_MS,
      hookTimeout: PATIENCE_MS,
    },
  };
}

export default defineConfig({
  root,
  test: {
    root,
    // One more than there are cores: many tests wait for a disk, a child process or a database.
    maxWorkers: 3,
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['test/shared/**/*.test.ts', 'test/architecture/**/*.test.ts'],
          environment: 'node',
          env: { TZ: 'UTC' },
          testTimeout: PATIENCE_MS,
          isolate: false, // pure functions leave nothing behind
        },
      },
      databaseProject('sqlite'),
      databaseProject('postgres'),
      {
        extends: path.join(root, 'client/vite.config.ts'), // its plugins: JSX, Lingui macros and catalogues
        root,
        test: {
          name: 'client',
          include: ['test/client/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          env: { TZ: 'UTC' },
          testTimeout: PATIENCE_MS,
          setupFiles: fs.existsSync(clientSetup) ? [clientSetup] : [],
        },
      },
    ],
  },
});
