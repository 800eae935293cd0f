import { describe, expect, test } from 'vitest';
import { expectClean, run, runApp, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const handler = 'export default () => new Response();';
const files = {
  'base44/functions/sendReport/entry.ts': handler,
  'base44/functions/billing/charge/entry.ts': handler,
};
const page = (code: string, sample: Partial<Sample> = {}): Sample => ({
  file: 'src/pages/Reports.jsx',
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
  files,
  ...sample,
});
const scanned = (code: string, sample: Partial<Sample> = {}): Sample =>
  page(code, { ...sample, app: { used: { entities: [], functions: ['sendReport'] } } });

describe('a backend function that the export does not hold', () => {
  test('is drawn with the name that was meant', () => {
    expect(squiggled(rule, page("export const send = () => base44.functions.invoke('sendReports', {});")))
      .toMatchInlineSnapshot(`
      "  2 | export const send = () => base44.functions.invoke('sendReports', {});
          |                                                   ^~~~~~~~~~~~~ [1]

      [1] medium/likely The export holds no backend function \`sendReports\` but \`sendReport\`, so this call fails and what it should do never happens.
          advice: Call \`sendReport\` if that is what is meant; if \`sendReports\` exists on Base44, export the app again."
    `);
  });

  test('is drawn in a workflow', () => {
    const code = '{ "definition": { "do": [{ "run": { "with": { "function_name": "archive" } } }] } }';
    const app = { used: { entities: [], functions: [] } };
    expect(squiggled(rule, { file: 'base44/workflows/daily.jsonc', code, files, app })).toMatchInlineSnapshot(`
      "  1 | { "definition": { "do": [{ "run": { "with": { "function_name": "archive" } } }] } }
          |                                                                ^~~~~~~~~ [1]

      [1] medium/likely The export holds no backend function \`archive\`, so this call fails and what it should do never happens.
          advice: Write the function in \`base44/functions/archive/entry.ts\` or remove the call; if it exists on Base44, export the app again."
    `);
  });

  test.each([
    ['by invoke', "base44.functions.invoke('archive');"],
    ['of the service role', "base44.asServiceRole.functions.invoke('archive');"],
    ['by fetch', "base44.functions.fetch('/archive/today?x=1');"],
    ['through a constant', "const NAME = 'archive';\nbase44.functions.invoke(NAME);"],
    ['as one of two', "base44.functions.invoke(full ? 'sendReport' : 'archive');"],
    ['by a module of the plugin', "import { archive } from '@/functions/archive';\narchive();"],
    ['by the address of the app', 'fetch(`${server}/api/apps/${appId}/functions/archive`);'],
  ])('%s', (_, code) => {
    expect(run(rule, scanned(code))).toMatchObject([{ severity: 'medium', confidence: 'likely' }]);
  });

  test('in TypeScript', () => {
    const code = "const archive = (id: string) => (base44 as any).functions.invoke('archive', { id });";
    expect(run(rule, scanned(code, { file: 'src/lib/archive.ts' }))).toHaveLength(1);
  });

  test.each([
    ['in an editor', page("base44.functions.invoke('archive');")],
    ['by a path that another server may serve', scanned("fetch('/api/functions/archive');")],
    ['on another address of Base44', scanned("fetch('https://shop.base44.app/functions/archive');")],
    ['by a module that may be a file', page("import { sendReports } from '@/functions/sendReports';\nsendReports();")],
  ])('is only possible %s', (_, sample) => {
    expect(run(rule, sample)).toMatchObject([{ confidence: 'possible' }]);
  });

  test('is low where a folder is left out', () => {
    expect(run(rule, scanned("base44.functions.invoke('charge');"))).toMatchObject([
      {
        severity: 'low',
        confidence: 'possible',
        message: expect.stringContaining('`billing/charge`'),
        evidence: [{ file: 'base44/functions/billing/charge/entry.ts' }],
      },
    ]);
  });

  test('is an integration that has a call of its own', () => {
    const [finding] = run(rule, scanned("base44.functions.invoke('base44.integrations.Core.InvokeLLM', {});"));
    expect(finding?.advice).toContain('Call `base44.integrations.Core.InvokeLLM` itself');
  });

  test('is one finding in a scan, at its first use', () => {
    const call = "import { base44 } from '@/api/base44Client';\nbase44.functions.invoke('archive');\n";
    const workflow = { definition: { do: [{ run: { with: { function_name: 'archive' } } }] } };
    const more = { ...files, 'src/a.js': call, 'base44/workflows/daily.jsonc': workflow };
    const sample = scanned("fetch('/functions/archive');\nbase44.functions.invoke('archive');", { files: more });
    expect(runApp(rule, sample)).toMatchObject([
      {
        file: 'src/a.js',
        confidence: 'likely',
        message: expect.stringContaining('so calls of it (4 in 3 files) fail'),
        evidence: [
          { file: 'src/pages/Reports.jsx', note: 'calls `archive` too' },
          { file: 'base44/workflows/daily.jsonc' },
          { file: 'src/pages/Reports.jsx' },
        ],
      },
    ]);
  });

  test('is reported once a file', () => {
    const code = "base44.functions.invoke('archive');\nbase44.functions.invoke('archive');";
    expect(run(rule, scanned(code))).toHaveLength(1);
  });
});

describe('the sentence', () => {
  const only = (sample: Sample) => {
    const [finding, ...others] = run(rule, sample);
    expect(others).toEqual([]);
    return finding!;
  };

  test('without a close name asks to write or to remove', () => {
    expect(only(page("base44.functions.invoke('archive');"))).toMatchObject({
      message:
        'The export holds no backend function `archive`, so this call fails and what it should do never happens.',
      advice:
        'Write the function in `base44/functions/archive/entry.ts` or remove the call; if it exists on Base44, export the app again.',
      evidence: [],
      suggestions: [],
    });
  });

  test('counts the calls of one file', () => {
    const code = "base44.functions.invoke('archive');\nbase44.functions.invoke('archive');";
    const { message, evidence } = only(page(code));
    expect(message).toBe(
      'The export holds no backend function `archive`, so calls of it (2 in one file) fail and what it should do never happens.',
    );
    expect(evidence).toMatchObject([{ file: 'src/pages/Reports.jsx', note: 'calls `archive` too' }]);
  });

  test('where a folder is left out names the full path and where it is', () => {
    expect(squiggled(rule, page("base44.functions.invoke('charge');"))).toMatchInlineSnapshot(`
      "  2 | base44.functions.invoke('charge');
          |                         ^~~~~~~~ [1]

      [1] low/possible The export holds \`billing/charge\` but no backend function \`charge\`, so this call fails where Base44 knows it by its full path.
          advice: Call \`billing/charge\` if that is what is meant; if \`charge\` exists on Base44, export the app again.
          evidence: base44/functions/billing/charge/entry.ts: is the function \`billing/charge\`"
    `);
  });

  test('a name that two folders hold is no slip', () => {
    const more = { ...files, 'base44/functions/shop/charge/entry.ts': handler };
    expect(only(page("base44.functions.invoke('charge');", { files: more }))).toMatchObject({
      severity: 'medium',
      message: expect.stringMatching(/^The export holds no backend function `charge`, so/) as string,
    });
  });

  test.each([
    ['integrations.Core.SendEmail', 'base44.integrations.Core.SendEmail'],
    ['base44.entities.Task.list', 'base44.entities.Task.list'],
    ['agents.addMessage', 'base44.agents.addMessage'],
    ['auth.me', 'base44.auth.me'],
  ])('%s is a call of its own', (name, call) => {
    expect(only(page(`base44.functions.invoke('${name}');`)).advice).toBe(
      `Call \`${call}\` itself, since \`functions.invoke\` reaches only functions of the app.`,
    );
  });

  test('a function of another object is not', () => {
    expect(only(page("base44.functions.invoke('my.auth.me');")).advice).toMatch(/^Write the function in/);
  });

  test.each([
    ['a module of the plugin', "import { archive } from '@/functions/archive';\narchive(1);", 'archive(1)'],
    ['an address', "fetch('/functions/archive?day=1#top');", "'/functions/archive?day=1#top'"],
    ['a call', "base44.functions.invoke('archive', {});", "'archive'"],
  ])('is drawn under the whole of %s', (_, code, marked) => {
    const sample = page(code);
    const { start, end } = only(sample).span;
    expect(sample.code.slice(start, end)).toBe(marked);
  });

  test('in an editor, an address of this very app can only be one of its functions', () => {
    expect(only(page('fetch(`${server}/api/apps/0a1b/functions/sendReports`);')).confidence).toBe('likely');
    expect(only(page("fetch('/functions/sendReports');")).confidence).toBe('possible');
  });
});

describe('addresses', () => {
  test.each([
    ['/functions/archive', 'archive'],
    ['/api/functions/archive/today', 'archive/today'],
    ['https://shop.base44.app/api/functions/archive', 'archive'],
    ['/functions/vote', 'vote'],
  ])('%s calls %s', (url, name) => {
    expect(run(rule, page(`fetch('${url}');`))[0]?.message).toContain(`no backend function \`${name}\``);
  });

  test.each([
    '/functions/v2',
    '/functions/v1/archive',
    '/functions/',
    '/my/functions/archive',
    'http://shop.base44.app/functions/archive',
    'https://shop.base44.app.example.org/functions/archive',
    '/functions/archive.json',
  ])('%s calls none', (url) => expectClean(rule, page(`fetch('${url}');`)));
});

describe('is clean:', () => {
  test.each([
    ['a function of the export', "base44.functions.invoke('sendReport');"],
    ['one in a folder', "base44.functions.invoke('billing/charge');"],
    ['a path below one', "base44.functions.fetch('/sendReport/daily?day=1');"],
    ['a name that the run decides', 'base44.functions.invoke(name);'],
    ['a template', 'base44.functions.invoke(`send-${kind}`);'],
    ['a function of the platform', "base44.functions.invoke('__platform__/toggle');"],
    ['Supabase', 'fetch(`${url}/functions/v1/archive`);'],
    ['another server', "fetch('https://api.example.com/functions/archive');"],
    ['Netlify', "fetch('/.netlify/functions/archive');"],
    ['a module beside it', "import './functions/archive';"],
    ['a sentence', "const help = 'POST /functions/archive to begin';"],
  ])('%s', (_, code) => {
    expectClean(rule, scanned(code));
  });

  test('a test', () => {
    expectClean(rule, scanned("base44.functions.invoke('archive');", { file: 'src/pages/Reports.test.jsx' }));
  });

  test('an object of the app in the place of the client', () => {
    const code =
      "const base44 = { functions: { invoke: (name) => fetch('/my/' + name) } };\nbase44.functions.invoke('archive');";
    expectClean(rule, { file: 'src/lib/server.js', code, files });
  });

  test('a function of the old layout', () => {
    expectClean(
      rule,
      page("base44.functions.invoke('send');", { files: { 'functions/send.ts': `Deno.serve(${'() => null'});` } }),
    );
  });
});

describe('an export of a part of the functions', () => {
  const code = ['a1', 'a2', 'a3', 'a4'].map((name) => `base44.functions.invoke('${name}');`).join('\n');

  test('is one finding in all', () => {
    expect(runApp(rule, page(code))).toMatchObject([
      {
        severity: 'low',
        message:
          'The export holds none of the 4 backend functions that the code calls, so nobody can check what `a1`, `a2` and 2 more do and who may call them.',
      },
    ]);
    const app = { used: { entities: [], functions: ['a1', 'a2', 'a3', 'a4'] } };
    expect(run(rule, page(code, { app }))).toMatchObject([{ severity: 'low' }]);
  });

  test('without any function is one finding, and none where nothing is called', () => {
    expect(runApp(rule, page("base44.functions.invoke('a1');", { files: {} }))).toMatchObject([{ severity: 'low' }]);
    expect(runApp(rule, page('base44.auth.me();', { files: {} }))).toEqual([]);
  });

  test('counts those that are there, and is drawn at the first that is not', () => {
    const names = ['sendReport', 'b1', 'b2', 'b3', 'b4'];
    const sample = page(names.map((name) => `base44.functions.invoke('${name}');`).join('\n'));
    const [finding] = runApp(rule, sample);
    expect(finding).toMatchObject({
      confidence: 'certain',
      evidence: [],
      suggestions: [],
      message:
        'The export holds 1 of the 5 backend functions that the code calls, so nobody can check what `b1`, `b2` and 2 more do and who may call them.',
      advice: 'Export the app again with all of `base44/functions`, or review these functions in the Base44 editor.',
    });
    expect(sample.code.slice(finding!.span.start, finding!.span.end)).toBe("'b1'");
  });

  test('is none where most are there', () => {
    expect(runApp(rule, page("base44.functions.invoke('a1');\nbase44.functions.invoke('sendReport');"))).toEqual([]);
  });
});

describe('options', () => {
  test('known: a function that was not exported', () => {
    expectClean(rule, page("base44.functions.invoke('archive/today');", { options: { known: ['archive'] } }));
    expectClean(rule, page("base44.functions.fetch('/a/b/c/d');", { options: { known: ['a/b'] } }));
    expect(run(rule, page("base44.functions.invoke('archive');", { options: { known: ['other'] } }))).toHaveLength(1);
    expect(run(rule, page("base44.functions.invoke('archived');", { options: { known: ['archive'] } }))).toHaveLength(
      1,
    );
  });
});
