import { reportsErrors } from '@base44-lint/rules';
import { zoneOf, type FileView, type Place } from '@base44-lint/model';
import type { ReadinessInput } from '../input.js';
import { named, ofRules, open, type Check, type Verdict } from './item.js';

/** A Worker or rewrites in front of the domain may add headers; what they add is not in their names. */
const proxy = /(?:^|\/)(?:wrangler\.(?:toml|jsonc?)|_worker\.js|cloudflare[^/]*\/.+\.[jt]s|workers?\/.+\.[jt]s)$/;

export const securityHeaders: Check = (input) => {
  const files = input.files.filter((file) => proxy.test(file) && zoneOf(input.app, file) === 'other');
  const findings = ofRules(input, 'no-ignored-host-files');
  if (files.length > 0) {
    return {
      state: 'not-visible',
      reason: 'A proxy seems to stand in front of the app; which headers it sends shows only the live domain.',
      seen: named(files, 'the file'),
      findings,
    };
  }
  const ignored = findings.length > 0 ? ', and header files of the repository have no effect there' : '';
  return {
    state: 'not-visible',
    reason: `The platform sets the headers itself${ignored}; whether a proxy adds more shows only the live domain.`,
    findings,
  };
};

const backend = ({ zone }: FileView): boolean => zone === 'function' || zone === 'shared';

export const externalLogging: Check = (input) => {
  const findings = ofRules(input, 'require-error-reporting');
  const reporting = input.views.filter((view) => view.zone !== 'other' && reportsErrors(view));
  const inBackend = reporting.filter(backend);
  if (open(findings).length > 0)
    return { state: 'missing', reason: 'Errors of backend functions only reach a console that rolls over.', findings };
  if (inBackend.length > 0)
    return {
      state: 'done',
      reason: 'Backend code hands errors to a place that keeps them.',
      seen: firstImports(inBackend),
    };
  return {
    state: 'not-visible',
    reason:
      input.app.functions.length === 0
        ? 'The export has no backend functions.'
        : 'No backend function hands errors on, and none is known to lose them.',
    seen: firstImports(reporting),
    findings,
  };
};

export const observability: Check = (input) => {
  const findings = ofRules(input, 'require-error-reporting');
  const reporting = input.views.filter((view) => view.zone !== 'other' && reportsErrors(view));
  if (reporting.length === 0 && open(findings).length > 0)
    return {
      state: 'missing',
      reason: 'Nothing in the code leaves the console, so nothing could raise an alarm.',
      findings,
    };
  return {
    state: 'not-visible',
    reason:
      reporting.length > 0
        ? 'Errors are handed on; whether somebody is alerted is set up elsewhere.'
        : 'Watching from outside leaves no trace in a repository.',
    seen: firstImports(reporting),
  };
};

function firstImports(views: readonly FileView[]): NonNullable<Verdict['seen']> {
  return views.slice(0, 5).map(({ file, imports, facts }) => {
    const at =
      imports.find(({ from }) => /sentry|bugsnag|rollbar|datadog|logrocket|posthog/i.test(from)) ?? facts.catches[0];
    const place: Place | null = at ? { file, start: at.start, end: at.end } : null;
    return { note: `reports errors in ${file}`, place };
  });
}

const endToEnd =
  /(?:^|\/)(?:e2e|cypress|playwright|smoke[-_]?tests?)\/|(?:^|\/)(?:playwright|cypress)\.config\.[cm]?[jt]s$|smoke[^/]*\.(?:test|spec)\.[cm]?[jt]sx?$/i;
const anyTest = /(?:^|\/)(?:__tests__|tests?)\/.*\.[cm]?[jt]sx?$|\.(?:test|spec|cy)\.[cm]?[jt]sx?$/;
const pipeline =
  /(?:^|\/)(?:\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.yml|azure-pipelines\.yml|bitbucket-pipelines\.yml|\.circleci\/config\.yml)$/;

export const smokeTests: Check = ({ files }) => {
  const smoke = files.filter((file) => endToEnd.test(file)).slice(0, 5);
  const tests = files.filter((file) => anyTest.test(file)).slice(0, 5);
  const runs = files.filter((file) => pipeline.test(file)).slice(0, 2);
  if (smoke.length > 0 && runs.length > 0)
    return {
      state: 'done',
      reason: 'The repository has tests of the whole app and a pipeline; that they run on each deploy is to be asked.',
      seen: [...named(smoke, 'the test'), ...named(runs, 'the pipeline')],
    };
  if (smoke.length > 0 || tests.length > 0)
    return {
      state: 'not-visible',
      reason:
        smoke.length > 0
          ? 'The repository has tests of the whole app but no pipeline that would run them on a deploy.'
          : 'The repository has tests, but none by its name tries the deployed app.',
      seen: [...named(smoke.length > 0 ? smoke : tests, 'the test'), ...named(runs, 'the pipeline')],
    };
  return { state: 'missing', reason: 'No file of the repository is named like a test.' };
};

const document = String.raw`[^/]*\.(?:mdx?|txt|adoc|pdf|docx?)$`;
const runbooks = new RegExp(
  String.raw`(?:^|\/)[^/]*(?:run[-_ ]?book|incident[-_ ]?(?:response|plan)|on[-_ ]?call|playbook)${document}`,
  'i',
);
const exits = new RegExp(
  String.raw`(?:^|\/)[^/]*(?:exit[-_ ]?(?:plan|strategy)|off[-_ ]?boarding[-_ ]?plan|migration[-_ ]?(?:plan|guide|strategy)|disaster[-_ ]?recovery)${document}`,
  'i',
);
const attestations = new RegExp(String.raw`(?:^|\/)[^/]*\bsoc[-_ ]?2${document}`, 'i');

export const runbook: Check = (input) =>
  written(input, runbooks, 'The repository holds no document named like a runbook; it may lie elsewhere.');

export const exitPlan: Check = (input) => ({
  ...written(input, exits, 'The repository holds no document named like an exit plan; it may lie elsewhere.'),
  findings: ofRules(input, 'require-data-export', 'sdk-lock-in'),
});

export const soc2Statement: Check = (input) =>
  written(input, attestations, 'The repository holds no such document, and only some customers ask for one.');

function written({ files }: ReadinessInput, name: RegExp, otherwise: string): Verdict {
  const found = files.filter((file) => name.test(file) && !/(?:^|\/)node_modules\//.test(file)).slice(0, 5);
  return found.length > 0
    ? {
        state: 'done',
        reason: 'A document of that name is there; what it says was not judged.',
        seen: named(found, 'the document'),
      }
    : { state: 'not-visible', reason: otherwise };
}
