import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled } from '../testing/index.js';
import { rule } from './index.js';

const browser = (code: string, sdk?: string) => ({ file: 'src/hooks/useLive.ts', code, ...(sdk && { sdk }) });
const backend = (code: string) => ({ file: 'base44/functions/live/entry.ts', code });

const sdkImport = "import { base44 } from '@/api/base44Client';\n";
const endpoint = `${sdkImport}const url = new URL(base44.functions.getEndpoint('live'));\nurl.protocol = 'wss:';\n`;
const ownClient = 'export const base44 = { entities: {}, auth: {} };\n';

describe('browser code', () => {
  test("a WebSocket to the app's own backend is drawn with its advice", () => {
    expect(squiggled(rule, browser("export const socket = new WebSocket('/functions/live');", '0.8.43')))
      .toMatchInlineSnapshot(`
      "  1 | export const socket = new WebSocket('/functions/live');
          |                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/likely This connection to the app's own backend never stays open, because backend functions answer single requests.
          advice: Use \`base44.entities.X.subscribe(callback)\` for changes of records, an actor (\`base44/actors/<Name>/entry.ts\`) for messages between users, and \`base44.functions.fetch('name')\` for a streamed answer.
          evidence: package.json: names @base44/sdk 0.8.43"
    `);
  });

  test('an older SDK is told which versions bring the replacements', () => {
    const [finding] = run(rule, browser("new EventSource('/api/feed');", '0.8.6'));
    expect(finding).toMatchObject({ severity: 'high' });
    expect(finding!.advice).toContain('`base44.entities.X.subscribe(callback)` (from SDK 0.8.16, this app has 0.8.6)');
  });

  test.each([
    ['own host', "new WebSocket('wss://shop.base44.app/live')", 'high', 'likely'],
    ['template behind an own path', 'new WebSocket(`/functions/live?room=${id}`)', 'high', 'likely'],
    ['outside host', "new WebSocket('wss://stream.exchange.com/ticker')", 'low', 'certain'],
    ['local host', "new WebSocket('ws://localhost:8080')", 'low', 'likely'],
    ['address from the environment', 'new WebSocket(import.meta.env.VITE_LIVE_URL)', 'medium', 'possible'],
    ['host that is not literal', 'new WebSocket(`wss://${host}/live`)', 'medium', 'possible'],
    ['endpoint of a function', `${endpoint}new WebSocket(url)`, 'high', 'likely'],
    ['endpoint as text', `${endpoint}new WebSocket(url.toString())`, 'high', 'likely'],
    ['endpoint as href', `${endpoint}new WebSocket(url.href)`, 'high', 'likely'],
    [
      'endpoint with another scheme',
      `${sdkImport}new WebSocket(base44.functions.getEndpoint('live').replace('https', 'wss'))`,
      'high',
      'likely',
    ],
    ['text of something else', 'new WebSocket(settings.url.toString())', 'medium', 'possible'],
    ['a client of its own', `${ownClient}new WebSocket(address)`, 'low', 'possible'],
    ['member of window', "new window.WebSocket('/live')", 'high', 'likely'],
  ])('%s: severity follows the address', (_, code, severity, confidence) => {
    expect(run(rule, browser(`${code};`))).toMatchObject([{ severity, confidence }]);
  });

  test('socket.io is reported where it is connected', () => {
    const code = "import { io } from 'socket.io-client';\nexport const socket = io('https://my-app.base44.app');";
    const [finding] = run(rule, browser(code));
    expect(code.slice(finding!.span.start, finding!.span.end)).toBe("io('https://my-app.base44.app')");
  });

  test('an allowed host is clean', () => {
    const options = { allowedHosts: ['stream.exchange.com'] };
    expectClean(rule, { ...browser("new WebSocket('wss://stream.exchange.com/ticker');"), options });
  });
});

describe('backend functions', () => {
  test('an upgrade is drawn', () => {
    expect(squiggled(rule, backend('Deno.serve((req) => Deno.upgradeWebSocket(req).response);')))
      .toMatchInlineSnapshot(`
      "  1 | Deno.serve((req) => Deno.upgradeWebSocket(req).response);
          |                     ^~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/certain Clients of this connection are cut off or never connected, because a backend function answers one request and then ends.
          advice: Use \`base44.entities.X.subscribe(callback)\` for changes of records, an actor (\`base44/actors/<Name>/entry.ts\`) (from SDK 0.8.41, this app has 0.8.31) for messages between users, and \`base44.functions.fetch('name')\` for a streamed answer. Keep a connection to another service on a server of your own."
    `);
  });

  test('a WebSocket server is reported', () => {
    const code = "import { WebSocketServer } from 'npm:ws';\nconst server = new WebSocketServer({ port: 80 });";
    expect(run(rule, backend(code))).toMatchObject([{ severity: 'high' }]);
  });

  test.each([
    ['a socket.io server', "import { Server } from 'npm:socket.io';\nnew Server();", 'high', 'likely'],
    [
      'a client with its address',
      "import WebSocket from 'npm:ws';\nnew WebSocket('wss://api.example.org');",
      'low',
      'likely',
    ],
    [
      'a socket.io client',
      "import { io } from 'npm:socket.io-client';\nio('https://api.example.org');",
      'low',
      'likely',
    ],
    ['an address from the environment', "new WebSocket(Deno.env.get('LIVE_URL'));", 'medium', 'possible'],
    ['an address on this machine', "new WebSocket('ws://localhost:8080');", 'low', 'likely'],
    ['an address of the app', "new WebSocket('wss://shop.base44.app/live');", 'low', 'likely'],
    [
      'an address of the environment for a client of a library',
      "import WebSocket from 'npm:ws';\nnew WebSocket(Deno.env.get('LIVE_URL'));",
      'medium',
      'possible',
    ],
  ])('%s in a function', (_, code, severity, confidence) => {
    expect(run(rule, backend(code))).toMatchObject([{ severity, confidence }]);
  });

  test('an event stream whose callers are not in sight is low, once for its file, and names functions.fetch', () => {
    const code =
      "Deno.serve(() => new Response(new ReadableStream(), { headers: { 'Content-Type': 'text/event-stream' } }));";
    const [finding, ...others] = run(rule, backend(`${code}\n${code}`));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'low', confidence: 'possible' });
    expect(finding!.advice).toContain('base44.functions.fetch');
  });

  test('a connection to another service is low, because it works for one request', () => {
    expect(run(rule, backend("new WebSocket('wss://api.openai.com/v1/realtime');"))).toMatchObject([
      { severity: 'low' },
    ]);
  });
});

describe('the sentence', () => {
  const only = (sample: { file: string; code: string }) => {
    const [finding, ...others] = run(rule, sample);
    expect(others).toEqual([]);
    return finding!;
  };

  test.each([
    [
      browser("new WebSocket('wss://Stream.exchange.com/ticker');"),
      'The browser connects to stream.exchange.com, a server outside Base44 whose availability and access rules this app does not control.',
    ],
    [
      browser("new WebSocket('ws://127.0.0.1:8080');"),
      "This connection works on the developer's machine only, because its address is local.",
    ],
    [
      browser('new WebSocket(address);'),
      "If this connection goes to the app's own backend it never stays open, because backend functions answer single requests.",
    ],
    [
      browser(`${ownClient}new WebSocket(address);`),
      "This connection needs this app's own server, which Base44 does not run.",
    ],
    [
      backend("new WebSocket('wss://api.example.org');"),
      'This connection lasts no longer than the request that opened it, because a backend function answers one request and then ends.',
    ],
    [
      backend("Deno.serve(() => new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }));"),
      'Callers through `functions.invoke` get this event stream only when it has ended, because that call waits for the whole answer.',
    ],
  ])('%#', (sample, message) => expect(only(sample).message).toBe(message));

  test('of a stream says how to read it', () => {
    const code = "Deno.serve(() => new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }));";
    expect(only(backend(code)).advice).toBe(
      "Read the stream in the browser with `base44.functions.fetch('name')`, or answer with the finished result.",
    );
  });

  test('names all replacements with their versions where none is there yet', () => {
    expect(only(browser("new WebSocket('/live');", '0.8.6')).advice).toMatch(
      /^Use `base44\.entities\.X\.subscribe\(callback\)` \(from SDK 0\.8\.16, this app has 0\.8\.6\) for changes of records, an actor \(`base44\/actors\/<Name>\/entry\.ts`\) \(from SDK 0\.8\.41, this app has 0\.8\.6\) for messages between users, and `base44\.functions\.fetch\('name'\)`(?: \(from SDK [\d.]+, this app has 0\.8\.6\))? for a streamed answer\.$/,
    );
  });

  test('names no version of the app where nobody knows it', () => {
    const app = { sdk: { version: null, source: 'none' } } as const;
    expect(only({ ...browser("new WebSocket('/live');"), app } as { file: string; code: string })).toMatchObject({
      advice: expect.stringContaining(
        '`base44.entities.X.subscribe(callback)` (from SDK 0.8.16) for changes',
      ) as string,
      evidence: [],
    });
  });

  test('another host than the allowed one is reported', () => {
    const options = { allowedHosts: ['exchange.com'] };
    expect(run(rule, { ...browser("new WebSocket('wss://stream.exchange.com/ticker');"), options })).toHaveLength(1);
    expect(run(rule, { ...browser("new WebSocket('/live');"), options: { allowedHosts: ['live'] } })).toHaveLength(1);
  });

  test('functions have no version of the browser as evidence', () => {
    expect(only(backend("new WebSocket('wss://api.example.org');")).evidence).toEqual([]);
  });
});

describe('look-alikes stay clean', () => {
  test.each([
    ['a class of the same name', browser('class WebSocket {}\nnew WebSocket();')],
    [
      'Supabase channels',
      browser("import { supabase } from '@/lib/supabase';\nsupabase.channel('x').on('y', f).subscribe();"),
    ],
    ['push notifications', browser('registration.pushManager.subscribe({ userVisibleOnly: true });')],
    ['text about it', browser("export const text = 'We use a WebSocket for that';")],
    ['a type import', browser("import type { WebSocket } from 'ws';\nexport type S = WebSocket;")],
    [
      'a subscription to records',
      browser("import { base44 } from '@/api/base44Client';\nbase44.entities.Task.subscribe(() => {});"),
    ],
    [
      'a server of its own',
      { file: 'server/index.js', code: "import { WebSocketServer } from 'ws';\nnew WebSocketServer({ port: 1 });" },
    ],
    ['a test', { file: 'src/live.test.ts', code: "new WebSocket('/live');" }],
  ])('%s', (_, sample) => expectClean(rule, sample));
});
