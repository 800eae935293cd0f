import type {
  AppSummary,
  BaselineUse,
  Comparison,
  LimitationVerdict,
  Suppression,
  UnusedSuppression,
} from '../result.js';
import { counted } from '../counted.js';

/** How reports call the parts of a result, in one place. */

/** Where a finding was switched off, as the beginning of a sentence. */
export function suppressedIn({ kind }: Pick<Suppression, 'kind'>): string {
  return { comment: 'by a comment', baseline: 'in the baseline' }[kind];
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

/** By what a finding is suppressed: "a comment in line 3", "the baseline since 2026-11-20, moved from src/a.js". */
export function suppressedBy(suppression: Suppression): string {
  if (suppression.kind === 'comment') {
    const all = suppression.all ? ', which switches off every rule' : '';
    return `a comment in line ${suppression.location.start.line}${all}`;
  }
  const { addedOn, expires, movedFrom } = suppression;
  const since = addedOn === null ? '' : ` since ${addedOn}`;
  const until = expires === null ? '' : ` until ${expires}`;
  return `the baseline${since}${until}${movedFrom === null ? '' : `, moved from ${movedFrom}`}`;
}

const unusedWords: Readonly<Record<UnusedSuppression['why'], string>> = {
  'nothing-found': 'reports nothing there; remove the comment',
  'no-reason': 'is not switched off, because the comment gives no reason behind `--`',
  'unknown-rule': 'is no rule of base44',
};

/** "no-websocket reports nothing there; remove the comment." */
export function unusedOf({ rule, why }: UnusedSuppression): string {
  return `${rule === '' ? 'every rule' : `base44/${rule}`} ${unusedWords[why]}.`;
}

/** What a baseline still does: "126 entries: 118 in use, 6 fixed, 2 expired". */
export function baselineOf({ entries, unused, expired, outgrown }: BaselineUse): string {
  const parts = [
    [entries - unused.length - expired.length - outgrown.length, 'in use'],
    [unused.length, 'fixed'],
    [expired.length, 'expired'],
    [outgrown.length, 'grown worse'],
  ] as const;
  const shown = parts.filter(([count], index) => index === 0 || count > 0).map(([count, word]) => `${count} ${word}`);
  return `${counted(entries, 'entry', 'entries')}: ${shown.join(', ')}`;
}

/** What was compared: "with 1a2b3c4, where HEAD left origin/main: 3 changed files, 1 removed". */
export function comparisonOf({ ref, commit, common, changedFiles, removedFiles }: Comparison): string {
  const short = commit.slice(0, 7);
  const base = common
    ? `with ${short}, the last commit shared with ${ref}`
    : `with ${short}, which is ${ref} itself, since this clone does not show what the two share`;
  return `${base}: ${counted(changedFiles, 'changed file')}, ${removedFiles} removed`;
}

/** How many findings a comparison leaves out: "31 findings outside the change are not shown (2 high, 29 low)". */
export function hiddenOf({ hidden }: Comparison): string {
  const parts = Object.entries(hidden).filter(([, count]) => count > 0);
  const total = parts.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return 'no finding lies outside the change';
  const list = parts.map(([name, count]) => `${count} ${name}`).join(', ');
  return `${counted(total, 'finding')} outside the change ${total === 1 ? 'is' : 'are'} not shown (${list})`;
}
