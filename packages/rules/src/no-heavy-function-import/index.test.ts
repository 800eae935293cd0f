import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const backend = (imports: string, file = 'base44/functions/report/entry.ts'): Sample => ({
  file,
  code: `${imports}\nDeno.serve(async () => new Response('ok'));`,
});

describe('a heavy package', () => {
  test('is drawn at its import', () => {
    expect(squiggled(rule, backend("import { google } from 'npm:googleapis@144.0.0';"))).toMatchInlineSnapshot(`
      "  1 | import { google } from 'npm:googleapis@144.0.0';
          | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] low/likely \`googleapis\` unpacks to 246 MB, so the first call after a pause waits until it is loaded, and the function comes near the limit of what can be deployed.
          advice: Import the one part that is used (\`npm:@googleapis/drive\`), or call the REST address with \`fetch\` and an access token."
    `);
  });

  test.each([
    ["import AWS from 'npm:aws-sdk';", 'low'],
    ["import ccxt from 'https://esm.sh/ccxt@4';", 'low'],
    ["const { google } = await import('npm:googleapis');", 'info'],
  ])('%s', (line, severity) => expect(run(rule, backend(line))).toMatchObject([{ severity }]));

  test('is reported once a file, also in shared modules and JavaScript', () => {
    const lines = "import { google } from 'npm:googleapis';\nimport * as all from 'npm:googleapis';";
    expect(run(rule, backend(lines, 'base44/shared/google.js'))).toHaveLength(1);
  });
});

test('a package that only one branch loads is told so', () => {
  const [finding] = run(rule, backend("const tf = await import('npm:@tensorflow/tfjs@4');"));
  expect(finding).toMatchObject({
    severity: 'info',
    confidence: 'likely',
    message:
      '`@tensorflow/tfjs` unpacks to 147 MB, so the first call after a pause waits until this branch has loaded it, and the function comes near the limit of what can be deployed.',
    advice: 'Let a service do this over HTTP.',
  });
});

test('several packages are several findings', () => {
  const lines =
    "import ccxt from 'npm:ccxt';\nimport AWS from 'npm:aws-sdk@2';\nimport type { A } from 'npm:googleapis';";
  expect(run(rule, backend(lines)).map(({ message }) => /^`(\S+)`/.exec(message)![1])).toEqual(['ccxt', 'aws-sdk']);
});

describe('silent', () => {
  test.each([
    ["import { drive } from 'npm:@googleapis/drive';"],
    ["import { S3Client } from 'npm:@aws-sdk/client-s3';"],
    ["import type { Auth } from 'npm:googleapis';"],
    ["import { jsPDF } from 'npm:jspdf@4';"],
    ["import { google } from './googleapis.ts';"],
  ])('%s', (line) => expectClean(rule, backend(line)));

  test('browser code', () => expectClean(rule, { file: 'src/lib/a.js', code: "import { google } from 'googleapis';" }));

  test('what the options allow', () => {
    expectClean(rule, { ...backend("import ccxt from 'npm:ccxt';"), options: { allow: ['ccxt'] } });
  });
});
