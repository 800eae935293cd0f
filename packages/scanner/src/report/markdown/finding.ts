import { docsUrl } from '@base44-lint/rules';
import type { Finding } from '../../result.js';
import { plainFrame } from '../excerpt.js';
import { fromRepository, place, type ReportOptions } from '../reporter.js';
import { reasonOf, suppressedIn } from '../words.js';
import { code, fence, prose } from './escape.js';

/** A finding to unfold: in one line who can do what, inside the code, the reasons and what to do. */
export function inFull(finding: Finding, options: ReportOptions): string {
  const { advice, rule, confidence, evidence, suggestions } = finding;
  const because = evidence.map(({ note, location }) => `- because ${placeOf({ location }, options)} ${prose(note)}`);
  const rewrites = suggestions.map(({ title }) => `- a rewrite is at hand: ${prose(title)}`);
  return [
    `<details><summary>${headOf(finding, options)}</summary>`,
    '',
    fence(plainFrame(finding)),
    '',
    ...because,
    `- **fix** ${prose(advice)}`,
    ...rewrites,
    `- rule [${rule}](${docsUrl(rule)}), ${confidence}`,
    '',
    '</details>',
    '',
  ].join('\n');
}

export function inOneLine(finding: Finding, options: ReportOptions): string {
  return `- ${headOf(finding, options)}`;
}

export function suppressedLine(finding: Finding, options: ReportOptions): string {
  const { suppression } = finding;
  const why = suppression ? ` (suppressed ${suppressedIn(suppression)}: ${prose(reasonOf(suppression))})` : '';
  return `- ${headOf(finding, options)}${why}`;
}

function headOf(finding: Finding, options: ReportOptions): string {
  return `<b>${finding.severity}</b> ${placeOf(finding, options)} ${prose(finding.message)}`;
}

function placeOf({ location }: Pick<Finding, 'location'>, options: ReportOptions): string {
  return code(fromRepository(place({ location }), options));
}
