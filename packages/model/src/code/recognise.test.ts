import { describe, expect, test } from 'vitest';
import { recogniseText } from './recognise.js';

const facts = (code: string, file = 'src/lib/x.tsx') => recogniseText(code, file);

describe('imports', () => {
  test.each([
    ["import a from 'm';", ['m default a']],
    ["import { a } from 'm';", ['m a a']],
    ["import { a as b } from 'm';", ['m a b']],
    ["import { 'a-b' as b } from 'm';", ['m a-b b']],
    ["import * as a from 'm';", ['m * a']],
    ["import a, { b } from 'm';", ['m default a', 'm b b']],
    ["import 'm';", ['m  ']],
    ["import type { A } from 'm';", ['m A A type']],
    ["import type {} from 'm';", ['m   type']],
    ["const a = import('m');", ['m *  dynamic']],
    ["const a = require('m');", ['m *  dynamic']],
    ["require.resolve('m');", []],
    ['require(name);', []],
    ['require(5);', []],
    ['require();', []],
    ['import(name);', []],
    ['import(5);', []],
    ["load('m');", []],
  ])('%s', (code, expected) => {
    const shown = facts(code).imports.map(({ from, name, local, typeOnly, dynamic }) =>
      [from, name, local, ...(typeOnly ? ['type'] : []), ...(dynamic ? ['dynamic'] : [])].join(' '),
    );
    expect(shown).toEqual(expected);
  });
});

describe('exports', () => {
  test.each<[string, readonly (readonly [string, object])[]]>([
    ['export const a = 1;', [['a', { t: 'literal', value: 1 }]]],
    [
      'export const a = 1, b = 2;',
      [
        ['a', { value: 1 }],
        ['b', { value: 2 }],
      ],
    ],
    [
      'export const { a, b: c, ...rest } = x;',
      [
        ['a', { t: 'get', key: 'a' }],
        ['c', { t: 'get', key: 'b' }],
      ],
    ],
    ['export const [a] = x;', []],
    ['export const { a: { b } } = x;', []],
    ['export function a() {}', [['a', { t: 'function', fn: 1 }]]],
    ['export class A {}', [['A', { t: 'class', name: 'A' }]]],
    ['export type A = 1;', []],
    ['export interface A {}', []],
    ['const a = 1; export { a };', [['a', { value: 1 }]]],
    ['const a = 1; export { a as b };', [['b', { value: 1 }]]],
    ["const a = 1; export { a as 'b-c' };", [['b-c', { value: 1 }]]],
    ["export { a as b } from 'm';", [['b', { t: 'import', from: 'm', name: 'a' }]]],
    ["export { default } from 'm';", [['default', { t: 'import', from: 'm', name: 'default' }]]],
    ["export * from 'm';", [['*', { t: 'import', from: 'm', name: '*' }]]],
    ["export * as a from 'm';", [['a', { t: 'import', from: 'm', name: '*' }]]],
    ["export * as 'a-b' from 'm';", [['a-b', { t: 'import', from: 'm', name: '*' }]]],
    ['export default 5;', [['default', { value: 5 }]]],
    ['export default function () {}', [['default', { t: 'function' }]]],
    ['const a = 1;', []],
  ])('%s', (code, expected) => {
    const { exports } = facts(code);
    expect(exports.map(({ name }) => name)).toEqual(expected.map(([name]) => name));
    expect(exports.map(({ value }) => value)).toMatchObject(expected.map(([, value]) => value));
  });
});

describe('functions', () => {
  test('the first is the module, the others say where they stand', () => {
    const code = 'const a = async (x, { y }, z = 1, ...rest) => { return () => x; };';
    const [module, outer, inner] = facts(code).functions;
    expect(module).toEqual({
      name: null,
      parent: 0,
      params: [],
      uses: [],
      inPlace: false,
      component: false,
      async: true,
      returns: [],
      start: 0,
      end: code.length,
    });
    expect(outer).toMatchObject({ name: 'a', parent: 0, params: ['x', null, 'z', null], async: true });
    expect(outer!.defaults).toEqual([null, null, { t: 'literal', value: 1 }, null]);
    expect(outer!.returns).toEqual([{ t: 'function', fn: 2 }]);
    expect(inner).toMatchObject({ parent: 1, params: [], async: false });
    expect(inner).not.toHaveProperty('defaults');
    expect(facts('class A { constructor(private a, readonly b = 1) {} }', 'src/a.ts').functions[1]!.params).toEqual([
      'a',
      null,
    ]);
  });

  test.each([
    ['function Page() { return <b />; }', true],
    ['function Page() { return <></>; }', true],
    ['function page() { return <b />; }', false],
    ['function Page() { return 1; }', false],
    ['function Page() { return rows.map(() => <b />); }', false],
    ['const Page = memo(() => <b />);', true],
    ['export default () => <b />;', false],
  ])('%s is a component: %s', (code, component) => expect(facts(code).functions[1]!.component).toBe(component));
});

describe('calls that are kept', () => {
  const names = (code: string) =>
    facts(code).calls.map(({ start, end }) => code.slice(start, end).replace(/^await /, ''));
  const kept = (call: string, before = '') => names(`${before}\n${call};`).some((text) => text === call);

  test.each([
    'base44.anything.at.list()',
    'base44()',
    'window.base44.list()',
    'new WebSocket(url)',
    'new window.WebSocket(url)',
    'new EventSource(url)',
    'new Response(text)',
    'Response.json(rows)',
    'Deno.serve(run)',
    'Deno.connect(x)',
    'setInterval(run, 5)',
    'clearInterval(timer)',
    'setTimeout(run, 5)',
    'window.setInterval(run, 5)',
    'fetch(url)',
    'globalThis.fetch(url)',
    'self.io()',
    "localStorage.setItem('a', b)",
    "window.localStorage.setItem('a', b)",
    'this.anything()',
    'this.client.list()',
    "import('./a').then((m) => m.run())",
  ])('%s', (call) => expect(kept(call)).toBe(true));

  test.each([
    'console.log(1)',
    'Deno.env.get(name)',
    'Math.max(1)',
    'window.alert(1)',
    'window.base44x.list()',
    'localStorage.getItem(a)',
    'document.write(x)',
    'new Date()',
    'new Promise(run)',
    "'a'.trim()",
    '[1].map(run)',
    '({}).see()',
    'app.base44.list()',
    'parent.base44.list()',
  ])('not %s', (call) => expect(kept(call)).toBe(false));

  test.each([
    ["import { run } from './x';", 'run()', true],
    ["import { run } from '@/lib/x';", 'run()', true],
    ["import { run } from '~/lib/x';", 'run()', true],
    ["import { run } from 'src/lib/x';", 'run()', true],
    ["import { run } from '#lib';", 'run()', true],
    ["import { run } from '.';", 'run()', true],
    ["import { run } from '..';", 'run()', true],
    ["import { run } from '/x';", 'run()', true],
    ["import { run } from '@lib/x';", 'run()', true],
    ["import { run } from '@functions/x';", 'run()', true],
    ["import { run } from '@library/x';", 'run()', false],
    ["import { run } from 'x';", 'run()', false],
    ["import { run } from 'x/src/lib';", 'run()', false],
    ["import { Run } from './x';", 'new Run()', true],
    ["import * as x from './x';", 'new x.Run()', false],
    ["import * as x from './x';", 'x.run()', true],
    ["import { x } from './x';", 'x.a.run()', false],
    ["import { x } from './x';", 'x.a.list()', true],
    ["import { createClient } from '@base44/sdk';", 'createClient()', true],
    ["import { createClient } from 'npm:@base44/sdk@0.8.31';", 'createClient()', true],
    ["import io from 'socket.io-client';", 'io()', true],
    ["import WebSocket from 'ws';", 'new WebSocket(url)', true],
    ["import x from 'wsx';", 'new x(url)', false],
    ["import axios from 'axios';", 'axios.get(url)', true],
    ["import Stripe from 'npm:stripe';", 'new Stripe(key)', false],
    ["const s = new (require('stripe'))(k);", 's.refunds.create()', true],
    ['const run = () => 1;', 'run()', true],
    ['const run = () => 1;', 'run.call(x)', true],
    ['const run = () => 1;', 'run.apply(x)', false],
    ['const run = () => 1;', 'run.bind(x)', false],
    ['const m = useMutation({ mutationFn: () => 1 });', 'm.mutate()', true],
    ['const m = useMutation(() => 1);', 'm.mutateAsync()', true],
    ['const m = useMutation(() => 1);', 'm.reset()', false],
    ['const m = useMutation(() => 1);', 'm.mutate.call(x)', false],
    ['const m = useForm({ mutationFn: 1 });', 'm.mutated()', false],
    ['const p = new Proxy(base44, {});', 'p.entities.Task.list()', true],
    ['const p = new Proxied(base44, {});', 'p.entities.Task.list()', false],
  ])('%s %s: %s', (before, call, expected) => expect(kept(call, before)).toBe(expected));

  test.each([
    ['const run = (x) => { x.list(); };', 'x.list()', true],
    ['const run = (x) => { x.entities.Task.update(); };', 'x.entities.Task.update()', true],
    ['const run = (x) => { x.trim(); };', 'x.trim()', false],
    ['const run = (x) => { x(); };', 'x()', false],
    ['const run = (x) => { new x.List(); };', 'new x.List()', false],
    ['const run = (x) => { x.functions.see(); };', 'x.functions.see()', true],
    ['const run = (x) => { x.auth.login.see(); };', 'x.auth.login.see()', true],
    ['const run = (x) => { x.other.see(); };', 'x.other.see()', false],
    ['for (const x of [a.b, c.d]) { x.list(); }', 'x.list()', true],
    ['for (const x of [1, 2]) { x.list(); }', 'x.list()', false],
    ['for (const x of rows()) { x.list(); }', 'x.list()', false],
    ['for (const [, x] of Object.entries(map)) { x.list(); }', 'x.list()', true],
    ['const run = (all) => { for (const x of all) { x.list(); } };', 'x.list()', true],
    ['const run = (all) => { for (const x of all) { x.trim(); } };', 'x.trim()', false],
    ['const run = (x, key) => { x[key](); };', 'x[key]()', false],
    ['base44.entities[name].list();', 'base44.entities[name].list()', true],
    ['let x = null; x = nothing ? y() : other; x.list();', 'x.list()', false],
    ['let x = a; x += 1; x.list();', 'x.list()', true],
    ['let x = a; x += 1; x.trim();', 'x.trim()', false],
  ])('%s keeps %s: %s', (code, call, expected) => expect(names(code).includes(call)).toBe(expected));

  test('a function that is handed to an array method is called by it', () => {
    const code = 'function run(x) {} ids.map(run); ids.map((id) => run(id));';
    expect(names(code)).toEqual(['ids.map(run)', 'run(id)']);
    expect(names("import { run } from './x'; ids.forEach(run); ids.push(run);")).toEqual(['ids.forEach(run)']);
    expect(names("import { run } from 'x'; ids.forEach(run);")).toEqual([]);
    expect(names('ids.forEach(nowhere);')).toEqual([]);
  });

  test('what a wrapper makes of its parameter calls it', () => {
    const wrapper = (inside: string) => `const wrap = (handler) => ${inside};`;
    expect(names(wrapper('(req) => handler(req)'))).toEqual(['handler(req)']);
    expect(names(wrapper('(req) => handler()'))).toEqual([]);
    expect(names(wrapper('handler(5)'))).toEqual([]);
    expect(names(wrapper('(req) => new handler(req)'))).toEqual([]);
  });

  test('a call knows its name, its arguments and what it waits for', () => {
    const code = "if (on) await base44.entities.Task.update('a', { b });";
    const [call] = facts(code).calls;
    const text = ({ start, end }: { start: number; end: number }) => code.slice(start, end);
    expect(text(call!.name)).toBe('update');
    expect(call!.argSpans.map(text)).toEqual(["'a'", '{ b }']);
    expect(call).toMatchObject({ fn: 0, isNew: false, loops: [], conditions: ['present'], guards: [] });
    const bare = facts('base44();').calls[0]!;
    expect(bare).not.toHaveProperty('conditions');
    expect(bare).not.toHaveProperty('arms');
  });
});

describe('what is put in the place of the client', () => {
  test.each([
    ['sdk.entities = {};', ['entities']],
    ["sdk['asServiceRole'] = x;", ['asServiceRole']],
    ['sdk.entity = {};', []],
    ['entities = {};', []],
    ['x = sdk.entities;', []],
  ])('%s', (code, keys) => expect(facts(code).writes.map(({ key }) => key)).toEqual(keys));
});

describe('calls of what the app gives', () => {
  test.each([
    ["import { ai } from './x'; ai.llm.chat();", ['chat']],
    ["import { ai } from 'x'; ai.llm.chat();", []],
    ['function useChat() {} const c = useChat(); c.send();', ['send']],
    ["import { useChat } from './x'; const c = useChat(); c.send();", ['send']],
    ["import { useChat } from 'x'; const c = useChat(); c.send();", []],
    ["import { useContext } from 'react'; const c = useContext(X); c.send();", ['send']],
    ["import { use } from 'react'; const c = use(X); c.send();", ['send']],
    ["import { useState } from 'react'; const c = useState(X); c.send();", []],
    ['const c = React.useContext(X); c.send();', ['send']],
    ['const c = React.useMemoX(X); c.send();', []],
    ["import { Chat } from './x'; const c = new Chat(); c.send();", []],
    ["import { Chat } from './x'; const c = Chat(); new c.send();", []],
    ["import { ai } from './x'; ai.setRows();", []],
    ["import { ai } from './x'; ai.settle();", []],
  ])('%s', (code, keys) =>
    expect(facts(code).indirect.map(({ callee }) => (callee.t === 'get' ? callee.key : ''))).toEqual(keys),
  );

  test.each([
    ["import { send } from './x'; const a = <b onClick={send} />;", ['onClick']],
    ["import { send } from './x'; const a = <b onClick={send()} />;", []],
    ["import { send } from './x'; const a = <b send={send} />;", []],
    ["import { send } from './x'; const a = <A.B value={send} />;", []],
    ["import { send } from './x'; const a = <b onClick={() => send()} />;", []],
    ['const send = () => 1; const a = <b onClick={send} />;', []],
    ['const m = useMutation(() => 1); const a = <b onClick={m.mutate} />;', ['onClick']],
    ['const m = useMutation(() => 1); const a = <b onClick={m.reset} />;', []],
    ['const a = <b onClick={console.log} />;', []],
  ])('handed: %s', (code, events) => expect(facts(code).handed.map(({ use }) => use.event)).toEqual(events));

  test.each([
    ['const Chat = createContext(); const a = <Chat.Provider value={x} />;', 1],
    ['const Chat = createContext(); const a = <Chat.Consumer value={x} />;', 0],
    ['const Chat = createContext(); const a = <Chat.Provider other={x} />;', 0],
    ['const Chat = createContext(); const a = <Chat.Provider value="x" />;', 0],
    ['const Chat = createContext(); const a = <A.Chat.Provider value={x} />;', 0],
    ['const Chat = createContext(); const a = <Provider value={x} />;', 0],
  ])('provided: %s: %d', (code, count) => expect(facts(code).provided).toHaveLength(count));
});
