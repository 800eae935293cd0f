// The unit tests that can see a mutant, for Stryker: those of the mutated packages, quick ones first.
import { BaseSequencer } from 'vitest/node';
import base from '../test/vitest.config.ts';
import { keptThread } from './lib/kept-thread.mjs';

/** The first test that fails ends a mutant's run, so that most mutants never come to the slow files. */
class QuickFirst extends BaseSequencer {
  async sort(files) {
    return (await super.sort(files)).reverse();
  }
}

export default {
  ...base,
  plugins: [keptThread()],
  test: {
    ...base.test,
    include: ['packages/{model,rules}/src/**/*.test.ts'],
    exclude: [
      ...base.test.exclude,
      // Load tests of the parsers.
      'packages/model/src/code/parse.test.ts',
      // Whether documents and catalogue agree is no matter of the code.
      'packages/rules/src/{coverage,precision}.test.ts',
    ],
    // A mutant is switched on at run time, so modules need not be loaded again for every test file.
    isolate: false,
    sequence: { sequencer: QuickFirst },
  },
};
