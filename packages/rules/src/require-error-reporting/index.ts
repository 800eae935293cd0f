import type { AppContext } from '../rule.js';
import { defineRule } from '../rule.js';
import { isConsoleOnly, reportsErrors } from './reporting.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'require-error-reporting',
    description: 'require that errors of backend functions go further than a log that rolls over',
    limitations: ['sec-log-retention'],
    preset: 'audit',
    since: '0.2.0',
    cwe: 'CWE-778',
    severities: ['low'],
    precision: 'high',
    words: [],
    related: ['require-audit-trail'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  checkApp: ({ app, files }) => findings(app, files),
});

/** One for the app: the answer is one place that all functions report to. */
function* findings(app: AppContext<unknown>['app'], files: AppContext<unknown>['files']) {
  const backend = files.filter(({ zone }) => zone === 'function' || zone === 'shared');
  if (backend.length === 0 || files.some(reportsErrors)) return;
  const swallowed = backend.flatMap(({ file, facts }) =>
    facts.catches.filter(isConsoleOnly).map(({ start }) => ({ file, start, end: start + 'catch'.length })),
  );
  const [first] = swallowed;
  if (!first) return;
  const functions = new Set(swallowed.map(({ file }) => file));
  const { file, ...span } = first;
  yield {
    file,
    span,
    subject: 'app',
    severity: 'low' as const,
    confidence: 'likely' as const,
    message: `Errors in ${functions.size === 1 ? 'a backend file' : `${functions.size} backend files`} of ${app.name ?? 'this app'} only go to the console, whose log rolls over, so a failure that nobody watches leaves no trace.`,
    evidence: swallowed
      .filter((place) => place.file !== file)
      .filter((place, index, all) => all.findIndex((other) => other.file === place.file) === index)
      .slice(0, 5)
      .map((place) => ({ ...place, note: 'only writes to the console' })),
    advice:
      'Send errors to a service that keeps them and raises an alarm (one shared helper that each `catch` calls), or write them to an entity that only admins can read.',
    suggestions: [],
  };
}
