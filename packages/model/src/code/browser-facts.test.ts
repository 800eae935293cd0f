import { describe, expect, test } from 'vitest';
import { emptyApp } from '../app/load.js';
import { recogniseText } from './recognise.js';
import { viewFiles } from './views.js';

const facts = (code: string, file = 'src/pages/Page.jsx') => recogniseText(code, file);

describe('places where text becomes HTML', () => {
  const drawn = (code: string) =>
    facts(code).sinks.map(({ kind, element, valueSpan }) => [
      kind,
      element,
      code.slice(valueSpan.start, valueSpan.end),
    ]);

  test.each([
    [
      'an attribute',
      'const a = <div dangerouslySetInnerHTML={{ __html: post.body }} />;',
      'dangerouslySetInnerHTML',
      'div',
      'post.body',
    ],
    [
      'an attribute with its object elsewhere',
      'const a = <p dangerouslySetInnerHTML={html} />;',
      'dangerouslySetInnerHTML',
      'p',
      'html',
    ],
    ['a frame', 'const a = <iframe srcDoc={mail.html} />;', 'srcDoc', 'iframe', 'mail.html'],
    ['an assignment', 'box.innerHTML = row.text;', 'innerHTML', null, 'row.text'],
    ['a call', "box.insertAdjacentHTML('beforeend', row.text);", 'insertAdjacentHTML', null, 'row.text'],
    ['a document', 'popup.document.write(row.text);', 'document.write', null, 'row.text'],
  ])('%s', (_, code, ...sink) => expect(drawn(code)).toEqual([sink]));

  test.each([
    ["note.text.replace(/<[^>]*>/g, '')", true],
    ["note.text?.replace(/<br>/g, ' ').trim() || ''", true],
    ["note.text.replace(/\\n/g, '<br>')", undefined],
  ])('%s is stripped of markup: %s', (value, stripped) => {
    expect(facts(`const a = <p dangerouslySetInnerHTML={{ __html: ${value} }} />;`).sinks[0]?.stripped).toBe(stripped);
  });

  test.each([
    ['<iframe srcDoc={html} />', undefined],
    ['<iframe sandbox="" srcDoc={html} />', true],
    ['<iframe sandbox="allow-same-origin" srcDoc={html} />', true],
    ['<iframe sandbox="allow-scripts allow-same-origin" srcDoc={html} />', undefined],
  ])('%s is sandboxed: %s', (element, sandboxed) => {
    expect(facts(`const a = ${element};`).sinks[0]?.sandboxed).toBe(sandboxed);
  });

  test.each([
    ['<Textarea value={form.text} />', 'form.text', true],
    ["<input value={form.text || ''} onChange={set} />", "form.text.replace(/\\n/g, '<br>')", true],
    ['<RichTextEditor value={text} />', 'text', true],
    ['<Textarea value={form.title} />', 'form.text', undefined],
    ['<Textarea value={draft.text} />', 'form.text', undefined],
    ['<input type="checkbox" value={form.text} />', 'form.text', undefined],
    ['<Badge value={form.text} />', 'form.text', undefined],
  ])('beside %s, %s is what is entered: %s', (field, value, entered) => {
    const code = `const A = ({ form, draft, text }) => <>${field}<p dangerouslySetInnerHTML={{ __html: ${value} }} /></>;`;
    expect(facts(code).sinks[0]?.entered).toBe(entered);
  });

  test.each([
    ['text', 'box.textContent = row.text;'],
    ['a stream', 'response.write(row.text);'],
    ['a read', 'const old = box.innerHTML;'],
  ])('not %s', (_, code) => expect(drawn(code)).toEqual([]));
});

describe('reads of the environment', () => {
  test.each([
    ['import.meta.env.VITE_KEY;', 'import.meta VITE_KEY'],
    ['import.meta.env?.VITE_KEY;', 'import.meta VITE_KEY'],
    ["import.meta.env['VITE_KEY'];", 'import.meta VITE_KEY'],
    ['const { VITE_KEY } = import.meta.env;', 'import.meta VITE_KEY'],
    ['process.env.KEY;', 'process KEY'],
    ["Deno.env.get('KEY');", 'Deno KEY'],
    ["secrets.get('KEY');", 'secrets KEY'],
  ])('%s', (code, read) => {
    expect(facts(code).env.map(({ source, name }) => `${source} ${name}`)).toEqual([read]);
  });

  test.each(['config.env.KEY;', "cache.get('KEY');", 'import.meta.url;'])('not %s', (code) => {
    expect(facts(code).env).toEqual([]);
  });
});

test('what is compared to the environment', () => {
  const read = (code: string) => facts(code).env.map(({ name, compared }) => [name, compared ?? false]);
  expect(read('if (pin === import.meta.env.VITE_PIN) open();')).toEqual([['VITE_PIN', true]]);
  expect(read('if (import.meta.env?.VITE_PIN != pin) close();')).toEqual([['VITE_PIN', true]]);
  expect(read('send(import.meta.env.VITE_PIN);')).toEqual([['VITE_PIN', false]]);
});

describe('values looked up in lists of texts', () => {
  test.each([
    ["['a@x.y'].includes(user.email);"],
    ["const ADMINS = ['a@x.y']; ADMINS.includes(user.email);"],
    ["const ADMINS = new Set(['a@x.y']); ADMINS.has(user.email);"],
    ["['a@x.y'].indexOf(user.email) >= 0;"],
    ["user.email === 'a@x.y';"],
    ["if ('a@x.y' != user.email) leave();"],
  ])('%s', (code) => {
    expect(facts(code).memberships).toMatchObject([{ values: ['a@x.y'], value: { t: 'get', key: 'email' } }]);
  });

  test.each([
    'rows.includes(row);',
    'name.includes("a");',
    '[1, 2].includes(n);',
    "user.role === 'admin';",
    "['a', b].includes(c);",
  ])('not %s', (code) => {
    expect(facts(code).memberships).toEqual([]);
  });
});

test.each([
  ["const ADMINS = ['a@x.y']; const isAdmin = ADMINS.includes(user.email);", 'ADMINS', 'isAdmin'],
  ["const isOwner = Boolean(user && user.email === 'a@x.y');", null, 'isOwner'],
  ["function mayEdit(user) { return user.email === 'a@x.y'; }", null, 'mayEdit'],
  ["const mayEdit = (user) => user.email === 'a@x.y';", null, 'mayEdit'],
  ["setAllowed(user.email === 'a@x.y');", null, 'setAllowed'],
  ["const isBoss = useMemo(() => { return user?.email === 'a@x.y'; }, [user]);", null, 'isBoss'],
  ["const isBoss = useMemo(() => user?.email === 'a@x.y', [user]);", null, 'isBoss'],
  ["if (user.email !== 'a@x.y') leave();", null, null],
])('the name of the list, and of what the answer is for: %s', (code, list, name) => {
  expect(facts(code).memberships).toMatchObject([{ list, name }]);
});

test('what a catch clause does with the error', () => {
  const code = `async function run() {
    try { await a(); } catch (error) { console.error(error); Sentry.captureException(error); throw error; }
    try { await a(); } catch { items.at(0).retry(); }
  }`;
  expect(facts(code).catches).toMatchObject([
    { fn: 1, calls: ['Sentry.captureException', 'console.error'], rethrows: true },
    { fn: 1, calls: ['items.at', 'retry'], rethrows: false },
  ]);
});

test('object keys carry their place', () => {
  const code = "base44.entities.Task.create({ title: 'a', done: false });";
  const [argument] = facts(code).calls[0]!.args;
  const props = argument?.t === 'object' ? argument.props : [];
  expect(props.map(([key, , at]) => [key, code.indexOf(key) === at])).toEqual([
    ['title', true],
    ['done', true],
  ]);
});

describe('what is written to the storage of the browser', () => {
  const writes = (code: string) => {
    const [view] = viewFiles([{ facts: facts(code), text: code }], emptyApp());
    return view?.storageWrites.map(({ area, keys }) => [area, ...keys]);
  };

  test.each([
    ['a literal key', "localStorage.setItem('token', t);", ['localStorage', 'token']],
    ['a constant', "const KEY = 'token'; sessionStorage.setItem(KEY, t);", ['sessionStorage', 'token']],
    ['through window', "window.localStorage.setItem('token', t);", ['localStorage', 'token']],
    ['a computed key', 'localStorage.setItem(`${app}_token`, t);', ['localStorage']],
  ])('%s', (_, code, write) => expect(writes(code)).toEqual([write]));

  test('not what another store keeps', () => expect(writes("cache.setItem('token', t);")).toEqual([]));
});

describe('edges of what becomes HTML', () => {
  const of = (code: string) => facts(code).sinks;

  test.each([
    ['an own element', 'const a = <Rich.Text dangerouslySetInnerHTML={{ __html: a.b }} />;', null],
    ['a component', 'const a = <Box dangerouslySetInnerHTML={{ __html: a.b }} />;', 'Box'],
  ])('%s', (_, code, element) => expect(of(code)).toMatchObject([{ element }]));

  test('the object elsewhere is read by its member', () => {
    expect(of('const a = (html) => <p dangerouslySetInnerHTML={html} />;')).toMatchObject([
      { value: { t: 'get', key: '__html', of: { t: 'param' } } },
    ]);
    expect(of("const a = <p dangerouslySetInnerHTML={{ other: 1, '__html': 'x' }} />;")).toMatchObject([
      { value: { t: 'literal', value: 'x' } },
    ]);
  });

  test.each([
    ['srcdoc', 'frame.srcdoc = row.text;'],
    ['outerHTML', "box['outerHTML'] = row.text;"],
    ['document.write', 'document.writeln(row.text);'],
    ['document.write', 'window.document.write(row.text);'],
  ])('%s: %s', (kind, code) => expect(of(code)).toMatchObject([{ kind, element: null }]));

  test.each([
    'const a = <iframe srcDoc="<b>x</b>" />;',
    'const a = <p dangerouslySetInnerHTML={} />;',
    'const a = <svg xlink:href={x} />;',
    'box[name] = row.text;',
    'innerHTML = row.text;',
    'box.insertAdjacentHTML("beforeend");',
    'document.write(...parts);',
    'write(row.text);',
    'insertAdjacentHTML("a", row.text);',
    'documents.write(row.text);',
    'socket.writeln(row.text);',
  ])('not %s', (code) => expect(of(code)).toEqual([]));

  test('the whole of an assignment and of a call is its place', () => {
    const code = 'box.innerHTML = row.text;';
    const [sink] = of(code);
    expect(code.slice(sink!.start, sink!.end)).toBe('box.innerHTML = row.text');
  });

  test.each([
    ['<iframe sandbox={rules} srcDoc={html} />', true],
    ['<iframe {...rest} srcDoc={html} />', undefined],
    ['<iframe title="sandbox" srcDoc={html} />', undefined],
    ['<iframe sandbox="allow-scripts" srcDoc={html} />', true],
  ])('%s is sandboxed: %s', (element, sandboxed) => expect(of(`const a = ${element};`)[0]?.sandboxed).toBe(sandboxed));

  test.each([
    ["(note.text ?? '').replace(/<[^>]*>/g, '')", true],
    ["note.text.replace('<b>', '')", undefined],
    ["note.text.replace(/a<b/g, '')", undefined],
    ['strip(note.text)', undefined],
  ])('%s is stripped: %s', (value, stripped) => expect(of(`box.innerHTML = ${value};`)[0]?.stripped).toBe(stripped));
});

describe('edges of the environment', () => {
  const env = (code: string) => facts(code).env.map(({ name, source }) => `${source} ${name}`);

  test.each([
    ["Deno.env.get('KEY');", ['Deno KEY']],
    ["secrets.get('KEY');", ['secrets KEY']],
    ['(import.meta.env as any).VITE_KEY;', ['import.meta VITE_KEY']],
    ['const { VITE_A: a, VITE_B = 1, ...rest } = import.meta.env;', ['import.meta VITE_A', 'import.meta VITE_B']],
    ['const { KEY } = process.env;', ['process KEY']],
  ])('%s', (code, expected) => {
    expect(recogniseText(code, 'src/lib/env.ts').env.map(({ name, source }) => `${source} ${name}`)).toEqual(expected);
  });

  test.each([
    'Deno.env.get(name);',
    "Deno.env.set('KEY', 1);",
    "Deno.vars.get('KEY');",
    "Bun.env.get('KEY');",
    "a.Deno.env.get('KEY');",
    "get('KEY');",
    "my.secrets.get('KEY');",
    'import.meta.env[name];',
    'process.env;',
    'const { KEY } = config.env;',
    'const all = import.meta.env;',
    'const [a] = import.meta.env;',
    'processor.env.KEY;',
    'process.environment.KEY;',
  ])('not %s', (code) => expect(env(code)).toEqual([]));

  test.each([
    ['a <= import.meta.env.VITE_PIN', false],
    ['(import.meta.env.VITE_PIN as string) === pin', true],
    ['import.meta.env.VITE_PIN == pin', true],
    ['pin + import.meta.env.VITE_PIN', false],
  ])('%s compares: %s', (code, compared) => {
    expect(recogniseText(`const x = ${code};`, 'src/lib/env.ts').env[0]?.compared ?? false).toBe(compared);
  });

  test('a variable is at its name in a pattern', () => {
    const code = 'const { VITE_A: a } = import.meta.env;';
    const [fact] = facts(code).env;
    expect(code.slice(fact!.start, fact!.end)).toBe('VITE_A: a');
  });
});

describe('edges of looking up in lists', () => {
  const found = (code: string) => facts(code).memberships;

  test.each([
    ['const EMAIL_OF_BOSS = "a@x.y"; const ok = user.email === EMAIL_OF_BOSS;', 'EMAIL_OF_BOSS', 'ok', false],
    ['const OWNER_EMAIL = "a@x.y"; const ok = OWNER_EMAIL !== user.email;', 'OWNER_EMAIL', 'ok', true],
    ['const c = { ADMINS: ["a@x.y"] }; const ok = !c.ADMINS.includes(user.email);', 'ADMINS', 'ok', true],
    ["const a = { isAdmin: user.email === 'a@x.y' };", null, 'isAdmin', false],
    ["let isAdmin; isAdmin = user.email === 'a@x.y' ? 1 : 2;", null, 'isAdmin', false],
    ["state.isAdmin = user.email === 'a@x.y';", null, null, false],
    ["const { x } = user.email === 'a@x.y';", null, null, false],
    ["const isAdmin = -(user.email === 'a@x.y');", null, 'isAdmin', false],
    ["const run = () => { track(user.email === 'a@x.y'); };", null, null, false],
    ["const isAdmin = useCallback(() => { return user.email === 'a@x.y'; }, []);", null, 'isAdmin', false],
    ["const isAdmin = (user.email === 'a@x.y')();", null, null, false],
    ["const all = users.map((user) => user.email === 'a@x.y');", null, null, false],
    ["const all = (ok = user.email === 'a@x.y') => 1;", null, null, false],
    ["const isAdmin = resetAll(user.email === 'a@x.y');", null, 'isAdmin', false],
  ])('%s', (code, list, name, negated) => {
    expect(found(code)).toMatchObject([{ values: ['a@x.y'], list, name, negated }]);
  });

  test.each([
    "user.email > 'a@x.y';",
    "user.email === 'a@x';",
    "user.email === '@x.y';",
    "user.email === 'a b@x.y';",
    "const ownerEmail = 'a@x.y'; user.email === ownerEmail;",
    "const OWNER = 'a@x.y'; user.email === OWNER;",
    'user.email === OWNER_EMAIL;',
    'const OWNER_EMAIL = config.email; user.email === OWNER_EMAIL;',
    "['a@x.y'].includes(...users);",
    "['a@x.y'].includes();",
    "['a@x.y'].concat(user.email);",
    "new Map(['a@x.y']).has(user.email);",
    'new Set().has(user.email);',
    "includes(['a@x.y'], user.email);",
    '[].includes(user.email);',
  ])('not %s', (code) => expect(found(code)).toEqual([]));

  test('several texts are all values', () => {
    expect(found("const LIST = new Set(['a', 'b']); LIST.has(role);")).toMatchObject([
      { values: ['a', 'b'], list: 'LIST', name: null },
    ]);
  });
});

test('a catch clause calls each once, also made ones and computed ones', () => {
  const calls = (body: string) => facts(`try { a(); } catch (e) { ${body} }`).catches[0]!.calls;
  expect(calls('log(e); log(e); new Report(e); a[b](e); (x)(e); this.tell(e); (() => 1)();')).toEqual([
    '',
    'Report',
    'a.[]',
    'log',
    'tell',
    'x',
  ]);
  expect(calls('')).toEqual([]);
  expect(calls('if (a) { for (const b of c) { later(() => inner(b)); } }')).toEqual(['inner', 'later']);
});

describe('edges of the storage of the browser', () => {
  const writes = (code: string) => {
    const [view] = viewFiles([{ facts: facts(code), text: code }], emptyApp());
    return view?.storageWrites.map(({ area, keys, valueSpan, span }) => [
      area,
      keys.join(),
      code.slice(valueSpan.start, valueSpan.end),
      code.slice(span.start, span.end).length,
    ]);
  };

  test.each([
    ["globalThis.sessionStorage.setItem('a', b)", ['sessionStorage', 'a', 'b', 41]],
    ["self.localStorage.setItem('a', b + 1)", ['localStorage', 'a', 'b + 1', 37]],
    ["localStorage.setItem(x ? 'a' : 'b', c)", ['localStorage', 'a,b', 'c', 38]],
  ])('%s', (code, expected) => expect(writes(`${code};`)).toEqual([expected]));

  test.each([
    "localStorage.getItem('a');",
    "localStorage.setItem('a');",
    'localStorage.setItem();',
    "app.localStorage.setItem('a', b);",
    "window.storage.setItem('a', b);",
    "setItem('a', b);",
    "const localStorage = {}; localStorage.setItem('a', b);",
  ])('not %s', (code) => expect(writes(code)).toEqual([]));
});
