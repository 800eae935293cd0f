import { wordsOf, type FileView, type RealtimeUse } from '@base44-lint/model';
import type { ReadinessInput } from '../input.js';
import { listed, when, type Evidence, type Seen, type Witness } from './evidence.js';
import { pollsOf } from './polling.js';

const criterion = 'realtime';

/** What the app does to show one person what another has changed. Code that nothing imports does not run. */
export const realtime: Witness = (input) => {
  const views = input.views.filter(({ file }) => !input.app.unimported?.includes(file));
  return [...libraries(views), ...connections(views), ...rooms(input), ...subscriptions(views), ...polling(views)];
};

const together =
  /^(?:yjs|y-websocket|y-webrtc|y-partykit|y-sweet|@y-sweet\/.+|@liveblocks\/(?:client|react|yjs|node)|@automerge\/.+|automerge|@hocuspocus\/.+|sharedb|@tldraw\/sync.*)$/;
const live =
  /^(?:pusher-js|pusher|ably(?:\/.*)?|stream-chat(?:-react)?|@sendbird\/.+|@livekit\/.+|livekit-client|agora-rtc-sdk-ng|agora-rtc-react|twilio-video|@daily-co\/.+|peerjs|simple-peer|partysocket|mqtt|socket\.io-client)$/;

function libraries(views: readonly FileView[]): readonly Evidence[] {
  const using = (names: RegExp): readonly Seen[] =>
    views
      .filter(({ zone }) => zone !== 'other')
      .flatMap(({ file, imports }) =>
        imports
          .filter(({ from, typeOnly }) => !typeOnly && names.test(from))
          .slice(0, 1)
          .map(({ from, start, end }) => ({ note: `imports \`${from}\``, place: { file, start, end } })),
      );
  return [
    ...when({
      criterion,
      kind: 'shared-editing',
      cap: 0,
      confidence: 'likely',
      reason: 'A library by which several people edit the same thing live is in use (level 0).',
      seen: using(together),
      rules: ['no-websocket'],
    }),
    ...when({
      criterion,
      kind: 'live-library',
      cap: 1,
      confidence: 'likely',
      reason: 'A library for messages, presence or calls in real time is in use (level 1).',
      seen: using(live),
      rules: ['no-websocket'],
    }),
  ];
}

/** Voices and answers of a model stream to one person; that is no update from another. */
const modelHost =
  /openai|anthropic|elevenlabs|deepgram|assemblyai|hume\.ai|generativelanguage|gemini|speechmatics|cartesia/i;
const localHost = /^wss?:\/\/(?:localhost|127\.|0\.0\.0\.0|\[::1\])/i;

function connections(views: readonly FileView[]): readonly Evidence[] {
  const uses = views
    .flatMap(({ realtime: all }) => all)
    .filter(({ zone, url }) => zone !== 'other' && !localHost.test(url ?? ''));
  const isLive = ({ kind, zone, url }: RealtimeUse): boolean =>
    kind === 'upgrade' ||
    (zone === 'frontend' && /^(?:websocket|socket-io|ws)$/.test(kind) && url !== null && !modelHost.test(url));
  const seen = (some: readonly RealtimeUse[]): readonly Seen[] =>
    some.map(({ file, span, kind, url }) => ({
      note: url === null ? kind : `${kind} to ${url}`,
      place: { file, ...span },
    }));
  return [
    ...when({
      criterion,
      kind: 'live-connection',
      cap: 1,
      confidence: 'likely',
      reason: 'The app opens a connection on which news arrive at once (level 1).',
      seen: seen(uses.filter(isLive)),
      rules: ['no-websocket'],
    }),
    ...when({
      criterion,
      kind: 'stream',
      cap: null,
      confidence: 'possible',
      reason:
        'The app opens a stream or a connection; whether it carries one answer or the changes of others cannot be seen.',
      seen: seen(uses.filter((use) => !isLive(use))),
      rules: ['no-websocket'],
    }),
  ];
}

/** Actors are rooms that hold state and connections of several people. */
function rooms({ app, files, views }: ReadinessInput): readonly Evidence[] {
  const { backend } = app;
  const entries = files.filter(
    (file) => backend !== undefined && file.startsWith(`${backend}/actors/`) && /\/entry\.[jt]s$/.test(file),
  );
  const calls = views
    .filter(({ zone }) => zone === 'frontend')
    .flatMap(({ sdkCalls }) => sdkCalls)
    .filter(({ member, origin }) => origin === 'sdk' && member.startsWith('actors.'));
  return when({
    criterion,
    kind: 'actors',
    cap: 1,
    confidence: 'likely',
    reason:
      'The app has actors, shared rooms that several people are connected to at once (level 1, or 0 if they edit together).',
    seen: [
      ...entries.map((file) => ({ note: `the actor ${file}`, place: null })),
      ...calls.map(({ file, span }) => ({ note: 'connects to an actor', place: { file, ...span } })),
    ],
    rules: [],
  });
}

const message =
  /(?:^| )(?:messages?|chats?|conversations?|notifications?|presence|dms?|cursors?)(?: (?:threads?|rooms?|feed))?$|(?:^| )typing(?: indicators?| status)?$/;

/** Names of entities and functions whose news people wait for. A `NotificationTemplate` is none, and an agent no person. */
export function isMessage(name: string): boolean {
  const words = wordsOf(name);
  return message.test(words.join(' ')) && !words.some((word) => /^(?:agent|ai|bot|assistant)$/.test(word));
}

function subscriptions(views: readonly FileView[]): readonly Evidence[] {
  const feeds = views
    .filter(({ zone }) => zone === 'frontend')
    .flatMap(({ entityCalls }) => entityCalls)
    .filter(({ method, origin }) => method === 'subscribe' && origin !== 'shim')
    .map(({ entity, file, span }) => {
      const name = entity.name ?? entity.candidates[0] ?? null;
      return { name, note: `follows ${name === null ? 'an entity' : `\`${name}\``}`, place: { file, ...span } };
    });
  const messages = feeds.filter(({ name }) => name !== null && isMessage(name));
  return [
    ...when({
      criterion,
      kind: 'live-messages',
      cap: 1,
      confidence: 'likely',
      reason: `Messages or notifications are followed live (${listed(messages.map(({ name }) => name!))}), as level 1 describes.`,
      seen: messages,
      rules: ['require-unsubscribe'],
    }),
    ...when({
      criterion,
      kind: 'live-records',
      cap: 3,
      confidence: 'likely',
      reason:
        'Records are followed live, so the content is not static; how soon changes must show is for the owner to say.',
      seen: feeds.filter((feed) => !messages.includes(feed)),
      rules: ['require-unsubscribe'],
    }),
  ];
}

function polling(views: readonly FileView[]): readonly Evidence[] {
  const polls = views.filter(({ zone }) => zone === 'frontend').flatMap(pollsOf);
  const seen = (test: (everyMs: number, messages: boolean) => boolean): readonly Seen[] =>
    polls
      .filter(({ everyMs, what }) => test(everyMs, what !== null && isMessage(what)))
      .map(({ everyMs, what, place }) => ({
        note: `asks for ${what ?? 'records'} every ${everyMs / 1000} s`,
        place,
      }));
  const rules = ['no-tight-polling', 'no-repeated-paid-call'];
  const base = { criterion, confidence: 'likely', rules } as const;
  return [
    ...when({
      ...base,
      kind: 'message-polling',
      cap: 1,
      reason: 'Messages or notifications are asked for every few seconds, which stands in for real time (level 1).',
      seen: seen((every, messages) => messages && every <= 5_000),
    }),
    ...when({
      ...base,
      kind: 'frequent-polling',
      cap: 2,
      reason: 'Open pages ask for news every ten seconds or more often (level 2).',
      seen: seen((every, messages) => every <= 10_000 && !(messages && every <= 5_000)),
    }),
    ...when({
      ...base,
      kind: 'polling',
      cap: 3,
      reason: 'Open pages ask for news every minute or more often (level 3).',
      seen: seen((every) => every > 10_000 && every <= 60_000),
    }),
  ];
}
