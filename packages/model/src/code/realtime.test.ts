import { describe, expect, test } from 'vitest';
import { BACKEND, FRONTEND, viewOf } from './testing/view.js';

const uses = (code: string, file = FRONTEND) =>
  viewOf(code, file).realtime.map(({ kind, url, span }) => [kind, url, code.slice(span.start, span.end)]);
const urls = (argument: string, before = '') =>
  viewOf(`${before}\nnew WebSocket(${argument});`, FRONTEND).realtime.map(({ url }) => url);

describe('connections', () => {
  test.each([
    ["new WebSocket('/live');", ['websocket', '/live', "new WebSocket('/live')"]],
    ["new EventSource('/live');", ['eventsource', '/live', "new EventSource('/live')"]],
    ["new self.EventSource('/live');", ['eventsource', '/live', "new self.EventSource('/live')"]],
    ['new globalThis.WebSocket(url);', ['websocket', null, 'new globalThis.WebSocket(url)']],
    ['Deno.upgradeWebSocket(req);', ['upgrade', null, 'Deno.upgradeWebSocket(req)']],
    ["import ws from 'ws';\nnew ws('wss://a.example');", ['websocket', 'wss://a.example', "new ws('wss://a.example')"]],
    ["import { WebSocket } from 'npm:ws@8';\nnew WebSocket(url);", ['websocket', null, 'new WebSocket(url)']],
    ["import { WebSocketServer } from 'ws';\nnew WebSocketServer({});", ['ws', null, 'new WebSocketServer({})']],
    ["import ws from 'ws';\nnew ws();", ['ws', null, 'new ws()']],
    ["import ws from 'ws';\nnew ws.Server({});", ['ws', null, 'new ws.Server({})']],
    ["import { io } from 'https://esm.sh/socket.io-client@4';\nio('/');", ['socket-io', '/', "io('/')"]],
    ["import PartySocket from 'partysocket';\nnew PartySocket({});", ['websocket', null, 'new PartySocket({})']],
    ["import SockJS from 'sockjs-client';\nSockJS('/live');", ['websocket', '/live', "SockJS('/live')"]],
    [
      "import { fetchEventSource } from '@microsoft/fetch-event-source';\nfetchEventSource('/live');",
      ['eventsource', '/live', "fetchEventSource('/live')"],
    ],
  ])('%s', (code, expected) => expect(uses(code)).toEqual([expected]));

  test('an import alone counts, unless a call of the library was seen', () => {
    expect(uses("import 'socket.io-client';")).toEqual([['socket-io', null, "import 'socket.io-client';"]]);
    expect(uses("import { io } from 'socket.io-client';\nio('/');")).toHaveLength(1);
    expect(uses("import ws from 'ws';\nnew ws('wss://a.example');")).toHaveLength(1);
    expect(uses("import type { Socket } from 'socket.io-client';")).toEqual([]);
  });

  test.each([
    'WebSocket(url);',
    'EventSource(url);',
    'new app.WebSocket(url);',
    'class WebSocket {}\nnew WebSocket(url);',
    "import { WebSocket } from './own';\nnew WebSocket(url);",
    "import a from 'wsx';\na(url);",
    "import a from 'my-socket.io';\na(url);",
    'upgradeWebSocket(req);',
  ])('not %s', (code) => expect(uses(code)).toEqual([]));

  test('they come in the order of the code', () => {
    const code = "import 'socket.io-client';\nnew WebSocket('/b');\nnew EventSource('/a');";
    expect(uses(code).map(([kind]) => kind)).toEqual(['socket-io', 'websocket', 'eventsource']);
  });
});

describe('the start of an address', () => {
  test.each([
    ["'/live'", '/live'],
    ['`/live/${room}`', '/live/'],
    ['`${base}/live`', null],
    ["`wss://${'a.example'}/x`", 'wss://a.example/x'],
    ["new URL('/live', base)", '/live'],
    ["new URL('/live', base).href", '/live'],
    ["new URL('/live', base).host", null],
    ["'/live'.replace('a', 'b').trim()", '/live'],
    ["'/live'.slice(1)", null],
    ["on ? '/live' : '/other'", '/live'],
    ['42', null],
    ['', null],
    ['url()', null],
  ])('%s', (argument, url) => expect(urls(argument)).toEqual([url]));

  test.each([
    ["base44.functions.getEndpoint('live')", '/functions/live'],
    ["base44.functions.getEndpoint('/live')", '/functions/live'],
    ['base44.functions.getEndpoint(name)', '/functions/'],
    ['base44.functions.getEndpoint()', '/functions/'],
    ["base44.auth.getEndpoint('live')", null],
  ])('%s', (argument, url) => {
    expect(urls(argument, "import { base44 } from '@/api/base44Client';")).toEqual([url]);
  });
});

describe('event streams', () => {
  const stream = (code: string, file = BACKEND) => uses(code, file).filter(([kind]) => kind === 'event-stream').length;

  test.each([
    ["new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });", 1],
    ["headers.set('Content-Type', 'text/event-stream; charset=utf-8');", 1],
    ["headers.append('Content-Type', 'text/event-stream');", 1],
    ["const type = 'text/event-stream';", 1],
    ["fetch(url, { headers: { Accept: 'text/event-stream' } });", 0],
    ["if (type === 'text/event-stream') read();", 0],
    ["type.includes('text/event-stream');", 0],
    ["const type = 'text/event-streams';", 0],
  ])('%s', (code, count) => expect(stream(code)).toBe(count));

  test('a page answers nobody', () => {
    expect(stream("const type = 'text/event-stream';", FRONTEND)).toBe(0);
  });
});

describe('a client of the app’s own', () => {
  const elsewhere = (before: string) =>
    viewOf(`${before}\nnew WebSocket(url);`, FRONTEND).realtime[0]!.elsewhere !== null;

  test.each([
    ['export const base44 = { entities: {}, auth: {} };', true],
    ['export const base44 = { entities: {}, functions: {} };', true],
    ['export const base44 = { entities: {}, integrations: {} };', true],
    ['export const base44 = { entities: {} };', false],
    ['export const base44 = { auth: {}, functions: {} };', false],
    ['const base44 = { entities: {}, auth: {} };', false],
    ["import { createClient } from '@base44/sdk';\nexport const base44 = { entities: {}, auth: {} };", false],
    [
      "import { createClient } from 'npm:@base44/sdk@0.8.31';\nexport const base44 = { entities: {}, auth: {} };",
      false,
    ],
    ["import a from '@base44/sdk-like';\nexport const base44 = { entities: {}, auth: {} };", true],
  ])('%s', (before, expected) => expect(elsewhere(before)).toBe(expected));
});
