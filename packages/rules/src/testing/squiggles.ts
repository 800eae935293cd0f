import type { RuleFinding } from '../finding.js';
import { apply, changedLines } from './edits.js';

/**
 * Draws findings under the lines they point at, and lists them below:
 *
 *     3 | const all = await base44.entities.Order.list();
 *       |                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]
 *
 *     [1] high/likely Everyone can read every Order.
 */
export function squiggles(text: string, findings: readonly RuleFinding[]): string {
  if (findings.length === 0) return '';
  return [
    ...drawing(text, findings),
    '',
    ...findings.flatMap((finding, index) => legend(text, finding, index + 1)),
  ].join('\n');
}

function drawing(text: string, findings: readonly RuleFinding[]): readonly string[] {
  const drawn: string[] = [];
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const end = start + line.length;
    const marks = findings.flatMap(({ span }, number) => {
      if (span.end <= start || span.start > end || (span.start === end && line.length > 0 && span.end > end)) return [];
      const from = Math.max(span.start, start) - start;
      const length = Math.max(1, Math.min(span.end, end) - start - from);
      const first = span.start >= start ? '^' : '~';
      const last = span.end <= end ? ` [${number + 1}]` : '';
      return [`    | ${' '.repeat(from)}${first}${'~'.repeat(length - 1)}${last}`];
    });
    if (marks.length > 0) drawn.push(`${String(index + 1).padStart(3)} | ${line}`.trimEnd(), ...marks);
    start = end + 1;
  }
  return drawn;
}

function legend(text: string, finding: RuleFinding, number: number): readonly string[] {
  const { severity, confidence, message, advice, evidence, suggestions } = finding;
  return [
    `[${number}] ${severity}/${confidence} ${message}`,
    ...(advice === '' ? [] : [`    advice: ${advice}`]),
    ...evidence.map(({ file, note }) => `    evidence: ${file}: ${note}`),
    ...suggestions.flatMap(({ title, edits }) => [
      `    suggestion: ${title}`,
      ...changedLines(text, apply(text, edits))
        .split('\n')
        .map((line) => `      ${line}`),
    ]),
  ];
}
