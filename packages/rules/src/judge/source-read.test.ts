import { describe, expect, test } from 'vitest';
import { appOf, viewOf } from '../testing/sample.js';
import { isUnbounded, sourceReadOf } from './source-read.js';

const before = `import { base44 } from '@/api/base44Client';\nconst { Task, Order } = base44.entities;\n`;

/** The read whose rows a loop over this list visits: `Entity.method`, with `some` where not all of them. */
function readBehind(list: string): string | undefined {
  const sample = {
    code: `${before}const load = async (rows, row) => { for (const one of ${list}) await Order.delete(one.id); };`,
  };
  const { entityCalls } = viewOf(sample, appOf(sample));
  const { over } = entityCalls.find(({ method }) => method === 'delete')!.execution.loops[0]!;
  const found = sourceReadOf(over, entityCalls);
  return found && `${found.call.entity.name}.${found.call.method}${found.narrowed ? ' some' : ''}`;
}

describe('the read whose rows a list holds', () => {
  test.each([
    [`await Task.list()`, 'Task.list'],
    [`await Task.filter({ status: 'open' })`, 'Task.filter'],
    [`[...(await Task.list())]`, 'Task.list'],
    [`[...rows, ...(await Task.list())]`, 'Task.list'],
    [`(await Task.list()).items`, 'Task.list'],
    [`(await Task.list()).data`, 'Task.list'],
    [`(all ? await Task.list() : [])`, 'Task.list'],
    [`(all ? rows : await Task.list())`, 'Task.list'],
    [`Array.from(await Task.list())`, 'Task.list'],
    [`Object.values(await Task.list())`, 'Task.list'],
    [`(await Task.list()).map((one) => one.owner)`, 'Task.list'],
    [`(await Task.list()).sort()`, 'Task.list'],
    [`(await Task.list()).filter((one) => one.open)`, 'Task.list some'],
    [`(await Task.list()).slice(0, 50)`, 'Task.list some'],
    [`(await Task.list()).splice(0, 50)`, 'Task.list some'],
    [`(await Task.list()).find((one) => one.open)`, 'Task.list some'],
    [`(await Task.list()).findLast((one) => one.open)`, 'Task.list some'],
    [`(await Task.list()).flatMap((one) => one.parts)`, 'Task.list some'],
    [`(await Task.list()).filter((one) => one.open).map((one) => one.owner)`, 'Task.list some'],
    [`(all ? await Task.list() : []).filter((one) => one.open)`, 'Task.list some'],
    [`[...(await Task.list())].filter((one) => one.open)`, 'Task.list some'],
    [`(await Task.list()).items.filter((one) => one.open)`, 'Task.list some'],
    [`Array.from((await Task.list()).slice(0, 9))`, 'Task.list some'],
    [`(await Task.filter({ open: true })).filter((one) => one.mine)`, 'Task.filter some'],
  ])('%s', (list, read) => expect(readBehind(list)).toBe(read));

  test.each([
    `rows`,
    `row.parts`,
    `[...rows]`,
    `[row]`,
    `load()`,
    `rows.filter((one) => one.open)`,
    `(await Task.list()).rows`,
    `(await Task.list())[0].parts`,
    `(await Task.get(row.id)).items`,
    `Array.from()`,
    `['a', 'b']`,
  ])('none: %s', (list) => expect(readBehind(list)).toBeUndefined());
});

describe('a read without bound', () => {
  const schemas = { Order: { properties: { region: { type: 'string', enum: ['north', 'south'] } } } };
  const reads = (call: string) => {
    const sample = { code: `${before}const load = (q, n, role) => ${call};`, schemas };
    const app = appOf(sample);
    return isUnbounded(app, viewOf(sample, app).entityCalls[0]!);
  };

  test.each([
    `Task.list()`,
    `Task.list('-created_date')`,
    `Task.list('-created_date', 200)`,
    `Task.filter()`,
    `Task.filter({})`,
    `Task.filter({}, '-created_date', 5000)`,
    `Task.filter({ status: 'open' })`,
    `Task.filter({ role: 'user' })`,
    `Order.filter({ region: 'north' })`,
    `base44.entities[q].filter({ status: 'open' })`,
  ])('%s', (call) => expect(reads(call)).toBe(true));

  test.each([
    `Task.list('-created_date', 199)`,
    `Task.list('-created_date', n)`,
    `Task.filter({}, '-created_date', 20)`,
    `Task.filter({ owner_id: q })`,
    `Task.filter({ region: 'north' })`,
    `Task.filter({ status: 'open', ...q })`,
    `Task.filter({ role: 'admin' })`,
    `Task.filter({ user_role: role })`,
    `Task.filter({ is_admin: true })`,
    `Task.filter({ isAdmin: true })`,
    `Task.filter(q)`,
    `Task.filter(q || {})`,
  ])('bounded, or nobody can tell: %s', (call) => expect(reads(call)).toBe(false));
});
