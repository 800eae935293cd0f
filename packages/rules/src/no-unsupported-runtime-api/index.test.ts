import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { packageName } from './host.js';
import { rule } from './index.js';

const backend = (body: string, imports = ''): Sample => ({
  file: 'base44/functions/report/entry.ts',
  code: `${imports}\nDeno.serve(async (req: Request) => {\n  ${body}\n  return new Response('ok');\n});`,
});

describe('what the host does not have', () => {
  test('is drawn at the first call', () => {
    const body = "const text = await Deno.readTextFile('./template.html');\n  await Deno.readTextFile('./other.html');";
    expect(squiggled(rule, backend(body))).toMatchInlineSnapshot(`
      "  3 |   const text = await Deno.readTextFile('./template.html');
          |                      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/likely \`Deno.readTextFile\` needs a file system, which backend functions do not have, so this function fails when it gets here.
          advice: Keep data in an entity or upload it (\`UploadPrivateFile\`), and ship fixed texts as modules that are imported.
          evidence: base44/functions/report/entry.ts: needs it too"
    `);
  });

  test('is told once for all that need it, and once for each other thing', () => {
    const body =
      "await Deno.writeFile('/tmp/a', bytes);\n  await Deno.readFile('/tmp/a');\n  await Deno.remove('/tmp/a');\n  new Deno.Command('ls');";
    const found = run(rule, backend(body));
    expect(found.map(({ message }) => message.split(' ', 1)[0])).toEqual(['`Deno.writeFile`', '`Deno.Command`']);
    expect(found[0]?.evidence).toHaveLength(2);
  });

  test('is drawn at the import', () => {
    expect(squiggled(rule, backend('', "import puppeteer from 'npm:puppeteer@22.0.0';"))).toMatchInlineSnapshot(`
      "  1 | import puppeteer from 'npm:puppeteer@22.0.0';
          | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/likely \`puppeteer\` drives a browser program, which backend functions cannot start, so this function fails when it gets here.
          advice: Use a rendering service over HTTP, or make the PDF or picture with a library that draws by itself, such as \`npm:pdf-lib\`."
    `);
  });

  test.each([
    ['writing a file', "await Deno.writeFile('/tmp/a.pdf', bytes);"],
    ['a process', "new Deno.Command('ffmpeg');"],
    ['ending the process', 'Deno.exit(1);'],
  ])('%s is certain', (_, body) =>
    expect(run(rule, backend(body))).toMatchObject([{ severity: 'medium', confidence: 'likely' }]),
  );

  test.each([
    ['name servers', "await Deno.resolveDns('shop.com', 'MX');"],
    ['a schedule in code', "Deno.cron('daily', '0 0 * * *', () => {});"],
    ['memory', 'Deno.memoryUsage();'],
  ])('%s may work', (_, body) =>
    expect(run(rule, backend(body))).toMatchObject([{ severity: 'low', confidence: 'possible' }]),
  );

  test.each([
    ["import { readFile } from 'node:fs/promises';", 'medium'],
    ["import fs from 'fs';", 'medium'],
    ["import { exec } from 'node:child_process';", 'medium'],
    ["import sharp from 'https://esm.sh/sharp@0.33.0';", 'medium'],
    ["import html2canvas from 'npm:html2canvas';", 'medium'],
    ["const { default: canvas } = await import('npm:canvas@2');", 'medium'],
    ["import net from 'node:net';", 'low'],
  ])('%s', (line, severity) => expect(run(rule, backend('', line))).toMatchObject([{ severity }]));

  test('in JavaScript and in shared modules', () => {
    const code = "export const load = () => Deno.readFile('a');";
    expect(run(rule, { file: 'base44/shared/load.js', code })).toHaveLength(1);
  });
});

describe('silent', () => {
  test.each([
    ['what every host has', "const key = Deno.env.get('KEY');"],
    ['a socket, which no-websocket reports', 'const { socket } = Deno.upgradeWebSocket(req);'],
    ['a property of another object', "await storage.readFile('a');"],
  ])('%s', (_, body) => expectClean(rule, backend(body)));

  test.each([
    ["import { createHash } from 'node:crypto';"],
    ["import { Buffer } from 'node:buffer';"],
    ["import { PDFDocument } from 'npm:pdf-lib@1';"],
    ["import type { Page } from 'npm:puppeteer@22.0.0';"],
    ["import { sharp } from './sharp.ts';"],
  ])('%s', (line) => expectClean(rule, backend('', line)));

  test('browser code and scripts', () => {
    expectClean(rule, { file: 'src/lib/shot.js', code: "import html2canvas from 'html2canvas';" });
    expectClean(rule, { file: 'scripts/seed.ts', code: "import fs from 'node:fs';" });
  });

  test('what the options allow', () => {
    const sample = backend("await Deno.resolveDns('a.b', 'MX');", "import sharp from 'npm:sharp';");
    expect(run(rule, sample)).toHaveLength(2);
    expectClean(rule, { ...sample, options: { allow: ['resolveDns', 'sharp'] } });
  });
});

describe('the sentence', () => {
  const told = (sample: Sample) =>
    run(rule, sample).map(({ severity, message, advice }) => [severity, message, advice]);
  const disk =
    'Keep data in an entity or upload it (`UploadPrivateFile`), and ship fixed texts as modules that are imported.';
  const process = 'Call a service of your own that does this work, or end the request with a `Response`.';
  const http =
    'Use `fetch` with a service that answers over HTTP, and a workflow or automation in place of a schedule in code.';
  const web = 'Use what the web platform has instead, and try it on the deployed function.';
  const fails = 'so this function fails when it gets here.';
  const mayFail = 'so this function may fail when it gets here.';

  test.each<readonly [name: string, severity: string, why: string, advice: string]>([
    ...['writeTextFile', 'openSync', 'createSync', 'mkdir', 'rename', 'copyFile', 'lstat', 'makeTempDir', 'cwd'].map(
      (name) => [name, 'medium', `needs a file system, which backend functions do not have, ${fails}`, disk] as const,
    ),
    ...['run', 'kill', 'exit', 'execPath', 'addSignalListener', 'removeSignalListener'].map(
      (name) =>
        [name, 'medium', `starts or ends a process, which backend functions cannot, ${fails}`, process] as const,
    ),
    ...['listen', 'listenTls', 'connect', 'openKv', 'createHttpClient', 'dlopen'].map(
      (name) =>
        [
          name,
          'low',
          `goes past HTTP, which is all that the host of backend functions is documented for, ${mayFail}`,
          http,
        ] as const,
    ),
    [
      'inspect',
      'low',
      `is not among what the host of backend functions is documented to offer (\`Deno.serve\` and \`Deno.env\`), ${mayFail}`,
      web,
    ],
  ])('Deno.%s', (name, severity, why, advice) => {
    expect(told(backend(`Deno.${name}('a');`))).toEqual([[severity, `\`Deno.${name}\` ${why}`, advice]]);
  });

  test.each(['serve', 'test', 'serveHttp', 'env.get'])('Deno.%s is offered', (name) =>
    expectClean(rule, backend(`Deno.${name}('a');`)),
  );

  test.each([
    ['node:fs', 'medium', `needs a file system, which backend functions do not have, ${fails}`, disk],
    ['worker_threads', 'medium', `starts or ends a process, which backend functions cannot, ${fails}`, process],
    ['cluster', 'medium', `starts or ends a process, which backend functions cannot, ${fails}`, process],
    [
      'node:tls',
      'low',
      `goes past HTTP, which is all that the host of backend functions is documented for, ${mayFail}`,
      http,
    ],
    [
      'npm:playwright@1',
      'medium',
      `drives a browser program, which backend functions cannot start, ${fails}`,
      'Use a rendering service over HTTP, or make the PDF or picture with a library that draws by itself, such as `npm:pdf-lib`.',
    ],
    [
      'npm:bcrypt',
      'medium',
      `is built on native code, which backend functions cannot load, ${fails}`,
      'Use a library in plain JavaScript or WebAssembly (`npm:bcryptjs`, `npm:jimp`, `npm:@resvg/resvg-wasm`), or a service over HTTP.',
    ],
    [
      'npm:html2pdf.js',
      'medium',
      `draws with the page of a browser, which backend functions do not have, ${fails}`,
      'Do this in the browser, or use a library that draws by itself, such as `npm:pdf-lib`.',
    ],
  ])('%s', (from, severity, why, advice) => {
    const name = from.replace(/^npm:/, '').replace(/@\d+$/, '');
    expect(told(backend('', `import a from '${from}';`))).toEqual([[severity, `\`${name}\` ${why}`, advice]]);
  });

  test.each(['npm:bcryptjs', 'npm:puppeteer-like', 'fs-extra', 'node:fsx', 'npm:@react-pdf/renderer', 'jsr:@std/path'])(
    '%s works',
    (from) => expectClean(rule, backend('', `import a from '${from}';`)),
  );

  test('a module is told once, and each other one', () => {
    const lines = "import a from 'npm:sharp';\nimport b from 'npm:sharp@0.33';\nimport c from 'npm:canvas';";
    expect(told(backend('', lines))).toHaveLength(2);
  });

  test('five more places are too many to show', () => {
    const [finding] = run(rule, backend("Deno.readFile('a');".repeat(7)));
    expect(finding!.evidence).toHaveLength(4);
    expect(finding!.evidence[0]).toMatchObject({ file: 'base44/functions/report/entry.ts', note: 'needs it too' });
  });

  test('two members that only may fail are two findings', () => {
    expect(told(backend('Deno.inspect(1);\n  Deno.memoryUsage();\n  Deno.inspect(2);'))).toHaveLength(2);
  });
});

test.each([
  ['npm:sharp@0.33', 'sharp'],
  ['npm:@scope/name@1/sub', '@scope/name'],
  ['https://esm.sh/sharp@0.33?target=deno', 'sharp'],
  ['sharp', 'sharp'],
  ['./sharp.ts', null],
  ['https://deno.land/x/zod/mod.ts', null],
  ['http://esm.sh/sharp@1', 'sharp'],
  ['https://cdn.jsdelivr.net/npm/@scope/name@1/+esm', '@scope/name'],
  ['npm:/sharp', 'sharp'],
  ['npm://sharp', 'sharp'],
  ['my-npm:sharp', 'my-npm:sharp'],
  ['http://example.org/sharp', null],
  ['node:fs', null],
  ['@/lib/sharp', null],
])('package of %s', (from, name) => expect(packageName(from)).toBe(name));
