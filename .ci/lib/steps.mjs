import { resolve } from 'node:path';
import { checkPackages } from './check-packages.mjs';
import { root } from './root.mjs';
import { runNode, toolScript } from './run.mjs';
import { runTests } from './run-tests.mjs';

/**
 * What one step found: how many of its checks passed and failed, and what to show when some failed.
 *
 * @typedef {{ passed: number, failed: number, skipped?: number, output?: string }} StepResult
 *
 * @typedef {object} Step
 * @property {string} name word to choose the step with: `npm test -- lint`.
 * @property {string} what one line for the reader of the log.
 * @property {(path: readonly string[]) => Promise<StepResult>} run gets the folders to put before PATH (the pinned pnpm).
 */

/** The steps of `npm test`, in their order. @type {readonly Step[]} */
export const steps = [
  tool('build', 'the packages compile', ['typescript', 'tsc'], ['-b', 'packages', '--pretty']),
  tool('format', 'prettier has nothing to change', ['prettier'], ['--check', '--log-level=warn', '.']),
  tool('lint', 'eslint', ['eslint'], ['--config', '.ci/eslint.config.js', '--max-warnings=0', '.']),
  tool('types', 'tests and sources type-check', ['typescript', 'tsc'], ['-p', 'test', '--pretty']),
  tool(
    'arrows',
    'imports point downwards only (dependency-cruiser)',
    ['dependency-cruiser', 'depcruise'],
    ['--config', '.ci/dependency-cruiser.mjs', '--output-type', 'err-long', 'packages/*/{src,scripts,bin}'],
  ),
  tool(
    'dead-code',
    'no unused file, export or dependency (knip)',
    ['knip'],
    ['--config', '.ci/knip.json', '--no-config-hints'],
  ),
  script('generated', 'generated files are up to date', '.ci/generate.mjs', ['--check']),
  { name: 'unit', what: 'vitest', run: runTests },
  { name: 'packages', what: 'packed tarballs (publint, attw)', run: checkPackages },
];

/**
 * A step that is one command of a development dependency.
 *
 * @param {string} name
 * @param {string} what
 * @param {[string, string?]} command package, and its command where the two differ.
 * @param {readonly string[]} args
 * @returns {Step}
 */
function tool(name, what, command, args) {
  return { name, what, run: async (path) => asResult(await runNode(toolScript(...command), args, { path })) };
}

/** @returns {Step} */
function script(name, what, file, args) {
  return { name, what, run: async (path) => asResult(await runNode(resolve(root, file), args, { path })) };
}

/** @returns {StepResult} */
function asResult({ code, output }) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}
