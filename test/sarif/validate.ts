import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Log, Result } from 'sarif';

/** The validator itself; the npm wrapper goes through a shell, where the `;` of the rule kinds would end the command. */
function validator(): string {
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('@microsoft/sarif-multitool/package.json'));
  return join(dirname(fromWrapper.resolve('@microsoft/sarif-multitool-linux/package.json')), 'Sarif.Multitool');
}

/**
 * Notes that stay, and why. Everything else that the validator says is a fault of ours.
 *
 * - SARIF2002 wants message ids with arguments: our sentences are made for each case, and GitHub shows only `text`.
 * - SARIF2003 wants the repository and its commit: a report is made from the result alone, which knows no git, and the
 *   upload adds both.
 * - SARIF2006 wants to fetch `$schema`, which a machine without network cannot.
 * - SARIF2009 reads the `/` of a rule id as a hierarchy: `base44/no-x` is the id that ESLint and its comments use.
 */
export const acceptedNotes: readonly string[] = ['SARIF2002', 'SARIF2003', 'SARIF2006', 'SARIF2009'];

/** The same where lines were too long for an excerpt: a snippet has to be the whole text of its region. */
export const acceptedWhereCut: readonly string[] = ['SARIF2010', 'SARIF2011'];

/**
 * What Microsoft's validator says with the SARIF and GitHub rules on, as `level rule: message`, without the accepted notes.
 * Its exit code is 0 whatever it finds, so its own report is read.
 */
export function validate(sarif: string, accepted = acceptedNotes): string[] {
  return said(sarif)
    .filter(({ level, ruleId }) => level !== 'note' || !accepted.includes(ruleId ?? ''))
    .map(({ level, ruleId, message }) => `${level} ${ruleId}: ${message.text ?? message.arguments?.join(', ')}`);
}

/** Everything that it says. */
export function said(sarif: string): Result[] {
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
    return results;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
