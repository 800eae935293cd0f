import { wordsOf, type App, type EntityCall, type Evidence } from '@base44-lint/model';
import type { Reader } from './read-severity.js';

const ADMIN = /(?:^|\/)(?:(?:super|platform|system)[-_]?)?admin|(?:^|\/)(?:backoffice|back-office)/i;
/** Words in the name of a function that hands out public things by intent. */
const PUBLIC = new Set([
  'public',
  'sitemap',
  'og',
  'ogimage',
  'rss',
  'catalog',
  'catalogue',
  'storefront',
  'widget',
  'embed',
  'landing',
]);

/** Who can make this read run, as far as the code shows. */
export function readerOf(app: App, call: EntityCall): Reader {
  if (call.zone === 'function' || call.zone === 'shared') {
    switch (call.caller.level) {
      case 'none':
        // With the caller's own client the rules still ask who calls, and only a public app answers to strangers.
        return call.role === 'service' || app.visibility === 'public' ? 'public' : 'signed-in';
      case 'signed-in':
        return 'signed-in';
      default:
        return 'guarded';
    }
  }
  // An admin page hides a button; it does not keep anyone from the data. It does say for whom the read was written.
  if (ADMIN.test(call.file) || call.caller.level === 'role') return 'guarded';
  return app.visibility === 'public' ? 'public' : 'signed-in';
}

/** True where the name of the function or the settings say that everyone is meant to have the answer. */
export function isPublicByIntent(app: App, call: Pick<EntityCall, 'file'>): boolean {
  const fn = app.functions.find(
    ({ file, folder }) => file === call.file || (folder !== undefined && call.file.startsWith(`${folder}/`)),
  );
  return (
    fn !== undefined &&
    (wordsOf(fn.name).some((word) => PUBLIC.has(word)) || app.settings.publicFunctions.includes(fn.name))
  );
}

/** "anyone on the internet" or "any signed-in user". */
export function whoReads(app: App, reader: Reader): string {
  if (reader === 'public') return 'anyone, signed in or not,';
  return app.visibility === undefined ? 'any user of the app' : 'any signed-in user';
}

/** Whether the rows of a backend read, or some fields of them all, go back to the caller of the function. */
export function handsOutRows({ result: { responded } }: EntityCall): boolean {
  return responded === 'whole' || responded === 'projected';
}

/** The checks of the caller that a function makes, none of which is enough. */
export function callerEvidence({ caller }: EntityCall): readonly Evidence[] {
  return caller.places.map((place) => ({ ...place, note: 'checks that the caller is signed in, nothing more' }));
}
