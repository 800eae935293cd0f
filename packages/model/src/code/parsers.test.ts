import { describe, expect, test } from 'vitest';
import type { FileFacts } from './facts.js';
import { EXAMPLES, exampleFiles } from './testing/examples.js';
import { recognisersFor } from './testing/parsers.js';

/** Syntax in which trees or scopes of parsers are known to differ. */
const snippets: Readonly<Record<string, string>> = {
  'optional chains.jsx': `
    import { base44 } from '@/api/base44Client';
    export async function load(id) {
      const rows = await base44?.entities?.Task?.list?.();
      const one = (await base44.entities?.['Task'].get(id))?.title;
      return (rows ?? [])?.[0]?.owner ?? one;
    }`,
  'parentheses.jsx': `
    import { base44 } from '@/api/base44Client';
    const client = ((base44));
    export const load = (async () => (await ((client.entities).Task).list(('-created_date'), (50))));
    const pick = (a, b) => ((a) ? (b) : ({ a, ...(b || {}) }));
    export default (pick);`,
  'directives, labels and switch.js': `
    'use strict';
    import { base44 } from './api/base44Client';
    export async function sync(kind, ids) {
      'use server';
      outer: for (const id of ids) {
        switch (kind) {
          case 'a': { await base44.entities.A.delete(id); break outer; }
          case 'b': await base44.entities.B.delete(id);
          default: continue outer;
        }
      }
    }`,
  'JSX names, attributes and entities.jsx': `
    import * as UI from '@/components/ui';
    import { base44 } from '@/api/base44Client';
    const Row = ({ task, onDelete = () => base44.entities.Task.delete(task.id) }) => (
      <UI.Row key={task.id} title="a&amp;b&#x2713;" data-key='sk_1' onClick={onDelete} {...task} xlink:href="#x">
        {/* nothing */}
        {task.done && <b>{task.title}&nbsp;</b>}
        <></>
      </UI.Row>
    );
    export function List({ tasks }) {
      return tasks.map((task) => <Row task={task} key={task.id} onDelete={async () => { await base44.entities.Task.delete(task.id); }} />);
    }`,
  'classes and private names.js': `
    import { createClient } from '@base44/sdk';
    export class Store extends Map {
      static #shared = createClient({ appId: 'x' });
      #client; tasks = Store.#shared.entities.Task;
      constructor(client) { super(); this.#client = client; this.client = client; }
      static { this.ready = true; }
      get all() { return this.client.entities.Task.list(); }
      async remove(id) { if (#client in this) await this.#client.entities.Task.delete(id); super.delete(id); }
    }`,
  'destructuring and defaults.js': `
    import { base44 as sdk } from '@/api/base44Client';
    const { entities: { Task, Order: Orders = null, ...others }, asServiceRole = sdk } = sdk;
    export const { auth } = sdk;
    export async function load([first, , third = 3] = [], { limit = 50, where: { status } = {} } = {}, ...rest) {
      let rows; rows = await Task.filter({ status, [first]: third, ...rest[0] }, '-x', limit);
      ({ rows } = await Orders.list());
      [rows] = await Promise.all([others.X.list(), asServiceRole.entities.Y.list()]);
      return rows;
    }`,
  'literals.js': `
    const big = 10n ** 2n, hex = 0xff, sep = 1_000, pattern = /a(?<b>b)/v, neg = -5, n = null, t = true;
    const text = \`a\${hex}b\`, tagged = String.raw\`\\u{1}\`, plain = \`none\`, escaped = 'a\\u0062c\\x64 longer';
    export { big, sep as 'a name', pattern, neg, n, t, text, tagged, plain, escaped, hex as default };`,
  'exports and imports.js': `
    import def, { a as b, default as c } from './x.js';
    import * as ns from './y';
    import './side-effect.css';
    import data from './data.json' with { type: 'json' };
    export * from './z.js';
    export * as all from './z.js';
    export { one, two as three, default as again } from './w.js';
    export const lazy = () => import('./lazy.js'), sync = require('./old.js');
    export default async function* stream() { yield* ns.items(b, c, def, data); await import(\`./\${b}.js\`); }`,
  'guards and results.js': `
    import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
    Deno.serve(async (req) => {
      const base44 = createClientFromRequest(req);
      const user = await base44.auth.me().catch(() => null);
      if (!user || (user.role !== 'admin' && !['owner'].includes(user?.role))) return Response.json({}, { status: 403 });
      const rows = await base44.asServiceRole.entities.Task.filter({});
      for await (const row of rows) { try { await base44.entities.Log.create({ row: row.id }); } catch { continue; } finally { void 0; } }
      do { rows.length--; } while (rows.length);
      return Response.json(rows.filter((row) => row.owner === user.id).map(({ id, title }) => ({ id, title })));
    });`,
  'accessors and generators.js': `
    import { base44 } from '@/api/base44Client';
    export const repo = {
      get tasks() { return base44.entities.Task; },
      set tasks(value) { throw new Error(value); },
      async *pages(size) { for (let skip = 0; ; skip += size) yield base44.entities.Task.list('', size, skip); },
      ['remove']: async function (id) { await base44.entities.Task.delete(id); },
      async update(id) { return new.target ?? import.meta.url ?? (id, base44.entities.Task.update(id, { seen: true })); },
    };`,
  'redeclared and shadowed.js': `
    import { base44 } from '@/api/base44Client';
    var total; var total = base44.entities.Task.list();
    function load(base44) { { let total = base44.entities.Order.list(); return total; } }
    export const run = function load(n) { return n ? load(n - 1) : arguments.length; };
    try { load({}); } catch (error) { var total = error; }
    export { total };`,
  'types.ts': `
    import type { Task } from './types';
    import { type Order, createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
    type Client = ReturnType<typeof createClientFromRequest>;
    interface Options { readonly client: Client; limit?: number }
    enum Kind { A = 'a', B = 'b' }
    declare const injected: Client;
    namespace Inner { export const x = injected.entities.Task.list(); }
    abstract class Repo<T extends { id: string }> {
      declare readonly kind: Kind;
      constructor(private readonly client: Client, protected limit = 10) {}
      abstract remove(id: string): Promise<void>;
      async all(this: Repo<T>): Promise<T[]> { return (await (this.client as Client)!.entities.Task.list('', this.limit)) as unknown as T[]; }
    }
    export function load(options: Options, first?: string): Promise<Task[]>;
    export async function load({ client, limit = 5 }: Options) {
      const handle = client.entities['Task'] satisfies unknown;
      return (<any>handle).filter<Order>({ status: Kind.A as const }, undefined!, limit);
    }
    export default Repo;
    export = load;`,
  'types.tsx': `
    import { base44 } from '@/api/base44Client';
    const useRows = <T,>(name: string) => (base44.entities as any)[name].list() as Promise<T[]>;
    export const List: React.FC<{ names: string[] }> = ({ names }) => <ul>{names.map((name) => <li key={name}>{String(useRows<number>(name))}</li>)}</ul>;`,
};

const withoutFile = (facts: FileFacts) => ({ ...facts, file: '' });

function expectSameFacts(text: string, file: string): void {
  const found = Object.entries(recognisersFor(file)).map(
    ([parser, recogniser]) => [parser, withoutFile(recogniser(text, file))] as const,
  );
  const [reference, ...others] = found;
  for (const [parser, facts] of others) expect(facts, `${parser} against ${reference?.[0]}`).toEqual(reference?.[1]);
}

describe('the facts do not depend on the parser', () => {
  test.each(Object.keys(snippets))('%s', (file) => {
    expectSameFacts(snippets[file] as string, file);
  });

  describe.each(EXAMPLES)('%s', (example) => {
    test.each(exampleFiles(example))('$file', ({ file, text }) => {
      expectSameFacts(text, file);
    });
  });

  test('JavaScript is read by four pairs of parser and scopes, TypeScript by two', () => {
    expect(Object.keys(recognisersFor('a.jsx'))).toEqual(['ESLint 9', 'ESLint 10', 'typescript-estree', 'oxc-parser']);
    expect(Object.keys(recognisersFor('a.ts'))).toEqual(['typescript-estree', 'oxc-parser']);
  });
});
