import { describe, expect, test } from 'vitest';
import { recogniseText } from './recognise.js';

/** What recognition keeps of the texts of a file: value, what it is given to, by which name, and against what. */
const told = (code: string, file = 'src/pages/Page.tsx') =>
  recogniseText(code, file).strings.map(({ value, use, name, against }) => [value, use, name, against ?? null]);

describe('what a text is given to', () => {
  test.each<[string, readonly unknown[]]>([
    ["const key = 'value';", ['value', 'assigned', 'key', null]],
    ["const { key } = 'value';", ['value', 'assigned', null, null]],
    ["config.key = 'value';", ['value', 'assigned', 'key', 'config.key']],
    ["config[key] = 'value';", ['value', 'assigned', null, 'config.[]']],
    ["this.key = 'value';", ['value', 'assigned', 'key', 'this.key']],
    ["make().key = 'value';", ['value', 'assigned', 'key', 'make().key']],
    ["new Box().key = 'value';", ['value', 'assigned', 'key', 'new Box().key']],
    ["function run(key = 'value') {}", ['value', 'default', 'key', null]],
    ["class A { key = 'value'; }", ['value', 'property', 'key', null]],
    ["const config = { key: 'value', other: 1, ...rest };", ['value', 'property', 'key', 'config{key,other,…}']],
    ["const a = { config: { key: 'value' } };", ['value', 'property', 'key', 'config{key}']],
    ["init.app({ key: 'value' });", ['value', 'property', 'key', 'init.app(){key}']],
    ["new Client({ key: 'value' });", ['value', 'property', 'key', 'Client(){key}']],
    ["run([{ key: 'value' }]);", ['value', 'property', 'key', '{key}']],
    [
      "fetch(u, { headers: { Authorization: 'value' } });",
      ['value', 'header', 'Authorization', 'headers{Authorization}'],
    ],
    ["fetch(u, { headers: { 'X-Api-Key': 'value' } });", ['value', 'header', 'X-Api-Key', 'headers{X-Api-Key}']],
    [
      "fetch(u, { headers: { 'Content-Type': 'value' } });",
      ['value', 'header', 'Content-Type', 'headers{Content-Type}'],
    ],
    ["fetch(u, { headers: { 'x-trace': 'value' } });", ['value', 'property', 'x-trace', 'headers{x-trace}']],
    ["if (form.key === 'value') go();", ['value', 'compared', 'key', 'form.key']],
    ["if ('value' != key) go();", ['value', 'compared', 'key', 'key']],
    ["if (read(form.key) === 'value') go();", ['value', 'compared', 'read', 'read()']],
    ["if (form.key.trim() === 'value') go();", ['value', 'compared', 'key', 'form.key.trim()']],
    ["if ((form.key as string)! === 'value') go();", ['value', 'compared', 'key', 'form.key']],
    ["switch (form.key) { case 'value': go(); }", ['value', 'compared', null, 'form.key']],
    ["client.set(name, 'value');", ['value', 'argument', null, 'client.set#1']],
    ["new Client('value');", ['value', 'argument', null, 'Client#0']],
    ["const a = <Map token='value' />;", ['value', 'attribute', 'token', 'Map']],
    ["const a = <Map token={'value'} />;", ['value', 'attribute', 'token', 'Map']],
    ["const a = <A.B token='value' />;", ['value', 'attribute', 'token', '']],
    ["const a = <use xlink:href='value' />;", ['value', 'attribute', 'href', 'use']],
    ["'value'.trim();", ['value', 'other', null, null]],
    ["export default 'value';", ['value', 'other', null, null]],
    ["const a = { ['value']: 1 };", ['value', 'other', null, null]],
    ["const a = () => 'value';", ['value', 'other', null, null]],
  ])('%s', (code, expected) => expect(told(code).filter(([text]) => text === 'value')).toEqual([expected]));

  test.each([
    ["const key = read() ?? 'value';", ['value', 'assigned', 'key', null]],
    ["const key = on ? 'value' : null;", ['value', 'assigned', 'key', null]],
    ["const key = ['value'];", ['value', 'assigned', 'key', null]],
    ["const key = 'value' as const;", ['value', 'assigned', 'key', null]],
    ["const key = 'value' satisfies string;", ['value', 'assigned', 'key', null]],
    ["const key = 'value'!;", ['value', 'assigned', 'key', null]],
    ["const key = 'value' + more;", ['value', 'assigned', 'key', null]],
    ['const key = `value${x}`;', ['value${}', 'assigned', 'key', null]],
    ['const key = `${x}value${y}`;', ['${}value${}', 'assigned', 'key', null]],
  ])('%s goes through', (code, expected) => expect(told(code)).toEqual([expected]));
});

describe('what is kept', () => {
  test.each([
    "const key = 'abc';",
    'const key = `${x}`;',
    'const key = 12345;',
    "import a from 'package';",
    "export * from 'package';",
    "export { a } from 'package';",
    "const a = <p className='value' />;",
    "const a = <path d='M1 2 3' />;",
    "const text = 'several words here';",
    `const text = '${'x'.repeat(8193)}';`,
  ])('not %s', (code) => expect(told(code)).toEqual([]));

  test.each([
    ["const key = 'abcd';", 'abcd'],
    [`const text = '${'x'.repeat(8192)}';`, 'x'.repeat(8192)],
    ["const key = 'Bearer abc';", 'Bearer abc'],
    ["const key = 'basic abc';", 'basic abc'],
    ["const key = '-----BEGIN RSA';", '-----BEGIN RSA'],
    ["if (a === 'two words') go();", 'two words'],
    ["const text = 'see https://a.example';", 'see https://a.example'],
    ["const text = ' padded ';", ' padded '],
    ["const type = 'text/event-stream; charset=utf-8';", 'text/event-stream; charset=utf-8'],
    ["const a = <p title='a&amp;b' />;", 'a&amp;b'],
  ])('%s', (code, value) => expect(told(code).map(([text]) => text)).toEqual([value]));

  test('its place is that of the literal with its quotes', () => {
    const code = "const key = 'value';";
    const [fact] = recogniseText(code, 'src/a.js').strings;
    expect(code.slice(fact!.start, fact!.end)).toBe("'value'");
  });

  test('of a large object twenty keys are named', () => {
    const keys = Array.from({ length: 25 }, (_, index) => `k${index}: ${index}`).join(', ');
    const [, , , against] = told(`const config = { key: 'value', ${keys} };`)[0]!;
    expect(String(against).split(',')).toHaveLength(20);
  });
});
