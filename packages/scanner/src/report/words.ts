import type { AppSummary, LimitationVerdict, Suppression } from '../result.js';
import { counted } from '../counted.js';

/** How reports call the parts of a result, in one place. */

/** Where a finding was switched off, as the beginning of a sentence. */
export function suppressedBy({ kind }: Pick<Suppression, 'kind'>): string {
  const words: Readonly<Record<string, string>> = { comment: 'by a comment', baseline: 'in the baseline' };
  return words[kind] ?? `by ${kind}`;
}

export function reasonOf({ reason }: Pick<Suppression, 'reason'>): string {
  return reason ?? 'no reason given';
}

export const verdictWords: Readonly<Record<LimitationVerdict['verdict'], string>> = {
  found: 'found',
  clear: 'clear',
  'not-checked': 'not checked',
};

const todayWords: Readonly<Record<LimitationVerdict['today'], string>> = {
  'still-true': 'still true',
  'partly-lifted': 'partly lifted',
  lifted: 'lifted',
  unclear: 'unclear today',
};

export function todayOf({ today, since }: Pick<LimitationVerdict, 'today' | 'since'>): string {
  return since === null ? todayWords[today] : `${todayWords[today]} since ${since.replace('@base44/sdk', 'SDK')}`;
}

export function nameOf(app: AppSummary): string {
  return app.name ?? (app.root === '' ? 'Base44 app' : app.root);
}

/** The name of an app, told apart from others of the same name. */
export function labelOf(app: AppSummary): string {
  return app.root === '' || app.name === null ? nameOf(app) : `${app.name} (${app.root})`;
}

const layoutWords: Readonly<Record<AppSummary['layout'], string>> = {
  'base44-folder': 'base44 folder',
  old: 'old layout',
  'code-only': 'code only',
};

/** Who can reach the app, in a few words. */
export function visibilityOf({ visibility }: AppSummary): string {
  if (visibility === 'public') return 'public: also people who never signed in';
  if (visibility === null) return 'visibility not in the export';
  return visibility === 'private' ? 'private: invited people' : 'workspace: its members';
}

export function layoutOf({ layout }: AppSummary): string {
  return layoutWords[layout];
}

export function sdkOf({ sdk }: AppSummary): string {
  const version = (value: string | null, source: string): string =>
    value === null ? 'not named' : source === 'range' ? `${value} or later` : value;
  const functions = sdk.functions.map((group) => `${version(group.version, group.source)} (${group.functions})`);
  const backend = functions.length > 0 ? `; functions ${functions.join(', ')}` : '';
  return `frontend ${version(sdk.frontend.version, sdk.frontend.source)}${backend}`;
}

export function schemasOf({ schemas, counts }: AppSummary): string {
  if (counts.entityCalls === 0)
    return counts.entities === 0
      ? 'no entity use found'
      : `${counted(counts.entities, 'schema')}, no entity use found in the code`;
  if (schemas.state === 'none') return 'none in this export';
  if (schemas.state === 'all') return `${counts.entities}, every one in use with a schema`;
  return `${counted(counts.entities, 'entity', 'entities')}; missing for ${schemas.missing.join(', ')}`;
}
