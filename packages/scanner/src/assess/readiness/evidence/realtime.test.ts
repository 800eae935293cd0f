import { describe, expect, it, test } from 'vitest';
import { client, readinessInput, type Content } from '../../../testing/readiness.js';
import { isMessage, realtime } from './realtime.js';

function evidenceIn(files: Content, unimported: readonly string[] = []): Record<string, number | null> {
  const input = readinessInput(files);
  const all = realtime({ ...input, app: { ...input.app, unimported } });
  return Object.fromEntries(all.map(({ kind, cap }) => [kind, cap]));
}

const page = (code: string, file = 'src/pages/Board.jsx'): Content => ({ [file]: `${client}${code}` });
const inEffect = (code: string): string =>
  `import { useEffect } from 'react';\nexport default function Board() { useEffect(() => { ${code} }, []); return null; }`;
const every = (ms: number, call = 'base44.entities.Order.list()'): string =>
  inEffect(`const timer = setInterval(() => { ${call}; }, ${ms}); return () => clearInterval(timer);`);

describe('level 0 or 1 at most', () => {
  test.each<[string, Content, Record<string, number>]>([
    ['a library for editing together', page("import * as Y from 'yjs';\nnew Y.Doc();"), { 'shared-editing': 0 }],
    ['a library for live messages', page("import Pusher from 'pusher-js';\nnew Pusher('k');"), { 'live-library': 1 }],
    [
      'messages that are followed',
      page(inEffect('return base44.entities.ChatMessage.subscribe(show);')),
      { 'live-messages': 1 },
    ],
    [
      'messages asked for every 3 seconds',
      page(every(3000, 'base44.entities.Message.filter({ room })')),
      { 'message-polling': 1 },
    ],
    [
      'a connection to a service',
      page(inEffect("new WebSocket('wss://stream.example.com/prices');")),
      { 'live-connection': 1 },
    ],
    ['an actor', { 'base44/actors/Room/entry.ts': 'export default class Room {}' }, { actors: 1 }],
  ])('%s', (_, files, expected) => {
    expect(evidenceIn(files)).toEqual(expected);
  });
});

describe('level 2 or 3 at most, by how often pages ask', () => {
  test.each([
    [1_000, { 'frequent-polling': 2 }],
    [10_000, { 'frequent-polling': 2 }],
    [10_001, { polling: 3 }],
    [60_000, { polling: 3 }],
    [60_001, {}],
    [300_000, {}],
  ] as const)('every %i ms', (ms, expected) => {
    expect(evidenceIn(page(every(ms)))).toEqual(expected);
  });

  test('records that are followed are not static', () => {
    expect(evidenceIn(page(inEffect('return base44.entities.Order.subscribe(show);')))).toEqual({ 'live-records': 3 });
  });
});

describe('nothing', () => {
  test.each<[string, Content]>([
    ['a clock', page(every(1000, 'setNow(Date.now())'))],
    ['a page that waits for a payment', page(every(2000), 'src/pages/OrderConfirmation.jsx')],
    ['settings that are looked at again', page(every(30_000, 'base44.entities.AppSettings.list()'))],
    ['the answer of an agent', page(every(2000, 'base44.entities.AgentConversation.list()'))],
    ['the state of a job', page(every(2000, 'base44.entities.TaskExecution.list()'))],
    ['a server on the own machine', page(inEffect("new WebSocket('ws://localhost:5173');"))],
    ['types of a library', page("import type { Doc } from 'yjs';", 'src/pages/Board.tsx')],
    ['a file of a library for tests', page("import * as Y from 'yjs';", 'src/pages/board.test.jsx')],
  ])('%s', (_, files) => {
    expect(evidenceIn(files)).toEqual({});
  });

  test('code that no other file imports', () => {
    const files = page(every(3000));
    expect(evidenceIn(files)).not.toEqual({});
    expect(evidenceIn(files, ['src/pages/Board.jsx'])).toEqual({});
  });
});

it('takes the voice of a model for a stream, not for news from others', () => {
  const files = page(inEffect("new WebSocket('wss://api.openai.com/v1/realtime');"));
  expect(evidenceIn(files)).toEqual({ stream: null });
});

test.each([
  ['ChatMessage', true],
  ['internalChat', true],
  ['MessageThread', true],
  ['Notification', true],
  ['NotificationTemplate', false],
  ['MessageRule', false],
  ['ChatSettings', false],
  ['AgentMessage', false],
  ['Order', false],
])('%s: people wait for its news: %s', (name, expected) => {
  expect(isMessage(name)).toBe(expected);
});
