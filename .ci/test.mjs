// npm test [-- STEP …]: everything that must hold before a change is merged; the named steps only, when some are named.
import { styleText } from 'node:util';
import { installIfStale } from './lib/install.mjs';
import { bringPnpm } from './lib/pnpm.mjs';
import { exitWith, SetupError } from './lib/setup-error.mjs';
import { steps } from './lib/steps.mjs';

await exitWith(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !steps.some((step) => step.name === name));
  if (unknown)
    throw new SetupError(`there is no step "${unknown}"; choose from ${steps.map(({ name }) => name).join(', ')}.`);
  await installIfStale();
  const pnpm = await bringPnpm();
  const results = [];
  for (const step of steps) {
    if (wanted.length === 0 || wanted.includes(step.name)) results.push(await runStep(step, [pnpm.bin]));
  }
  return summarise(results);
});

/** Every step runs whatever came before it, so that one run shows everything that is wrong. */
async function runStep(step, path) {
  console.log(styleText('bold', `\n▸ ${step.name}`) + styleText('dim', `  ${step.what}`));
  const begin = performance.now();
  const result = await step.run(path);
  if (result.failed > 0 && result.output) console.log(result.output.trimEnd());
  const seconds = `${((performance.now() - begin) / 1000).toFixed(1)} s`;
  console.log(`${result.failed === 0 ? styleText('green', '✓ passed') : styleText('red', '✗ failed')} in ${seconds}`);
  return { name: step.name, seconds, ...result };
}

function summarise(results) {
  console.log(styleText('bold', '\nSummary'));
  for (const { name, seconds, passed, failed, skipped = 0 } of results) {
    const mark = failed === 0 ? styleText('green', '✓') : styleText('red', '✗');
    const counts = passed + failed + skipped > 1 ? `  ${passed} passed, ${failed} failed, ${skipped} skipped` : '';
    console.log(`${mark} ${name.padEnd(12)}${seconds.padStart(8)}${counts}`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
