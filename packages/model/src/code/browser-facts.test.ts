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
