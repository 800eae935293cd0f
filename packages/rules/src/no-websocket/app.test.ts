import { recogniseText, viewFiles } from '@base44-lint/model';
import { expect, test } from 'vitest';
import { checkFile } from '../check.js';
import { appOf } from '../testing/sample.js';
import { rule } from './index.js';

const stream = `Deno.serve(() => new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }));`;
const sdk = "import { base44 } from '@/api/base44Client';\n";

/** Findings in one file of an app that is seen as a whole, as the scanner does. */
function find(file: string, files: Readonly<Record<string, string>>) {
  const app = appOf({ file, code: files[file]!, files });
  const inputs = Object.entries(files).map(([path, text]) => ({ facts: recogniseText(text, path), text }));
  const view = viewFiles(inputs, app, { resolveImport: () => null }).find((one) => one.file === file)!;
  return checkFile({ app, file: view, sdk: app.sdk, rules: [rule], settings: app.settings });
}

const answer = 'base44/functions/answer/entry.ts';
const page = 'src/pages/Chat.jsx';

test.each([
  ['invoked', "await base44.functions.invoke('answer', { text });", [['medium', 'likely']]],
  [
    'invoked through a helper',
    "const call = (name) => base44.functions.invoke(name); call('answer');",
    [['medium', 'likely']],
  ],
  ['opened by an EventSource', "new EventSource('/functions/answer');", [['medium', 'likely']]],
  ['only fetched by the client', "await base44.functions.fetch('/answer/more');", []],
  ['only fetched by its address', 'await fetch(`${base}/functions/answer?x=1`);', []],
  [
    'fetched and invoked',
    "base44.functions.fetch('answer'); base44.functions.invoke('answer');",
    [['medium', 'likely']],
  ],
  [
    'called by nobody in sight',
    "base44.functions.invoke('answerAll'); fetch('/functions/answers');",
    [['low', 'possible']],
  ],
])('a stream whose function is %s', (_, code, expected) => {
  const found = find(answer, { [answer]: stream, [page]: sdk + code });
  expect(found.map(({ severity, confidence }) => [severity, confidence])).toEqual(expected);
});

test('a stream names the place that waits for it', () => {
  const [finding] = find(answer, { [answer]: stream, [page]: `${sdk}base44.functions.invoke('answer');` });
  expect(finding!.evidence).toMatchObject([{ file: page }]);
});

test('an unknown address is hardly worth a word where the app serves sockets itself', () => {
  const client = 'src/lib/live.js';
  const code = 'export const socket = new WebSocket(url);';
  const server = "import { WebSocketServer } from 'ws';\nnew WebSocketServer({ port: 1 });";
  expect(find(client, { [client]: code, 'server/index.js': server })).toMatchObject([
    { severity: 'low', confidence: 'possible', evidence: [{ file: 'server/index.js' }] },
  ]);
  expect(find(client, { [client]: code, 'tests/live.test.js': server })).toMatchObject([{ severity: 'medium' }]);
  const own = "export const socket = new WebSocket('/functions/live');";
  expect(find(client, { [client]: own, 'server/index.js': server })).toMatchObject([{ severity: 'high' }]);
});

test.each([
  [
    'opened',
    "new EventSource('/functions/answer');",
    'The `EventSource` that reads this event stream loses it again and again, because a backend function answers one request and then ends.',
  ],
  [
    'invoked',
    "base44.functions.invoke('answer');",
    'Callers through `functions.invoke` get this event stream only when it has ended, because that call waits for the whole answer.',
  ],
])('a stream that is %s says so, with who reads it', (_, code, message) => {
  const [finding] = find(answer, { [answer]: stream, [page]: sdk + code });
  expect(finding!.message).toBe(message);
  expect(finding!.evidence).toMatchObject([{ file: page, note: 'reads the stream' }]);
});
