import { readFileSync } from 'node:fs';

export type Tally = { passed: number; failed: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};
type PlaywrightReport = { stats: { expected: number; flaky: number; unexpected: number }; errors: unknown[] };

/** Tests of a Vitest run by its JSON report; a file that could not even be loaded is one failure. */
export function countVitest(file: string, exitCode: number): Tally {
  const report = read<VitestReport>(file);
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  return atLeastOne({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }, exitCode);
}

/** Tests of a Playwright run by its JSON report; a test that only passed when tried again has failed. */
export function countPlaywright(file: string, exitCode: number): Tally {
  const report = read<PlaywrightReport>(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = report.stats;
  return atLeastOne({ passed: expected, failed: unexpected + flaky }, exitCode);
}

/** A runner that says it failed without naming a test (an error outside tests, no test found) is one failure. */
function atLeastOne({ passed, failed }: Tally, exitCode: number): Tally {
  return { passed, failed: exitCode === 0 ? failed : Math.max(1, failed) };
}

function read<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
