// pnpm mutate [--sample PERCENT] [--seed WORD] [--concurrency N] [GLOB …]: mutation tests, see docs/mutation.md.
// Without globs every group is tested, or a drawn part of its functions; results add up in .reports/mutation.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { filesOf, groupOf, groups, sampleOf } from './lib/mutation-scope.mjs';
import { reportsFolder, root } from './lib/root.mjs';
import { runNode, toolScript } from './lib/run.mjs';
import { exitWith, SetupError } from './lib/setup-error.mjs';

const mostSurvivors = 0.2;

await exitWith(async () => {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).filter((arg) => arg !== '--'),
    options: {
      sample: { type: 'string' },
      seed: { type: 'string', default: '44' },
      concurrency: { type: 'string', default: '2' },
    },
    allowPositionals: true,
  });
  const percent = Number(values.sample ?? 100);
  if (!(percent > 0 && percent <= 100)) throw new SetupError('--sample takes a percentage, for example "--sample 20".');
  const draw = (files) => (percent === 100 ? files : sampleOf(files, percent, values.seed));
  const stranger = positionals.find((glob) => groupOf(glob) === undefined);
  if (stranger) throw new SetupError(`"${stranger}" is in none of ${groups.map(({ folder }) => folder).join(', ')}.`);
  for (const group of groups) {
    const named = positionals.filter((glob) => groupOf(glob) === group);
    const patterns = positionals.length > 0 ? named : draw(filesOf(group));
    if (patterns.length > 0) await runStryker(patterns, group.tests, values.concurrency);
  }
  return summarise(readResults());
});

async function runStryker(patterns, tests, concurrency) {
  // Globs such as `no-write-loop/*.ts` name the tests beside the code too.
  const scope = ['--mutate', [...patterns, '!**/*.test.ts'].join(','), '--testFiles', tests.join(',')];
  const args = ['run', '.ci/stryker.config.mjs', ...scope, '--concurrency', concurrency];
  const { code } = await runNode(toolScript('@stryker-mutator/core', 'stryker'), args, { show: true });
  if (code !== 0) throw new SetupError('Stryker did not finish; see its output above.');
}

/** @returns {Map<string, Record<string, number>>} for each group how many mutants ended how. */
function readResults() {
  const file = resolve(reportsFolder, 'mutation/mutation.json');
  if (!existsSync(file)) throw new SetupError(`Stryker wrote no ${file}; run it again.`);
  const results = new Map();
  for (const [path, { mutants }] of Object.entries(JSON.parse(readFileSync(file, 'utf8')).files)) {
    const group = groupOf(path)?.name ?? 'other';
    const counts = results.get(group) ?? {};
    results.set(group, counts);
    for (const { status } of mutants) counts[status] = (counts[status] ?? 0) + 1;
  }
  return results;
}

/** Prints a line per group; fails when more than a fifth of its mutants were noticed by no test. */
function summarise(results) {
  let failed = false;
  console.log(styleText('bold', `\nMutants, seen from ${root}`));
  for (const [name, { Killed = 0, Timeout = 0, Survived = 0, NoCoverage = 0 }] of results) {
    const all = Killed + Timeout + Survived + NoCoverage;
    if (all === 0) continue;
    const share = (Survived + NoCoverage) / all;
    const tooMany = share >= mostSurvivors;
    failed ||= tooMany;
    const counts = `${all} mutants, ${Killed} killed, ${Timeout} timed out, ${Survived} survived, ${NoCoverage} not covered`;
    const mark = tooMany ? styleText('red', '✗') : styleText('green', '✓');
    console.log(`${mark} ${name.padEnd(20)}${counts}: ${(100 * share).toFixed(1)} % undetected`);
  }
  return failed ? 1 : 0;
}
