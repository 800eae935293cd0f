import { wordsOf, type FileView, type Place } from '@base44-lint/model';
import type { ReadinessInput } from '../input.js';
import { counted } from '../../../counted.js';
import { named, ofRules, open, type Check, type Verdict } from './item.js';

const renders =
  /(?:^|\/)(?:entry-server\.[jt]sx?|routeTree\.gen\.ts|src\/routes\/__root\.[jt]sx?|(?:next|astro|gatsby|nuxt)\.config\.[cm]?[jt]s)$/;

export const renderedMarketingPages: Check = (input) => {
  const findings = ofRules(input, 'client-rendered-public-pages');
  if (open(findings).length > 0)
    return { state: 'missing', reason: 'Public pages exist only once the browser has run the code.', findings };
  const files = input.files.filter((file) => renders.test(file));
  if (files.length > 0)
    return { state: 'done', reason: 'The app renders on a server.', seen: named(files, 'the file') };
  const isPrivate = input.app.visibility === 'private' || input.app.visibility === 'workspace';
  return {
    state: 'not-visible',
    reason: isPrivate
      ? 'The app is not public, so it may have no marketing pages to render.'
      : 'No page is named like one of marketing, and a proxy outside leaves no trace in the repository.',
    findings,
  };
};

interface AiCall {
  readonly view: FileView;
  readonly place: Place;
  readonly what: string;
}

/** Calls of a model, by the platform or with a key of the owner. */
function aiCalls({ views, app }: ReadinessInput): readonly AiCall[] {
  return views
    .filter(({ zone, file }) => zone !== 'other' && !app.unimported?.includes(file))
    .flatMap((view) => [
      ...view.sdkCalls
        .filter(
          ({ member, origin }) => origin !== 'shim' && /^integrations\.Core\.(?:InvokeLLM|Generate\w+)$/.test(member),
        )
        .map(({ member, span }) => ({
          view,
          what: member.slice('integrations.Core.'.length),
          place: { file: view.file, ...span },
        })),
      ...view.outside
        .filter(({ kind }) => kind === 'llm')
        .map(({ service, span }) => ({ view, what: service ?? 'a model', place: { file: view.file, ...span } })),
    ]);
}

const limiting =
  /rate[-_ ]?limit|too many requests|\bquota|\bthrottl|limit (?:reached|exceeded)|limite? (?:atteinte|erreicht)|\b429\b/i;

export const aiRateLimits: Check = (input) => {
  const calls = aiCalls(input);
  const findings = ofRules(input, 'no-repeated-paid-call').filter(({ severity }) => severity !== 'info');
  if (calls.length === 0) return { state: 'not-visible', reason: 'No call of a model was seen in the code.', findings };
  const direct = calls.filter(({ view }) => view.zone === 'frontend');
  if (direct.length > 0)
    return {
      state: 'missing',
      reason: `${counted(direct.length, 'call')} of a model ${direct.length === 1 ? 'goes' : 'go'} straight from the browser, where no limit can hold.`,
      seen: direct.map(seenAt),
      findings,
    };
  const free = calls.filter(({ view }) => !limiting.test(view.text));
  if (free.length > 0)
    return {
      state: 'missing',
      reason: `${counted(free.length, 'call')} of a model in backend code that speaks of no limit.`,
      seen: free.map(seenAt),
      findings,
    };
  return {
    state: 'done',
    reason: 'Every backend file that calls a model speaks of a limit; whether it holds was not tried.',
    seen: calls.map(seenAt),
    findings,
  };
};

function seenAt({ what, place }: AiCall) {
  return { note: `calls ${what}`, place };
}

const capWords =
  /\b(?:quotas?|usage limits?|rate limits?|(?:monthly|daily|max|plan) (?:\w+ )?limits?|limits? (?:per|used)|allowances?)\b/;

/** An entity or field that counts what a user may have. Whether the server keeps to it was not judged, so it is no proof. */
export const userCaps: Check = (input) => {
  const direct = aiCalls(input).filter(({ view }) => view.zone === 'frontend');
  const seen: NonNullable<Verdict['seen']> = Object.values(input.app.entities).flatMap(({ name: entity, fields }) => {
    const words = wordsOf(entity).join(' ');
    const field =
      fields.find(({ name }) => capWords.test(wordsOf(name).join(' '))) ??
      (capWords.test(words) ? fields[0] : undefined);
    return field ? [{ note: `\`${entity}.${field.name}\``, place: field.place }] : [];
  });
  if (direct.length > 0)
    return {
      state: 'missing',
      reason: `${counted(direct.length, 'paid call')} ${direct.length === 1 ? 'goes' : 'go'} straight from the browser, where no limit of a user can hold.`,
      seen: direct.map(seenAt),
    };
  return seen.length > 0
    ? {
        state: 'not-visible',
        reason: 'Fields are named like limits; whether the server keeps to them was not judged.',
        seen,
      }
    : {
        state: 'not-visible',
        reason: 'No field is named like a limit of a user, and no paid call leaves the browser.',
      };
};

const database =
  /^(?:npm:|jsr:|https?:\/\/[^/]+\/)?(?:@?pg|postgres|postgresjs|@neondatabase\/serverless|@vercel\/postgres|@supabase\/supabase-js|drizzle-orm|@prisma\/client)(?:$|[@/])/;

export const standbyReplica: Check = (input) => {
  const copying = input.views.filter(
    ({ zone, imports, outside }) =>
      (zone === 'function' || zone === 'shared') &&
      (imports.some(({ from }) => database.test(from)) || outside.some(({ service }) => service === 'Supabase')),
  );
  const findings = ofRules(input, 'require-data-export');
  if (copying.length > 0)
    return {
      state: 'not-visible',
      reason: 'Backend code talks to a Postgres of its own; whether all data is copied there was not judged.',
      seen: copying.slice(0, 5).map(({ file }) => ({ note: `talks to a database in ${file}`, place: null })),
      findings,
    };
  return open(findings).some(({ severity }) => severity !== 'info')
    ? { state: 'missing', reason: 'No code of the app takes its data out.', findings }
    : { state: 'not-visible', reason: 'No code copies the data to a database outside; a job elsewhere may.', findings };
};
