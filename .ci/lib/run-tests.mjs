import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { reportsFolder } from './root.mjs';
import { runNode, toolScript } from './run.mjs';

/**
 * Runs vitest in the terminal and counts from its JSON report.
 *
 * @param {readonly string[]} path folders put before PATH.
 * @returns {Promise<import('./steps.mjs').StepResult>}
 */
export async function runTests(path) {
  const report = resolve(reportsFolder, 'unit.json');
  mkdirSync(reportsFolder, { recursive: true });
  rmSync(report, { force: true });
  const args = [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { code } = await runNode(toolScript('vitest'), args, { show: true, path, minutes: 10 });
  return countTests(code, readReport(report));
}

/**
 * Counts tests, and as one failure each what failed outside of a test: a file that does not load, a stray rejection.
 *
 * @param {number} code vitest's exit code.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] } | undefined} report
 * @returns {import('./steps.mjs').StepResult}
 */
export function countTests(code, report) {
  if (report === undefined) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return {
    passed: report.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
