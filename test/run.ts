import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { checkDatabase, loadInvariants } from '#db/core/check.ts';
import { databaseLocation } from '#db/core/config.ts';
import { openDatabase } from '#db/core/connect.ts';
import type { Invariant } from '#db/core/invariant.ts';
import { startPostgres } from '#test/core/postgres-cluster.ts';
import { countPlaywright, countVitest, type Tally } from '#test/core/tally.ts';
import { removeAtExit, sweepTemporary, temporaryDirectory } from '#test/core/temporary.ts';
import { environmentOf } from '#test/e2e/office.ts';

/**
 * `npm test`: every check of the project, one after the other, also after one has failed, so that one run tells
 * everything. Ends with one line `N passed, N failed`; exit code 1 when anything failed.
 */

const ROOT = path.join(import.meta.dirname, '..');
const scripts = (JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Manifest).scripts;
type Manifest = { scripts: Record<string, string> };

/** How many tests stand behind a finished command; without it the command is one test. */
type Count = (exitCode: number) => Tally;
type Step = { title: string; command: string; count?: Count; env?: Record<string, string> };

sweepTemporary();
const work = temporaryDirectory('run');
removeAtExit(work);
const vitestReport = path.join(work, 'vitest.json');
const playwrightReport = path.join(work, 'playwright.json');
/** Every browser test leaves the data folder of its server here. */
const offices = path.join(work, 'offices');
mkdirSync(offices);

const steps: Step[] = [
  { title: 'Format and lint (Biome)', command: script('lint') },
  { title: 'Types (TypeScript)', command: script('typecheck') },
  { title: 'Dependency rules (dependency-cruiser)', command: script('deps') },
  {
    title: 'Unit, SQLite, PostgreSQL and component tests (Vitest)',
    command: `${script('unit')} --reporter=default --reporter=json --outputFile.json=${vitestReport}`,
    count: (exitCode) => countVitest(vitestReport, exitCode),
  },
  { title: 'Client build within its budget (Vite)', command: script('build') },
];

const total: Tally = { passed: 0, failed: 0 };
const failures: string[] = [];
for (const step of steps) await take(step);
// It outlives the journeys, so that what they left can be checked.
const postgres = await startPostgres();
await take({
  title: 'Journeys in the browser, on SQLite and on PostgreSQL (Playwright)',
  command: `${script('e2e')} --reporter=list,json`,
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport, E2E_OFFICES: offices, E2E_POSTGRES: postgres.url },
  count: (exitCode) => countPlaywright(playwrightReport, exitCode),
});
await checkOffices();
await postgres.stop();

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((title) => `  ${title}`).join('\n')}`);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed`);

function script(name: string): string {
  const command = scripts[name];
  if (command === undefined) throw new Error(`package.json has no script "${name}"`);
  return command;
}

async function take({ title, command, env = {}, count = oneTest }: Step): Promise<void> {
  heading(title);
  const startedAt = performance.now();
  tell(title, count(await run(command, env)), startedAt);
}

/** Asks of every database a journey left what `npm run db -- check` asks; in this process, so that nothing loads twice. */
async function checkOffices(): Promise<void> {
  const title = 'Databases the journeys left (as npm run db -- check)';
  heading(title);
  const startedAt = performance.now();
  const left = readdirSync(offices).sort();
  const invariants = await loadInvariants();
  const tally: Tally = left.length === 0 ? { passed: 0, failed: 1 } : { passed: 0, failed: 0 };
  const waiting = left.values();
  const checkOneByOne = async () => {
    for (const name of waiting) {
      const wrong = await wrongIn(path.join(offices, name), invariants).catch((error: Error) => [error.stack]);
      if (wrong.length === 0) tally.passed += 1;
      else tally.failed += 1;
      if (wrong.length > 0) console.log(`${name}\n${wrong.join('\n')}`);
    }
  };
  // Two at a time, as the journeys ran.
  await Promise.all([checkOneByOne(), checkOneByOne()]);
  tell(title, tally, startedAt);
}

/** Sentences that do not hold in the database of an office, with the first rows that break them. */
async function wrongIn(dataDir: string, invariants: readonly Invariant[]): Promise<string[]> {
  const db = await openDatabase(databaseLocation(environmentOf(dataDir)));
  try {
    const results = await checkDatabase(db, invariants);
    const broken = results.filter((one) => one.broken.length > 0);
    return broken.map((one) => `SAI ${one.name}: ${one.sentence} ${JSON.stringify(one.broken.slice(0, 5))}`);
  } finally {
    await db.close();
  }
}

function oneTest(exitCode: number): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function tell(title: string, tally: Tally, startedAt: number): void {
  total.passed += tally.passed;
  total.failed += tally.failed;
  if (tally.failed > 0) failures.push(title);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`-- ${tally.passed} passed, ${tally.failed} failed in ${seconds} s`);
}

/** Runs a command as npm would, with the project's own programs first on the path; nobody types into it. Gives its exit code. */
function run(command: string, env: Record<string, string>): Promise<number> {
  const bin = path.join(ROOT, 'node_modules', '.bin');
  return new Promise((resolve) => {
    const child = spawn(command, {
      cwd: ROOT,
      shell: true,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, ...env },
    });
    child.once('error', (error) => {
      console.log(error.message);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function heading(title: string): void {
  console.log(`\n== ${title} ${'='.repeat(Math.max(0, 90 - title.length))}`);
}
