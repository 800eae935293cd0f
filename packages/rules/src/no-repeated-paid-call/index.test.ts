import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const sdk = "import { base44 } from '@/api/base44Client';\n";
const page = (code: string, file = 'src/pages/Tips.jsx'): Sample => ({ file, code: sdk + code });
/** The body of an async function that has what it needs as parameters. */
const within = (body: string): Sample => page(`export async function work(rows, prompt, files) {\n  ${body}\n}`);
const component = (body: string): Sample =>
  page(`export default function Tips({ item, user }) {\n  ${body}\n  return <p>{tip}</p>;\n}`);
const backend = (body: string, more: Partial<Sample> = {}): Sample => ({
  file: 'base44/functions/summarize/entry.ts',
  code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  ${body}
  return new Response('ok');
});`,
  ...more,
});
const ask = 'base44.integrations.Core.InvokeLLM({ prompt })';
const verdicts = (sample: Sample) => run(rule, sample).map(({ severity, confidence }) => `${severity} ${confidence}`);

describe('a loop', () => {
  test('is drawn', () => {
    const code =
      'export async function work(rows) {\n  for (const row of rows) await base44.integrations.Core.InvokeLLM({ prompt: row.text });\n}';
    expect(squiggled(rule, page(code))).toMatchInlineSnapshot(`
      "  3 |   for (const row of rows) await base44.integrations.Core.InvokeLLM({ prompt: row.text });
          |                                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/likely Every turn of this loop makes an AI request (\`InvokeLLM\`), which costs integration credits.
          advice: Ask for many records in one request with a list in \`response_json_schema\`, or keep the answer with each record and skip those that have one."
    `);
  });

  test.each([
    ['for-of', `for (const row of rows) await ${ask};`, 'medium likely'],
    ['map and Promise.all', `await Promise.all(rows.map(() => ${ask}));`, 'medium likely'],
    ['forEach', `rows.forEach(async (row) => {\n    await ${ask};\n  });`, 'medium likely'],
    [
      'batches',
      `for (let i = 0; i < rows.length; i += 5)\n    await Promise.all(rows.slice(i, i + 5).map(() => ${ask}));`,
      'medium likely',
    ],
    [
      'index',
      'for (let i = 0; i < rows.length; i++) await base44.integrations.Core.GenerateImage({ prompt: rows[i].text });',
      'medium likely',
    ],
    ['while without a list', `while (!done) await ${ask};`, 'low possible'],
    [
      'batches of ten',
      `for (const batch of batches) await base44.integrations.Core.InvokeLLM({ prompt: batch.join() });`,
      'low possible',
    ],
    [
      'mails to many',
      'for (const row of rows) await base44.integrations.Core.SendEmail({ to: row.email });',
      'low likely',
    ],
    ['a helper', `const one = (row) => ${ask};\n  for (const row of rows) await one(row);`, 'medium likely'],
    [
      'what skips the records that have an answer',
      `for (const row of rows) {\n    if (row.summary) continue;\n    await ${ask};\n  }`,
      'low possible',
    ],
    [
      'what looks for an answer first',
      `for (const row of rows) {\n    const known = await base44.entities.Known.filter({ name: row.name });\n    if (known.length > 0) use(known[0]);\n    else await ${ask};\n  }`,
      'low possible',
    ],
    [
      'what only takes some records',
      `for (const row of rows) {\n    if (row.wanted) await ${ask};\n  }`,
      'medium likely',
    ],
    [
      'a look at something before the loop',
      `if (running) return;\n  for (const row of rows) await ${ask};`,
      'medium likely',
    ],
    ['agent messages', 'for (const row of rows) await base44.agents.addMessage(conversation, row);', 'medium likely'],
    [
      'uploads of chosen files',
      'await Promise.all(files.map((file) => base44.integrations.Core.UploadFile({ file })));',
      'low likely',
    ],
  ])('%s', (_, body, expected) => expect(verdicts(within(body))).toEqual([expected]));

  test.each([
    ['one request for all', 'await base44.integrations.Core.InvokeLLM({ prompt: rows.join() });'],
    ['a second try', `for (let i = 0; i < 3; i++) {\n    try {\n      return await ${ask};\n    } catch {}\n  }`],
    [
      'tries until the answer is fit for use',
      `let tries = 0;\n  while (tries <= 2) {\n    try {\n      const answer = await ${ask};\n      if (answer?.items) {\n        break;\n      } else {\n        throw new Error('again');\n      }\n    } catch (error) {\n      tries++;\n    }\n  }`,
    ],
    ['a few written-out things', `for (const language of ['de', 'en']) await ${ask};`],
    ['free calls', 'for (const row of rows) await base44.entities.Task.get(row.id);'],
    ['a function whose inside nobody sees', "for (const row of rows) await base44.functions.invoke('one', row);"],
  ])('is not: %s', (_, body) => expectClean(rule, within(body)));

  test('is not a button in a rendered list', () => {
    expectClean(
      rule,
      page(`export default function List({ rows, prompt }) {
  const ask = (row) => ${ask};
  return rows.map((row) => <button key={row.id} onClick={() => ask(row)}>Ask</button>);
}`),
    );
  });

  test('by imported integrations', () => {
    const code =
      "import { InvokeLLM } from '@/integrations/Core';\nexport const all = (rows) => rows.map((row) => InvokeLLM({ prompt: row }));";
    expect(verdicts({ code, file: 'src/lib/ask.ts' })).toEqual(['medium likely']);
  });

  test('of a look-alike client is not reported', () => {
    expectClean(rule, {
      code: 'const base44 = { integrations: { Core: { InvokeLLM } } };\nfor (const row of rows) base44.integrations.Core.InvokeLLM(row);',
    });
  });
});

describe('an effect', () => {
  test.each([
    ['without dependencies', `useEffect(() => { ${ask}.then(setTip); });`, 'high likely'],
    ['when it is shown', `useEffect(() => { ${ask}.then(setTip); }, []);`, 'medium likely'],
    ['on a change', `useEffect(() => { if (!item) return; ${ask}.then(setTip); }, [item]);`, 'medium likely'],
    [
      'through a function',
      `const load = async () => setTip(await ${ask});\n  useEffect(() => { load(); }, [item]);`,
      'medium likely',
    ],
    [
      'after a pause',
      `useEffect(() => { const t = setTimeout(() => ${ask}, 500); return () => clearTimeout(t); }, [item]);`,
      'medium likely',
    ],
    [
      'unless there is an answer',
      `useEffect(() => { if (tip) return; ${ask}.then(setTip); }, [item]);`,
      'low possible',
    ],
    [
      'at most once a day',
      `useEffect(() => { if (Date.now() - last < DAY) return; ${ask}.then(setTip); }, []);`,
      'low possible',
    ],
  ])('%s', (_, body, expected) => expect(verdicts(component(body))).toEqual([expected]));

  test('that only registers a handler is clean', () => {
    expectClean(rule, component(`useEffect(() => { window.addEventListener('ask', () => ${ask}); }, []);`));
  });

  test('one finding for two calls of a kind', () => {
    expect(verdicts(component(`useEffect(() => { ${ask}; ${ask}; }, []);`))).toEqual(['medium likely']);
  });
});

describe('a timer or a query', () => {
  test.each([
    ['every 30 seconds', `useEffect(() => { setInterval(() => ${ask}, 30_000); }, []);`, 'high likely'],
    ['every ten minutes', `useEffect(() => { setInterval(() => ${ask}, 10 * 60 * 1000); }, []);`, 'medium likely'],
    [
      'unless there is an answer',
      `useEffect(() => { setInterval(() => { if (!tip) ${ask}; }, 30_000); }, []);`,
      'low possible',
    ],
    [
      'a query that fetches again',
      `useQuery({ queryKey: ['tip'], queryFn: () => ${ask}, refetchInterval: 60000 });`,
      'medium likely',
    ],
    ['a query', `useQuery({ queryKey: ['tip'], queryFn: () => ${ask} });`, 'low likely'],
  ])('%s', (_, body, expected) => expect(verdicts(component(body))).toEqual([expected]));

  test('advises a change feed only where the SDK has one', () => {
    const sample = component(`useEffect(() => { setInterval(() => ${ask}, 30_000); }, []);`);
    expect(run(rule, { ...sample, sdk: '0.8.31' })[0]!.advice).toContain('`subscribe`');
    expect(run(rule, { ...sample, sdk: '0.8.6' })[0]!.advice).not.toContain('subscribe');
  });
});

describe('a handler', () => {
  test('on each keystroke is drawn', () => {
    const code = `export default function Find() {\n  return <input onChange={(event) => base44.integrations.Core.InvokeLLM({ prompt: event.target.value })} />;\n}`;
    expect(squiggled(rule, page(code))).toMatchInlineSnapshot(`
      "  3 |   return <input onChange={(event) => base44.integrations.Core.InvokeLLM({ prompt: event.target.value })} />;
          |                                      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/likely Every keystroke in this field makes an AI request (\`InvokeLLM\`), which costs integration credits.
          advice: Start it when the form is sent, or after a pause in typing."
    `);
  });

  test.each([
    ['a button', `<button onClick={() => ${ask}}>Ask</button>`],
    ['a mutation', `<button onClick={() => useMutation({ mutationFn: () => ${ask} }).mutate()}>Ask</button>`],
    ['Enter', `<input onKeyDown={(event) => event.key === 'Enter' && ${ask}} />`],
    ['a chosen file', `<input type="file" onChange={() => ${ask}} />`],
  ])('%s is clean', (_, jsx) =>
    expectClean(rule, page(`export default function A({ prompt }) {\n  return ${jsx};\n}`)),
  );
});

describe('a function that anyone can call', () => {
  test('is drawn', () => {
    expect(
      squiggled(
        rule,
        backend(
          'const { prompt } = await req.json();\n  await base44.asServiceRole.integrations.Core.InvokeLLM({ prompt });',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "  5 |   await base44.asServiceRole.integrations.Core.InvokeLLM({ prompt });
          |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/likely Anyone can call the function \`summarize\` without signing in and so spend the owner's integration credits, since it makes an AI request (\`InvokeLLM\`).
          advice: Ask \`base44.auth.me()\` first and refuse strangers; where strangers are meant, count their calls in an entity and refuse the rest."
    `);
  });

  test.each([
    [
      'a mail to whom the caller names',
      'const { to, body } = await req.json();\n  await base44.asServiceRole.integrations.Core.SendEmail({ to, body });',
      'medium likely',
    ],
    [
      'a mail to the owner',
      "const { body } = await req.json();\n  await base44.asServiceRole.integrations.Core.SendEmail({ to: 'a@example.com', body });",
      'low likely',
    ],
    [
      'within a limit',
      'if (count > 10) return new Response(null);\n  await base44.asServiceRole.integrations.Core.InvokeLLM({});',
      'low possible',
    ],
  ])('%s', (_, body, expected) => expect(verdicts(backend(body))).toEqual([expected]));

  test.each([
    [
      'whose callers read a row by its rules first',
      'const job = await base44.entities.Job.get(id);\n  if (!job) return new Response(null);\n  await base44.asServiceRole.integrations.Core.InvokeLLM({});',
      'low possible',
    ],
    [
      'that mails everyone in a list',
      'for (const user of await base44.asServiceRole.entities.User.list()) await base44.asServiceRole.integrations.Core.SendEmail({ to: user.email });',
      'medium likely',
    ],
    ["that spends with the caller's own client", 'await base44.integrations.Core.InvokeLLM({});', 'medium possible'],
  ])('%s', (_, body, expected) => expect(verdicts(backend(body))).toContain(expected));

  test.each([
    ['public', 'medium likely'],
    ['private', 'low possible'],
  ] as const)("with the caller's own client in a %s app", (visibility, expected) => {
    expect(verdicts(backend('await base44.integrations.Core.InvokeLLM({});', { app: { visibility } }))).toEqual([
      expected,
    ]);
  });

  test('by intent is low', () => {
    const sample = backend('await base44.asServiceRole.integrations.Core.InvokeLLM({});', {
      file: 'base44/functions/publicTip/entry.ts',
    });
    expect(verdicts(sample)).toEqual(['low likely']);
  });

  test.each([
    ['the user', 'const user = await base44.auth.me();\n  if (!user) return new Response(null, { status: 401 });'],
    [
      'a role',
      "const user = await base44.auth.me();\n  if (user?.role !== 'admin') return new Response(null, { status: 403 });",
    ],
    [
      'a secret',
      "if (req.headers.get('x-secret') !== Deno.env.get('SECRET')) return new Response(null, { status: 403 });",
    ],
  ])('is not one that asks for %s', (_, check) =>
    expectClean(rule, backend(`${check}\n  await base44.asServiceRole.integrations.Core.InvokeLLM({});`)),
  );
});

describe('an automation', () => {
  const on = (event: string, body: string, more: object = {}): Sample =>
    backend(`const { data } = await req.json();\n  ${body}`, {
      files: {
        'base44/functions/summarize/function.jsonc': {
          name: 'summarize',
          entry: 'entry.ts',
          automations: [{ type: 'entity', entity_name: 'Order', event_types: [event], ...more }],
        },
      },
    });
  const update = 'await base44.asServiceRole.entities.Order.update(data.id, { total: 1 });';

  test('that starts itself is drawn', () => {
    expect(squiggled(rule, on('update', update))).toMatchInlineSnapshot(`
      "  5 |   await base44.asServiceRole.entities.Order.update(data.id, { total: 1 });
          |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/likely This updates a record of Order, which starts this function again, so it runs without end and every run costs credits.
          advice: End the function before this write where the record already holds what it would write, or write to another entity.
          evidence: base44/functions/summarize/function.jsonc: starts the function on every update of Order"
    `);
  });

  test('that starts itself in several places is one finding', () => {
    const [finding, ...others] = run(rule, on('update', `if (data.paid === 1) ${update}\n  ${update}`));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'high', evidence: [{}, { note: 'starts it again as well' }] });
  });

  test('that starts itself on creation', () => {
    expect(verdicts(on('create', 'await base44.asServiceRole.entities.Order.create(data);'))).toEqual(['high likely']);
  });

  test('that may end by a condition is low', () => {
    expect(verdicts(on('update', `if (data.total === 1) return new Response('done');\n  ${update}`))).toEqual([
      'low possible',
    ]);
  });

  test.each([
    ['on another event', on('create', update)],
    ['on another entity', on('update', update, { entity_name: 'Invoice' })],
    ['that is switched off', on('update', update, { is_active: false })],
    ['on a schedule', on('update', update, { type: 'scheduled' })],
  ])('%s is clean', (_, sample) => expectClean(rule, sample));
});

describe('the sentence', () => {
  const only = (sample: Sample) => {
    const [finding, ...others] = run(rule, sample);
    expect(others).toEqual([]);
    return finding!;
  };
  const cost = 'makes an AI request (`InvokeLLM`), which costs integration credits.';

  test.each([
    ['each element', within(`await Promise.all(rows.map(() => ${ask}));`), 'Every element of this list'],
    [
      'elements that are skipped',
      within(`rows.forEach(async (row) => {\n    if (row.done) return;\n    await ${ask};\n  });`),
      'Every element of this list that is not skipped',
    ],
    [
      'turns that are skipped',
      within(`for (const row of rows) {\n    if (row.done) continue;\n    await ${ask};\n  }`),
      'Every turn of this loop that is not skipped',
    ],
    ['each render', component(`useEffect(() => { ${ask}; });`), 'Every render of this component'],
    ['the first render', component(`useEffect(() => { ${ask}; }, []);`), 'Every time this component is shown, it'],
    ['changes', component(`useEffect(() => { ${ask}; }, [item]);`), 'Every change of what this effect depends on'],
    [
      'a query',
      component(`useQuery({ queryFn: () => ${ask} });`),
      'Every fetch of this query, which starts with the page,',
    ],
    [
      'a query that fetches again',
      component(`useQuery({ queryFn: () => ${ask}, refetchInterval: 90_000 });`),
      'Every tab in view, every 90 seconds,',
    ],
    [
      'a minute',
      component(`useEffect(() => { setInterval(() => ${ask}, 60_000); }, []);`),
      'Every open tab, every minute,',
    ],
    [
      'an hour',
      component(`useEffect(() => { setInterval(() => ${ask}, 3_600_000); }, []);`),
      'Every open tab, every hour,',
    ],
    [
      'two hours',
      component(`useEffect(() => { setInterval(() => ${ask}, 7_200_000); }, []);`),
      'Every open tab, every 2 hours,',
    ],
    [
      'a pace that nobody sees',
      component(`useEffect(() => { setInterval(() => ${ask}, pace); }, []);`),
      'Every open tab, again and again,',
    ],
  ])('of %s', (_, sample, when) => expect(only(sample).message).toBe(`${when} ${cost}`));

  test.each([
    ['Core.GenerateVideo', 'generates a video'],
    ['Core.GenerateImage', 'generates an image'],
    ['Core.GenerateSpeech', 'generates speech'],
    ['Core.ExtractDataFromUploadedFile', 'extracts data from a file'],
    ['Core.SendEmail', 'sends an e-mail'],
    ['Core.UploadPrivateFile', 'uploads a file'],
  ])('of %s', (member, act) => {
    const name = member.replace('Core.', '');
    expect(only(within(`for (const row of rows) await base44.integrations.${member}(row);`)).message).toBe(
      `Every turn of this loop ${act} (\`${name}\`), which costs integration credits.`,
    );
  });

  test.each([
    [
      'mails',
      'for (const row of rows) await base44.integrations.Core.SendEmail({ to: row.email });',
      'Note on each record that the mail went out and skip those, limit how many go out in one run, or send one digest instead of many mails.',
    ],
    [
      'uploads',
      'for (const row of rows) await base44.integrations.Core.UploadFile({ file: row });',
      'Upload what is new only, and keep the address of what was uploaded before.',
    ],
    [
      'pictures',
      'for (const row of rows) await base44.integrations.Core.GenerateImage({ prompt: row });',
      'Keep the answer with each record and skip those that have one, so that no run pays twice.',
    ],
  ])('what to do about %s in a loop', (_, body, advice) => expect(only(within(body)).advice).toBe(advice));

  test('what to do about an effect and a timer', () => {
    expect(only(component(`useEffect(() => { ${ask}; }, []);`)).advice).toBe(
      'Let a person start it with a button, or keep the answer in an entity and look there first.',
    );
    const timer = component(`useQuery({ queryFn: () => ${ask} });`);
    const start =
      'Let a backend function on a schedule do this once for all, keep the answer in an entity, and let pages';
    expect(only(timer).advice).toBe(`${start} follow it with \`subscribe\`.`);
    expect(only({ ...timer, sdk: '0.8.6' }).advice).toBe(`${start} read it from there.`);
  });

  test('what repeats a helper is shown, what stands around is not', () => {
    const sample = within(`const one = () => ${ask};\n  for (const row of rows) await one(row);`);
    const { evidence } = only(sample);
    expect(evidence).toMatchObject([{ note: 'repeats it' }]);
    expect(sample.code.slice(evidence[0]!.start)).toMatch(/^for \(const row of rows\)/);
    expect(only(within(`for (const row of rows) await ${ask};`)).evidence).toEqual([]);
  });

  test('what starts a helper is shown', () => {
    const body = `const load = async () => ${ask};\n  useEffect(() => { load(); }, [item]);`;
    expect(only(component(body)).evidence).toMatchObject([{ note: 'starts it' }]);
  });

  test('calls of two kinds are two findings, and the worst of each', () => {
    const mail = 'base44.integrations.Core.SendEmail({ to: row.email })';
    const body = `for (const row of rows) {\n    await ${mail};\n    await ${ask};\n    await ${ask};\n  }`;
    expect(verdicts(within(body))).toEqual(['low likely', 'medium likely']);
  });

  test('the worst repetition of a helper in the same file is told', () => {
    const body = `const load = () => ${ask};\n  useQuery({ queryFn: () => load() });\n  useEffect(() => { load(); });`;
    expect(verdicts(component(body))).toEqual(['high likely']);
  });

  test.each([
    ['a minute', 60_000, 'high likely'],
    ['more than that', 60_001, 'medium likely'],
  ])('an interval of %s', (_, ms, expected) =>
    expect(verdicts(component(`useEffect(() => { setInterval(() => ${ask}, ${ms}); }, []);`))).toEqual([expected]),
  );

  test('keystrokes that are few by a condition are none', () => {
    const input = (handler: string) =>
      page(
        `export default function A({ prompt, item }) {\n  return <input onChange={(event) => { ${handler} }} />;\n}`,
      );
    expect(verdicts(input(`${ask};`))).toEqual(['medium likely']);
    expect(verdicts(input(`if (event.target.value.length > 10) ${ask};`))).toEqual([]);
  });

  test('a list that is looked through for one element is no loop', () => {
    expectClean(rule, within(`rows.find(() => ${ask});`));
  });
});
