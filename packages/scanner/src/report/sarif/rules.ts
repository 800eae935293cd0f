import { docsUrl } from '@base44-lint/rules';
import type { ReportingDescriptor } from 'sarif';
import type { Finding, LimitationVerdict, RuleInfo } from '../../result.js';
import { byWeight } from '../reporter.js';
import { todayOf } from '../words.js';
import { limits } from './limits.js';

/** GitHub's bands: above 9.0 critical, from 7.0 high, from 4.0 medium, below low. */
const securitySeverity: Readonly<Record<Finding['severity'], string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '0.5',
};

/** Where a rule's severity is not known because it found nothing. */
const unseen: Finding['severity'] = 'medium';

export function ruleId(name: string): string {
  return `base44/${name}`;
}

/** What GitHub shows beside each alert. It knows one severity a rule, so a rule is as severe as its worst finding here. */
export function descriptorOf(
  rule: RuleInfo,
  findings: readonly Finding[],
  limitations: readonly LimitationVerdict[],
): ReportingDescriptor {
  const own = byWeight(findings.filter((finding) => finding.rule === rule.name && !finding.suppression));
  const severity = own[0]?.severity ?? unseen;
  const covered = limitations.filter(({ id }) => rule.limitations.includes(id));
  const helpUri = docsUrl(rule.name);
  const short = sentence(rule.description);
  return {
    id: ruleId(rule.name),
    name: pascalCase(rule.name),
    shortDescription: { text: short },
    fullDescription: {
      text: [short, ...covered.map(({ consequence }) => consequence)].join(' ').slice(0, limits.description),
    },
    help: { text: helpText(short, covered, helpUri), markdown: helpMarkdown(rule, covered, helpUri) },
    helpUri,
    defaultConfiguration: { level: levelOf(severity) },
    properties: {
      precision: rule.precision,
      'problem.severity': levelOf(severity) === 'note' ? 'recommendation' : levelOf(severity),
      'security-severity': securitySeverity[severity],
      tags: [
        'security',
        'base44',
        ...(rule.cwe ? [`external/cwe/${rule.cwe.toLowerCase()}`] : []),
        ...rule.limitations,
      ].slice(0, limits.tags),
    },
  };
}

export function levelOf(severity: Finding['severity']): 'error' | 'warning' | 'note' {
  if (severity === 'critical' || severity === 'high') return 'error';
  return severity === 'medium' ? 'warning' : 'note';
}

function helpText(short: string, covered: readonly LimitationVerdict[], helpUri: string): string {
  const parts = covered.map(
    ({ title, consequence, workaround }) => `${title}: ${consequence} What to do: ${workaround}`,
  );
  return [short, ...parts, `More: ${helpUri}`].join('\n\n');
}

function helpMarkdown(rule: RuleInfo, covered: readonly LimitationVerdict[], helpUri: string): string {
  const parts = covered.flatMap((limitation) => [
    `## ${limitation.title}`,
    `**What can go wrong.** ${limitation.consequence}`,
    `**What to do.** ${limitation.workaround}`,
    `**The platform today** (${todayOf(limitation)}, checked on ${limitation.checkedOn}). ${limitation.state}`,
  ]);
  return [`# ${rule.name}`, sentence(rule.description), ...parts, `[Documentation of the rule](${helpUri})`].join(
    '\n\n',
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/u, '')}.`;
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/gu, (_, letter: string) => letter.toUpperCase());
}
