import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const schemas = {
  Order: { properties: { user_id: {}, total: {} } },
  Article: { properties: { title: {}, body: {}, image: {} } },
  Lead: { properties: { email: {}, message: {} } },
};
const entity = (entity_name: string, ...allowed_operations: string[]) => ({ entity_name, allowed_operations });
const call = (function_name: string) => ({ function_name });

function agent(tools: unknown, anonymous: unknown = true): Sample {
  const content = { name: 'help', instructions: '', tool_configs: tools, allow_anonymous_access: anonymous };
  return { file: 'base44/agents/help.jsonc', code: JSON.stringify(content, null, 2), schemas };
}

function only(sample: Sample) {
  const findings = run(rule, sample);
  expect(findings).toHaveLength(1);
  return findings[0]!;
}

test('an agent that everyone may talk to is drawn at its switch', () => {
  const sample = agent([entity('Article', 'read'), entity('Order', 'read', 'update', 'delete'), call('refundOrder')]);
  expect(squiggled(rule, sample)).toMatchInlineSnapshot(`
    " 23 |   "allow_anonymous_access": true
        |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

    [1] high/certain Anyone, signed in or not, can talk this agent into deleting rows of \`Order\`.
        advice: Set \`allow_anonymous_access\` to false, or leave the agent only tools that read what everyone may see or add requests for people to check.
        evidence: base44/agents/help.jsonc: may \`delete\` and \`update\` Order
        evidence: base44/agents/help.jsonc: may call refundOrder"
  `);
});

describe('anonymous', () => {
  test.each([
    ['changing what is somebody’s', [entity('Order', 'update')], 'high', 'changing rows of `Order`'],
    ['the shorthand', [entity('Order', 'write')], 'high', 'deleting rows of `Order`'],
    ['changing what everyone sees', [entity('Article', 'update')], 'medium', 'changing rows of `Article`'],
    ['adding what is somebody’s', [entity('Order', 'create')], 'medium', 'adding rows of `Order`'],
    ['adding requests', [entity('Lead', 'create')], 'low', 'adding rows of `Lead`'],
    ['a function that does something', [call('shop/refundOrder')], 'medium', 'calling `shop/refundOrder`'],
  ] as const)('%s', (_, tools, severity, words) => {
    const found = only(agent(tools));
    expect(found.severity).toBe(severity);
    expect(found.message).toContain(words);
  });

  test.each<[string, unknown]>([
    ['reads only', [entity('Order', 'read'), entity('Article', 'read')]],
    ['functions that answer', [call('getPrices'), call('catalog/searchProducts')]],
    ['no tools', []],
    ['tools of an unknown shape', [{ web_search: true }, null, 'x']],
    ['no list of tools', null],
  ])('is silent: %s', (_, tools) => {
    expectClean(rule, agent(tools));
  });
});

describe('the sentence for everyone', () => {
  test('names what is worst, each tool with what it may do', () => {
    const found = only(agent([call('refundOrder'), entity('Lead', 'create'), entity('Article', 'update', 'create')]));
    expect(found).toMatchObject({
      severity: 'medium',
      confidence: 'certain',
      message:
        'Anyone, signed in or not, can talk this agent into calling `refundOrder` and changing rows of `Article`.',
    });
    expect(found.evidence.map(({ file, note }) => `${file}: ${note}`)).toEqual([
      'base44/agents/help.jsonc: may call refundOrder',
      'base44/agents/help.jsonc: may `create` Lead',
      'base44/agents/help.jsonc: may `update` and `create` Article',
    ]);
  });

  test('names three at most', () => {
    const found = only(agent(['a', 'b', 'c', 'd'].map(call)));
    expect(found.message).toBe(
      'Anyone, signed in or not, can talk this agent into calling `a`, calling `b` and calling `c`.',
    );
    expect(found.confidence).toBe('likely');
  });

  test('of requests gives other advice', () => {
    expect(only(agent([entity('Lead', 'create')]))).toMatchObject({
      severity: 'low',
      message: 'Anyone, signed in or not, can talk this agent into adding rows of `Lead`.',
      advice: 'Expect rows of any content and number, and let nothing of value follow from them by itself.',
    });
  });

  test.each([
    ['Booking', 'low'],
    ['ContactMessages', 'low'],
    ['Feedback', 'low'],
    ['SignUp', 'low'],
    ['LeadScore', 'medium'],
  ])('adding personal rows of %s is %s', (name, severity) => {
    const fields = { [name]: { properties: { email: {}, phone: {} } } };
    expect(only({ ...agent([entity(name, 'create')]), schemas: fields }).severity).toBe(severity);
  });

  test.each([
    ['secrets', { properties: { api_key: {} } }, 'high'],
    ['people', { properties: { phone: {} } }, 'high'],
    ['content', { properties: { title: {} } }, 'medium'],
  ])('deleting %s', (_, Thing, severity) => {
    expect(only({ ...agent([entity('Thing', 'delete')]), schemas: { Thing } }).severity).toBe(severity);
  });

  test.each([
    'fetchOrder',
    'findSlots',
    'lookupOrder',
    'look_up_order',
    'checkStock',
    'readNews',
    'showMenu',
    'calculatePrice',
    'estimate',
    'quote',
    'suggestTimes',
    'recommend',
    'answerFaq',
    'faqSearch',
    'a/b/listShops',
  ])('%s only answers', (name) => expectClean(rule, agent([call(name)])));

  test.each(['createOrder', 'runCheck', 'list/delete'])('%s does more', (name) =>
    expect(only(agent([call(name)])).severity).toBe('medium'),
  );

  test('a switch that stands in no object is drawn at its key all the same', () => {
    const sample = agent([call('refundOrder')]);
    const { start, end } = only(sample).span;
    expect(sample.code.slice(start, end)).toBe('"allow_anonymous_access": true');
  });
});

describe('for signed-in users', () => {
  test('the sentence', () => {
    const all = [entity('Order', 'delete'), entity('Lead', 'write'), entity('User', 'update')];
    const sample = agent(all, false);
    const found = only(sample);
    expect(found).toMatchObject({
      confidence: 'likely',
      message:
        'A misunderstood sentence, or one that somebody planted in the data, is enough for this agent to delete rows of `Order` and `Lead`.',
      advice: 'Leave out `delete`, or let the agent mark rows that a person deletes.',
    });
    expect(found.evidence.map(({ note }) => note)).toEqual(['the same for Lead', 'the same for User']);
    expect(sample.code.slice(found.span.start, found.span.end)).toMatch(/^"allowed_operations": \[\s*"delete"\s*\]$/);
  });

  test('changing users is named as such', () => {
    expect(only(agent([entity('User', 'create')], false)).message).toMatch(
      /is enough for this agent to change rows of `User`\.$/,
    );
  });

  test('three entities are named at most', () => {
    const Order = schemas.Order;
    const many = { A: Order, B: Order, C: Order, D: Order };
    const sample = {
      ...agent(
        Object.keys(many).map((name) => entity(name, 'delete')),
        false,
      ),
      schemas: many,
    };
    expect(only(sample).message).toMatch(/to delete rows of `A`, `B` and `C`\.$/);
  });

  test('deleting what is somebody’s is a hint', () => {
    expect(only(agent([entity('Order', 'read', 'delete'), entity('Lead', 'delete')], false))).toMatchObject({
      severity: 'low',
      message: expect.stringContaining('is enough for this agent to delete rows of `Order` and `Lead`.') as string,
    });
    expect(only(agent([entity('User', 'update')], null)).severity).toBe('low');
  });

  test.each([
    ['changes', [entity('Order', 'read', 'update', 'create')]],
    ['deleting content', [entity('Article', 'delete')]],
    ['functions', [call('refundOrder')]],
  ])('is silent: %s', (_, tools) => {
    expectClean(rule, agent(tools, false));
    expectClean(rule, agent(tools, 'true'));
  });
});

test('other files and texts that do not parse are silent', () => {
  expectClean(rule, {
    file: 'base44/entities/Order.jsonc',
    code: '{ "name": "Order", "allow_anonymous_access": true }',
  });
  expectClean(rule, { file: 'base44/agents/help.jsonc', code: '{ "allow_anonymous_access": true, ' });
});

test('arbitrary agents never throw', () => {
  const tool = fc.record(
    { entity_name: fc.jsonValue(), allowed_operations: fc.jsonValue(), function_name: fc.jsonValue() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.array(tool), fc.jsonValue()), fc.boolean(), (tools, anonymous) => {
      run(rule, agent(tools, anonymous));
    }),
  );
});
