import { errorServiceIn, reportsErrors } from '@base44-lint/rules';
import { zoneOf, type FileView } from '@base44-lint/model';
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

const isBackend = ({ zone }: FileView): boolean => zone === 'function' || zone === 'shared';

export const externalLogging: Check = (input) => {
  const findings = ofRules(input, 'require-error-reporting');
  if (open(findings).length > 0)
    return { state: 'missing', reason: 'Errors of backend functions only reach a console that rolls over.', findings };
  const keeping = input.views.filter((view) => isBackend(view) && reportsErrors(view));
  if (keeping.length > 0) {
    const reason = 'Backend code hands errors to a place that keeps them.';
    return { state: 'done', reason, seen: keeping.flatMap(keeps), findings };
  }
  return {
    state: 'not-visible',
    reason:
      input.app.functions.length === 0
        ? 'The export has no backend functions whose logs could be kept.'
        : 'No backend function hands errors on, and none is known to lose them.',
    seen: services(input),
    findings,
  };
};

export const observability: Check = (input) => {
  const findings = ofRules(input, 'require-error-reporting');
  const seen = services(input);
  if (seen.length === 0 && open(findings).length > 0) {
    const reason = 'No code of the app sends errors to a service that could raise an alarm.';
    return { state: 'missing', reason, findings };
  }
  const reason =
    seen.length > 0
      ? 'The app speaks to a service for errors; whether somebody is alerted is set up there.'
      : 'Watching from outside leaves no trace in a repository.';
  return { state: 'not-visible', reason, seen, findings };
};

/** A dialog in the browser is no report, so there only a service counts. */
function services({ views }: ReadinessInput): NonNullable<Verdict['seen']> {
  return views
    .filter(({ zone }) => zone !== 'other')
    .flatMap((view) => {
      const at = errorServiceIn(view);
      return at
        ? [{ note: 'speaks to a service for errors', place: { file: view.file, start: at.start, end: at.end } }]
        : [];
    });
}

function keeps(view: FileView): NonNullable<Verdict['seen']> {
  const { file, facts } = view;
  const at =
    errorServiceIn(view) ?? facts.catches.find(({ calls }) => calls.some((call) => !call.startsWith('console.')));
  return at ? [{ note: 'hands errors on', place: { file, start: at.start, end: at.end } }] : [];
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
