import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Log } from 'sarif';

/** The validator itself; the npm wrapper goes through a shell, where the `;` of the rule kinds would end the command. */
function validator(): string {
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('@microsoft/sarif-multitool/package.json'));
  return join(dirname(fromWrapper.resolve('@microsoft/sarif-multitool-linux/package.json')), 'Sarif.Multitool');
}

/**
 * What Microsoft's validator says with the SARIF and GitHub rules on, as `level rule: message`, notes left out.
 * Its exit code is 0 whatever it finds, so its own report is read.
 */
export function validate(sarif: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'base44-sarif-'));
  try {
    const [input, output] = [join(folder, 'in.sarif'), join(folder, 'out.sarif')];
    writeFileSync(input, sarif);
    const rules = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning;Note'];
    execFileSync(validator(), ['validate', input, ...rules, '--output', output, '--log', 'ForceOverwrite'], {
      stdio: 'pipe',
    });
    const log = JSON.parse(readFileSync(output, 'utf8').replace(/^\uFEFF/, '')) as Log;
    const results = log.runs.flatMap((run) => run.results ?? []);
    if (results.length === 0) throw new Error('The validator said nothing at all, not even its usual notes.');
    return results
      .filter(({ level }) => level !== 'note')
      .map(({ level, ruleId, message }) => `${level} ${ruleId}: ${message.text ?? message.arguments?.join(', ')}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
