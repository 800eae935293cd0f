// `pnpm bench [PATH] [--lines N] [--seed N] [--rounds N] [--quick]`: what a scan and the plugin cost, as ratios.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateApp, writeApp } from './generate.mjs';
import { measure } from './measure.mjs';
import { codeFiles } from './subjects/code-files.mjs';
import { ratios, subjects } from './subjects.mjs';
import { ratioTable, usageTable } from './table.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lines: { type: 'string' },
    seed: { type: 'string', default: '44' },
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const lines = Number(values.lines ?? (values.quick ? 10_000 : 100_000));
const rounds = Number(values.rounds ?? (values.quick ? 3 : 5));

const [given] = positionals;
const folder = given === undefined ? mkdtempSync(join(tmpdir(), 'base44-bench-')) : resolve(given);
try {
  if (given === undefined) writeApp(folder, generateApp({ lines, seed: Number(values.seed) }));
  await bench(folder, given ?? `a generated app, seed ${values.seed}`);
} finally {
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}

async function bench(path, title) {
  const onRun = (name, round) => process.stderr.write(`round ${round}/${rounds}: ${name}\n`);
  const usages = await measure(subjects(path), { rounds, onRun });
  const files = codeFiles(path);
  const count = files.reduce((sum, file) => sum + readFileSync(file, 'utf8').split('\n').length - 1, 0);
  console.log(`${title}: ${files.length} code files, ${count} lines; medians of ${rounds} interleaved rounds\n`);
  console.log(`${usageTable(usages)}\n\n${ratioTable(ratios(usages))}`);
}
