import type { AppReport, Finding } from '../result.js';
import { printable } from './printable.js';
import { exitCodeOf, fromRepository, shownOf, type Reporter, type ReportOptions } from './reporter.js';

/** The part of the Code Climate format that GitLab reads. */
interface Issue {
  readonly type: 'issue';
  readonly check_name: string;
  readonly description: string;
  readonly content: { readonly body: string };
  readonly categories: readonly string[];
  readonly severity: 'blocker' | 'critical' | 'major' | 'minor' | 'info';
  readonly fingerprint: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

const severityOf: Readonly<Record<Finding['severity'], Issue['severity']>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
};

/** GitLab's Code Quality report. It knows no suppressed findings, so those are left out. */
export const codeclimate: Reporter = (result, options) => {
  const used = new Map<string, number>();
  const issues = result.apps.flatMap((app) =>
    shownOf(app.findings, options)
      .filter(({ suppression }) => suppression === null)
      .map((finding) => issueOf(finding, unique(fingerprintOf(finding, app), used), options)),
  );
  return { output: `${JSON.stringify(issues, null, 2)}\n`, exitCode: exitCodeOf(result, options) };
};

function issueOf(finding: Finding, fingerprint: string, options: ReportOptions): Issue {
  const { rule, message, advice, severity, location } = finding;
  return {
    type: 'issue',
    check_name: `base44/${rule}`,
    description: printable(message),
    content: { body: printable(advice) },
    categories: ['Security'],
    severity: severityOf[severity],
    fingerprint,
    location: {
      path: fromRepository(location.file, options),
      lines: { begin: location.start.line, end: location.end.line },
    },
  };
}

/** Identities are relative to the app, so apps of one repository may share one. */
function fingerprintOf({ identity }: Finding, { app }: AppReport): string {
  return app.root === '' ? identity : `${app.root}:${identity}`;
}

/** GitLab shows only the first issue of each fingerprint. */
function unique(fingerprint: string, used: Map<string, number>): string {
  const count = (used.get(fingerprint) ?? 0) + 1;
  used.set(fingerprint, count);
  return count === 1 ? fingerprint : `${fingerprint}:${count}`;
}
