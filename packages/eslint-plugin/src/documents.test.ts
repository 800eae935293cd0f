import { join } from 'node:path';
import json from '@eslint/json';
import { defineRule, type AnyRule } from '@base44-lint/rules';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { createEslintRule } from './create-rule.js';
import { presetConfig } from './presets.js';
import { folderWith } from './testing/index.js';

/** A small rule: an entity must not be called Secret. */
const nameRule: AnyRule = defineRule({
  meta: {
    name: 'no-secret-name',
    description: 'disallow the name Secret',
    limitations: ['data-default-open'],
    preset: 'recommended',
    since: '0.2.0',
    precision: 'high',
    words: [],
    related: [],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},
  *checkJson({ app, document: { root, entity, text } }) {
    const start = text.indexOf('"Secret"');
    if (!root || !entity || start < 0) return;
    yield {
      severity: 'high',
      confidence: 'certain',
      message: `${entity.name} is one of ${Object.keys(app.entities).join(', ')}.`,
      span: { start, end: start + 8 },
      evidence: [],
      advice: '',
      suggestions: [{ title: 'Call it Note', edits: [{ start, end: start + 8, text: '"Note"' }] }],
    };
  },
});

const file = 'base44/entities/Secret.jsonc';
const files = {
  'base44/config.jsonc': '{}',
  'base44/entities/Task.jsonc': '{ "name": "Task" }',
  [file]: '{ "name": "Old" }',
};
const text = '{\n  // who reads this?\n  "name": "Secret",\n}';

const plugin = { rules: { 'no-secret-name': createEslintRule(nameRule) } };
const preset = () => presetConfig('recommended', plugin, [nameRule]);
const lint = (config: Linter.Config[], filename: string, code = text) =>
  new Linter({ cwd: '/' }).verify(code, config, { filename });

describe('a schema in the editor', () => {
  test('is judged by its text, not by what lies on disk, and among the schemas of its app', () => {
    const [message, ...others] = lint(preset(), join(folderWith(files), file));
    expect(others).toEqual([]);
    expect(message).toMatchObject({ line: 3, column: 11, endLine: 3, endColumn: 19 });
    expect(
      message!.message
        .split(/ is one of |, |\./)
        .slice(0, -1)
        .sort(),
    ).toEqual(['Secret', 'Secret', 'Task']);
    expect(message!.suggestions).toMatchObject([{ desc: 'Call it Note' }]);
  });

  test("is at the same place through @eslint/json, whose language the app's own config may choose", () => {
    const config: Linter.Config = {
      files: ['**/*.jsonc'],
      plugins: { base44: plugin, json },
      language: 'json/jsonc',
      languageOptions: { allowTrailingCommas: true },
      rules: { 'base44/no-secret-name': 'error' },
    };
    const path = join(folderWith(files), file);
    // Only the language of JavaScript has types of nodes.
    const byPreset = lint(preset(), path).map((message) => ({ ...message, nodeType: undefined }));
    expect(lint([config], path).map((message) => ({ ...message, nodeType: undefined }))).toEqual(byPreset);
  });

  test.each([
    ['on its line', '{\n  "name": "Secret" // eslint-disable-line base44/no-secret-name -- agreed\n}'],
    ['on the line before', '{\n  // eslint-disable-next-line base44/no-secret-name -- agreed\n  "name": "Secret"\n}'],
    ['for the file', '/* eslint-disable base44/no-secret-name -- agreed */\n{ "name": "Secret" }'],
  ])('is left alone where a comment says so: %s', (_, code) => {
    expect(lint(preset(), join(folderWith(files), file), code)).toEqual([]);
  });

  test.each([
    ['broken', '{ "name": "Secret", '],
    ['empty', ''],
    ['nested past all reason', '['.repeat(50_000)],
  ])('that is %s ends no lint run', (_, code) => {
    expect(() => lint(preset(), join(folderWith(files), file), code)).not.toThrow();
  });

  test('hears nothing from rules about JavaScript, whatever they apply to', () => {
    const everywhere: Linter.Config = {
      rules: { 'eol-last': 'error', 'no-irregular-whitespace': 'error', strict: 'error' },
    };
    const messages = lint([everywhere, ...preset()], join(folderWith(files), file));
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['base44/no-secret-name']);
  });
});

test('a rule that fails on a file says so, and the lint run goes on', () => {
  const failing: AnyRule = {
    ...nameRule,
    checkJson() {
      throw new Error('no such thing.');
    },
  };
  const config = presetConfig('recommended', { rules: { 'no-secret-name': createEslintRule(failing) } }, [failing]);
  expect(lint(config, join(folderWith(files), file))).toMatchObject([
    { line: 1, column: 1, message: 'The rule failed on this file (no such thing), so its verdict is missing here.' },
  ]);
});

test('broken settings of the app are said once, and the lint run goes on', () => {
  const folder = folderWith({ ...files, 'base44-lint.config.jsonc': '{ "severity": 1 }' });
  expect(lint(preset(), join(folder, file))).toMatchObject([{ messageId: 'notChecked' }]);
});

test.each([
  ['outside any app', {}, 'entities/Secret.jsonc'],
  ['that configures nothing', files, 'base44/entities.jsonc'],
  [
    "that the app's settings leave out",
    { ...files, 'base44-lint.config.jsonc': '{ "ignore": ["base44/entities"] }' },
    file,
  ],
])('a JSON file %s is left alone', (_, others, name) => {
  const everyJson = { ...preset().at(-1)!, files: ['**/*.jsonc'] };
  expect(lint([everyJson], join(folderWith(others), name))).toEqual([]);
});
