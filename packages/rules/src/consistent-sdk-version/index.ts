import type { App, Evidence, Place } from '@base44-lint/model';
import type { AppFinding } from '../finding.js';
import { listed } from '../judge/listed.js';
import { dependenciesOf } from '../judge/manifest.js';
import { defineRule } from '../rule.js';
import { versionsOf, type Pinned, type Versions } from './versions.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'consistent-sdk-version',
    description: 'require one SDK version for the whole app',
    limitations: ['exit-sdk-dependence', 'arch-cold-start'],
    preset: 'strict',
    since: '0.2.0',
    severities: ['low', 'info'],
    cwe: 'CWE-1104',
    precision: 'very-high',
    words: ['@base44/sdk'],
    related: ['no-unknown-sdk-member'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkApp({ app, files, tree }) {
    const versions = versionsOf(app, files);
    const odd = oddOnes(versions);
    if (odd.length > 0) yield mixed(versions, odd, app);
    else {
      const dependency = dependenciesOf(tree).find(({ name }) => name === '@base44/sdk');
      const [common] = versions.pinned;
      if (common && app.sdk.version !== null && app.sdk.version !== common.version && dependency)
        yield apart(common, app, dependency.place);
    }
  },
});

/** Where functions import another version than most do, or whichever is newest. */
function oddOnes({ pinned, floating }: Versions): readonly Place[] {
  const others = pinned.slice(1).flatMap(({ functions }) => functions.flatMap(({ sdk }) => sdk.place ?? []));
  // Where no function names a version, none is odd; but nobody knows which one runs.
  return [...others, ...floating];
}

function mixed({ pinned, floating }: Versions, odd: readonly Place[], app: App): AppFinding {
  const [place, ...further] = odd as [Place, ...Place[]];
  return {
    file: place.file,
    subject: 'functions',
    severity: 'low',
    confidence: 'certain',
    message: `${subject(pinned, floating.length)}, so the same call works in one function and fails in another, and a fix in one place is missing in the next.`,
    span: { start: place.start, end: place.end },
    evidence: [...frontendOf(app), ...further.slice(0, 5).map(toEvidence)],
    advice:
      'Import one exact version in all functions, the newest that you have tested, and install the same one in the browser.',
    suggestions: [],
  };
}

function subject(pinned: readonly Pinned[], floating: number): string {
  const counts = pinned.map(({ version, functions }) => `${version} in ${functions.length}`);
  const open = `${floating} ${floating === 1 ? 'file imports' : 'files import'} it without an exact version`;
  if (pinned.length === 0) return `Of the SDK ${open}`;
  const versions = `The backend functions pin ${pinned.length === 1 ? 'SDK' : `${pinned.length} versions of the SDK,`} ${listed(counts, 4)}`;
  return floating > 0 ? `${versions}, and ${open}` : versions;
}

function apart(common: Pinned, app: App, place: Place): AppFinding {
  return {
    file: place.file,
    severity: 'info',
    confidence: 'certain',
    message: `The browser runs SDK ${app.sdk.version} and the backend functions SDK ${common.version}, so what works on one side may not exist on the other.`,
    span: { start: place.start, end: place.end },
    evidence: common.functions.slice(0, 1).flatMap(({ sdk }) => (sdk.place ? [toEvidence(sdk.place)] : [])),
    advice: 'Install the version that the functions pin, or raise their pins to the one that is installed.',
    suggestions: [],
  };
}

function toEvidence(place: Place): Evidence {
  return { ...place, note: 'imports another version' };
}

function frontendOf({ sdk }: App): readonly Evidence[] {
  return sdk.place ? [{ ...sdk.place, note: `the browser runs ${sdk.version}` }] : [];
}
