/** Reads what vitest's JSON reporter wrote: how many tests passed and failed, and which did not run. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Counts the tests of a report, given how vitest ended. A file that could not be loaded, a hook that failed and an error
 * outside of every test have no failed test of their own: each counts as one failure with a line in `notes`.
 */
export function readReport(file, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, notes: ['vitest gave no report'] };
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const counts = { passed: 0, failed: 0, skipped: 0, notes: [] };
  const skippedSuites = new Map();
  for (const { name, status, assertionResults } of testResults) {
    const place = path.relative('.', name);
    const failed = assertionResults.filter((one) => one.status === 'failed').length;
    const skipped = assertionResults.filter((one) => one.status !== 'failed' && one.status !== 'passed');
    counts.passed += assertionResults.length - failed - skipped.length;
    counts.failed += failed;
    counts.skipped += skipped.length;
    if (status === 'failed' && failed === 0) {
      counts.failed++;
      counts.notes.push(`failed to run: ${place}`);
    }
    for (const { ancestorTitles, title } of skipped) {
      const suite = `${place}: ${ancestorTitles[0] ?? title}`;
      skippedSuites.set(suite, (skippedSuites.get(suite) ?? 0) + 1);
    }
  }
  for (const [suite, count] of skippedSuites) counts.notes.push(`skipped: ${suite} (${count})`);
  if (exitCode !== 0 && counts.failed === 0) {
    counts.failed++;
    counts.notes.push(`vitest failed outside of the tests (exit code ${exitCode ?? 'none, it was killed'})`);
  }
  if (counts.passed + counts.failed + counts.skipped === 0) {
    counts.failed++;
    counts.notes.push('there was no test to run');
  }
  return counts;
}
