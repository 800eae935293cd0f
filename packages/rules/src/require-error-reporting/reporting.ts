import type { CatchFact, FileView, Span } from '@base44-lint/model';

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

/** Where a file speaks to a service that keeps errors: its package or its address. */
export function errorServiceIn({ imports, strings }: FileView): Span | undefined {
  return (
    imports.find(({ from }) => reporters.test(from)) ??
    strings.find(({ value }) => /^https?:\/\//.test(value) && reporters.test(value))
  );
}

/** Whether anything in a file hands errors to a place that keeps them. */
export function reportsErrors(file: FileView): boolean {
  return (
    errorServiceIn(file) !== undefined ||
    file.facts.catches.some(({ calls }) => calls.some((call) => !call.startsWith('console.') && reporting.test(call)))
  );
}
