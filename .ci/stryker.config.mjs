// Mutation tests: does a test fail when a decision in the code is turned round? Run by `pnpm mutate`, see docs/mutation.md.
import { filesOf, groups } from './lib/mutation-scope.mjs';

const folder = '.reports/mutation';

export default {
  packageManager: 'pnpm',
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: '.ci/vitest.mutation.config.mjs', related: false },
  mutate: groups.flatMap(filesOf),
  // Copies of the repository and reports lie in a folder that git and all our checks already ignore.
  tempDirName: `${folder}/sandbox`,
  ignorePatterns: ['/.reports', '/.tools', '/.git', 'dist', 'coverage', '*.tsbuildinfo', '/docs', '/test/bench'],
  reporters: ['progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: `${folder}/mutation.json` },
  htmlReporter: { fileName: `${folder}/mutation.html` },
  incremental: true,
  incrementalFile: `${folder}/incremental.json`,
  coverageAnalysis: 'perTest',
  // A constant is evaluated once for all tests, so its mutants would need every test again, in a new process each.
  ignoreStatic: true,
  // String literals stay in: most are node types and member names that recognition decides by; the sentences are in
  // snapshots of the rules' tests.
  concurrency: 2,
  // On a busy machine a slow test is no endless loop; Stryker finds most of those by counting hits.
  timeoutMS: 60_000,
};
