import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEslintRule } from './create-rule.js';
import { folderWith, lint, listRule } from './testing/index.js';

const client = "import { base44 } from '@/api/base44Client';\n";
const files = {
  'package.json': '{ "dependencies": { "@base44/sdk": "0.8.31" } }',
  'base44/config.jsonc': '{ "name": "Shop" }',
  'base44/entities/Order.jsonc': '{ "name": "Order", "type": "object", "properties": {} }',
  'base44/entities/Note.jsonc':
    '{ "name": "Note", "type": "object", "properties": {}, "rls": { "read": { "created_by": "{{user.email}}" } } }',
};
const list = (entity: string) => `${client}base44.entities.${entity}.list();\n`;

describe('a finding in the editor', () => {
  test('has the place of the span, and the message followed by the advice', () => {
    const app = folderWith(files);
    const [message, ...others] = lint(listRule, { text: list('Order'), filename: join(app, 'src/a.js') });
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      ruleId: 'base44/tried',
      severity: 2,
      message: 'Order is open in src/a.js on SDK 0.8.31. Use {{filter}}.',
      line: 2,
      column: 23,
      endLine: 2,
      endColumn: 27,
    });
  });

  test('keeps its place behind a byte-order mark, with Windows line ends and after an emoji', () => {
    const app = folderWith(files);
    const text = `\uFEFF${client.replace('\n', '\r\n')}'😀'; base44.entities.Order.list();`;
    const messages = lint(listRule, { text, filename: join(app, 'src/a.js') });
    expect(messages).toMatchObject([{ line: 2, column: 29, endColumn: 33 }]);
  });

  test('offers the suggestion as one edit over all its parts', () => {
    const app = folderWith(files);
    const text = list('Order');
    const [message] = lint(listRule, { text, filename: join(app, 'src/a.js') });
    expect(message!.suggestions).toHaveLength(1);
    const { desc, fix } = message!.suggestions![0]!;
    expect(desc).toBe('Read nothing');
    expect(text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1])).toBe(
      `${client}/* none */ base44.entities.Order.filter();\n`,
    );
    expect(message!.fix).toBeUndefined();
  });
});

describe('what is reported', () => {
  const severities = (app: string, entity: string, options?: object) =>
    lint(listRule, { text: list(entity), filename: join(app, 'src/a.js'), ...(options && { options }) }).length;

  test('by default what the lowest preset of the rule lets through', () => {
    const app = folderWith(files);
    expect(severities(app, 'Order')).toBe(1);
    expect(severities(app, 'Note')).toBe(0);
  });

  test('less or more with minSeverity and minConfidence', () => {
    const app = folderWith(files);
    expect(severities(app, 'Note', { minSeverity: 'low' })).toBe(1);
    expect(severities(app, 'Order', { minSeverity: 'critical' })).toBe(0);
    expect(severities(app, 'Order', { minConfidence: 'certain' })).toBe(0);
  });

  test("nothing that the rule's own options allow", () => {
    const app = folderWith(files);
    expect(severities(app, 'Order', { allow: ['Order'] })).toBe(0);
  });

  test("what the app's base44-lint.config.jsonc asks for: severity, off, options, ignored files", () => {
    const config = (settings: object) => folderWith({ ...files, 'base44-lint.config.jsonc': JSON.stringify(settings) });
    expect(severities(config({ severity: { 'no-list': 'low' } }), 'Order')).toBe(0);
    expect(severities(config({ severity: { 'no-list': 'off' } }), 'Order', { minSeverity: 'info' })).toBe(0);
    expect(severities(config({ ruleOptions: { 'no-list': { allow: ['Order'] } } }), 'Order')).toBe(0);
    expect(severities(config({ ignore: ['src/a.js'] }), 'Order')).toBe(0);
    expect(severities(config({ ignore: ['src/b.js'] }), 'Order')).toBe(1);
  });

  test("the ESLint config wins over the app's config file", () => {
    const settings = { ruleOptions: { 'no-list': { allow: ['Order'] } } };
    const app = folderWith({ ...files, 'base44-lint.config.jsonc': JSON.stringify(settings) });
    expect(severities(app, 'Order', { allow: ['Note'] })).toBe(1);
  });

  test('unknown entities outside any app', () => {
    const folder = folderWith({});
    const [message] = lint(listRule, { text: list('Order'), filename: join(folder, 'a.js'), cwd: folder });
    expect(message!.message).toBe('Order is unknown in a.js on SDK null. Use {{filter}}.');
  });

  test('text from standard input', () => {
    const [message] = lint(listRule, { text: list('Order'), filename: '<input>.js' });
    expect(message!.message).toMatch(/^Order is unknown/);
  });
});

test('a file that cannot be analysed is named once as not checked, and the lint run goes on', () => {
  const text = `${client}base44.entities.Order.list();`;
  const app = folderWith({ 'base44/config.jsonc': '{}' });
  const module = createEslintRule(listRule);
  const failing: typeof module = {
    ...module,
    create(context) {
      const sourceCode = Object.create(context.sourceCode, {
        scopeManager: { value: null },
      }) as typeof context.sourceCode;
      return module.create(Object.create(context, { sourceCode: { value: sourceCode } }) as typeof context);
    },
  };
  const messages = lint(failing, { text, filename: join(app, 'src/a.js') });
  expect(messages).toMatchObject([{ line: 1, column: 1, messageId: 'notChecked' }]);
  expect(messages[0]!.message).toMatch(/^This file could not be analysed \(.+\), so no base44 rule has checked it\.$/);
});

test('a broken base44-lint.config.jsonc is named instead of passing for no finding', () => {
  const app = folderWith({ ...files, 'base44-lint.config.jsonc': '{ "severity": 1 }' });
  const messages = lint(listRule, { text: list('Order'), filename: join(app, 'src/a.js') });
  expect(messages).toMatchObject([{ messageId: 'notChecked' }]);
  expect(messages[0]!.message).toMatch(/base44-lint\.config\.jsonc/);
});

test('the metadata link to the page of the rule', () => {
  const { meta } = createEslintRule(listRule);
  expect(meta).toMatchObject({
    type: 'problem',
    hasSuggestions: true,
    docs: { url: 'https://github.com/base44-lint/base44-lint/blob/main/docs/rules/no-list.md', recommended: true },
    defaultOptions: [{ allow: [], minSeverity: 'medium', minConfidence: 'likely' }],
  });
  expect(meta).not.toHaveProperty('fixable');
});
