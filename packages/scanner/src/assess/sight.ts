import type { App, FileView } from '@base44-lint/model';
import { compare } from './findings.js';

/** What of an app is in the export, as far as a verdict may depend on it and the summary does not say. */
export interface Sight {
  /** Functions that the code calls by name and that the export does not hold. */
  readonly missingFunctions: readonly string[];
  /** Entity calls on a client of the app's own in place of the SDK's; rules about the SDK and its access rules skip them. */
  readonly shimCalls: number;
  /** Zones with Base44 code whose SDK version nothing states. */
  readonly unversioned: readonly ('frontend' | 'function')[];
  /** Automations of functions and workflows that run by the clock. */
  readonly schedules: number;
  readonly authConfig: boolean;
  readonly browserCode: boolean;
  /** `index.html` of the browser code. */
  readonly page: boolean;
  /** A `package.json`. */
  readonly manifest: boolean;
}

export function sightOf(app: App, views: readonly FileView[], files: readonly string[]): Sight {
  const frontend = views.some(({ zone }) => zone === 'frontend');
  const unversioned: Sight['unversioned'] = [
    ...(frontend && app.sdk.version === null ? (['frontend'] as const) : []),
    ...(app.functions.some(({ sdk }) => sdk.version === null) ? (['function'] as const) : []),
  ];
  return {
    missingFunctions: missingFunctions(app, views),
    shimCalls: views.reduce((sum, { entityCalls }) => sum + entityCalls.filter(isShim).length, 0),
    unversioned,
    schedules: app.functions.flatMap(({ automations }) => automations).filter(({ kind }) => kind === 'schedule').length,
    authConfig: app.auth !== undefined,
    browserCode: frontend,
    page: files.some((file) => /(?:^|\/)index\.html$/.test(file)),
    manifest: files.some((file) => /(?:^|\/)package\.json$/.test(file)),
  };
}

/** Names behind `functions.invoke` and `functions.fetch`; a path or query may follow the name in the latter. */
function missingFunctions(app: App, views: readonly FileView[]): readonly string[] {
  const known = app.functions.map(({ name }) => name);
  const missing = new Set<string>();
  for (const { origin, zone, member, args } of views.flatMap(({ sdkCalls }) => sdkCalls)) {
    if (origin === 'shim' || zone === 'other' || !/^functions\.(?:invoke|fetch)$/.test(member)) continue;
    const [target] = args;
    if (target?.t !== 'literal' || typeof target.value !== 'string') continue;
    const name = target.value.replace(/^\/+/, '').split('?', 1)[0]!;
    const isKnown = known.some((one) => one === name || (member === 'functions.fetch' && name.startsWith(`${one}/`)));
    if (name !== '' && !isKnown) missing.add(name);
  }
  return [...missing].sort(compare);
}

function isShim({ origin }: { readonly origin: string }): boolean {
  return origin === 'shim';
}
