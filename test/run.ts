import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
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
heading('Databases the journeys left (npm run db -- check)');
const left = readdirSync(offices).sort();
if (left.length === 0) add('Databases the journeys left', { passed: 0, failed: 1 });
// Two at a time, as the journeys ran; compiled code is kept, or most of the time would go into compiling it again.
const cache = path.join(ROOT, 'node_modules/.cache/node');
const check = (name: string) => {
  const env = { ...environmentOf(path.join(offices, name)), NODE_COMPILE_CACHE: cache };
  return take({ title: name, command: `${script('db')} check`, env }, true);
};
const waiting = left.values();
const checkOneByOne = async () => {
  for (const name of waiting) await check(name);
};
await Promise.all([checkOneByOne(), checkOneByOne()]);
await postgres.stop();

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((title) => `  ${title}`).join('\n')}`);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed`);

function script(name: string): string {
  const command = scripts[name];
  if (command === undefined) throw new Error(`package.json has no script "${name}"`);
  return command;
}

async function take({ title, command, env = {}, count = oneTest }: Step, quiet = false): Promise<void> {
  if (!quiet) heading(title);
  const startedAt = performance.now();
  const { exitCode, output } = await run(command, env, quiet);
  const tally = count(exitCode);
  if (quiet && tally.failed > 0) console.log(`${title}\n${output}`);
  add(title, tally);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (!quiet) console.log(`-- ${tally.passed} passed, ${tally.failed} failed in ${seconds} s`);
}

function oneTest(exitCode: number): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function add(title: string, tally: Tally): void {
  total.passed += tally.passed;
  total.failed += tally.failed;
  if (tally.failed > 0) failures.push(title);
}

/** Runs a command as npm would: with the project's own programs first on the path. Nobody types into it. */
function run(
  command: string,
  env: Record<string, string>,
  quiet: boolean,
): Promise<{ exitCode: number; output: string }> {
  const bin = path.join(ROOT, 'node_modules', '.bin');
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, {
      cwd: ROOT,
      shell: true,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, ...env },
    });
    child.stdout?.on('data', (chunk) => (output += String(chunk)));
    child.stderr?.on('data', (chunk) => (output += String(chunk)));
    child.once('error', (error) => resolve({ exitCode: 1, output: output + error.message }));
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

function heading(title: string): void {
  console.log(`\n== ${title} ${'='.repeat(Math.max(0, 90 - title.length))}`);
}
