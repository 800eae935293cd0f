import type { CatchFact, FileView } from '@base44-lint/model';

const reporters =
  /sentry|bugsnag|rollbar|honeybadger|logtail|betterstack|datadog|newrelic|new-relic|axiom|logflare|highlight\.run|appsignal|raygun|logrocket|posthog/i;
const reporting =
  /capture|report|notify|alert|track_?error|log_?(?:error|event|exception|failure)|record_?error|send_?error|(?:^|\.)create$/i;
const answering =
  /^(?:console\.\w+|Response(?:\.json)?|JSON\.stringify|String|Object\.\w+|Number|Date|Date\.now|Math\.\w+)$/;

/** A `catch` that logs and does nothing else with the error but answer the caller. */
export function isConsoleOnly({ calls, rethrows }: CatchFact): boolean {
  return !rethrows && calls.some((call) => call.startsWith('console.')) && calls.every((call) => answering.test(call));
}

/** Whether anything in a file hands errors to a place that keeps them. */
export function reportsErrors({ imports, facts, strings }: FileView): boolean {
  return (
    imports.some(({ from }) => reporters.test(from)) ||
    strings.some(({ value }) => /^https?:\/\//.test(value) && reporters.test(value)) ||
    facts.catches.some(({ calls }) => calls.some((call) => !call.startsWith('console.') && reporting.test(call)))
  );
}
