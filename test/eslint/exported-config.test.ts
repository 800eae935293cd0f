import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { sampleProject, type EslintVersion } from './project.js';
import { places, runEslint, type Reported } from './run-eslint.js';

const config = (name: string) => readFileSync(fileURLToPath(new URL(`configs/${name}.js`, import.meta.url)), 'utf8');
const exported = config('exported');
/** What an export installs beside ESLint. */
const install = Object.fromEntries(
  ['eslint-plugin-react', 'eslint-plugin-react-hooks', 'eslint-plugin-unused-imports', 'globals']
    .map((name) => [name, name])
    .concat([['@eslint/js', 'eslint-js-9']]),
);
const unused = { 'src/pages/Unused.jsx': "import x from 'x';\n" };

const bareRuns = new Map<EslintVersion, readonly Reported[]>();

/** What the preset alone reports. */
function bare(eslint: EslintVersion): readonly Reported[] {
  const reported = bareRuns.get(eslint) ?? runEslint(sampleProject({ eslint }));
  bareRuns.set(eslint, reported);
  return reported;
}

// Exports carry ESLint 9; the React plugin of their config does not run on 10.
describe.each(['9.19.0', '9.39.5'] as const)(
  'the config that exports ship, with our preset, on ESLint %s',
  (eslint) => {
    const inFront = { 'eslint.config.js': exported, ...unused };
    const [spread] = /^ {2}\.\.\.base44.*\n/m.exec(exported)!;
    const atEnd = { 'eslint.config.js': exported.replace(spread, '').replace('\n];', `\n${spread}];`), ...unused };

    test.each([
      ['in front', inFront],
      ['at the end', atEnd],
    ])('%s: reports in every folder, and the rules of the app go on', (_, files) => {
      const reported = runEslint(sampleProject({ eslint, install, files }));
      expect(reported.filter(({ rule }) => rule?.startsWith('base44/'))).toEqual(bare(eslint));
      expect(places(reported.filter(({ rule }) => !rule?.startsWith('base44/')))).toEqual([
        'src/pages/Unused.jsx 1:8-1:9 unused-imports/no-unused-imports',
      ]);
    });
  },
);

describe.each(['9.39.5', '10.15.0'] as const)('defineConfig with extends on ESLint %s', (eslint) => {
  test('gives what the spread preset gives', () => {
    const files = { 'eslint.config.js': config('define-config') };
    expect(runEslint(sampleProject({ eslint, files }))).toEqual(bare(eslint));
  });
});

test('one concern is switched off by ordinary config', () => {
  const off = `import base44 from 'eslint-plugin-base44';
export default [...base44.configs.recommended, { rules: { 'base44/no-websocket': 'off' } }];`;
  const without = runEslint(sampleProject({ eslint: '10.15.0', files: { 'eslint.config.js': off } }));
  expect(without).toEqual(bare('10.15.0').filter(({ rule }) => rule !== 'base44/no-websocket'));
});
