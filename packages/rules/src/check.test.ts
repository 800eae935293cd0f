import { defaultSettings, type App, type FileView, type SdkVersion, type Settings } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { checkFile, checkText, type AnyRule } from './check.js';
import { defineRule } from './rule.js';

const finding = {
  severity: 'medium',
  confidence: 'likely',
  message: 'A word stands here.',
  evidence: [],
  advice: 'Remove it.',
  suggestions: [],
} as const;

/** Reports every place of `word`. */
function wordRule(name: string, defaults: { word: string }, words: readonly string[] = []): AnyRule {
  const find = function* (text: string, word: string) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      yield { ...finding, span: { start: at, end: at + word.length } };
    }
  };
  return defineRule<{ word: string }>({
    meta: {
      name,
      description: 'disallow a word',
      limitations: ['sec-no-vault'],
      preset: 'recommended',
      since: '0.1.0',
      precision: 'high',
      words,
      related: [],
      schema: { type: 'object', properties: {}, additionalProperties: false },
    },
    defaults,
    checkCode: ({ file, options }) => find(file.text, options.word),
    checkText: ({ text, options }) => find(text, options.word),
  });
}

const settings: Settings = defaultSettings;
const app = {} as App;
const sdk: SdkVersion = { version: '0.8.31', source: 'lock' };
const rules = [wordRule('no-b', { word: 'b' }), wordRule('no-a', { word: 'a' })];
const file = { text: 'b a b' } as FileView;

describe('checkFile', () => {
  test('gives the findings of all rules in order of place, with rule and limitations', () => {
    const found = checkFile({ app, file, sdk, rules, settings });
    expect(found.map(({ rule, span, limitations }) => [rule, span.start, limitations])).toEqual([
      ['no-b', 0, ['sec-no-vault']],
      ['no-a', 2, ['sec-no-vault']],
      ['no-b', 4, ['sec-no-vault']],
    ]);
  });

  test('obeys severities and `off` of the settings', () => {
    const found = checkFile({
      app,
      file,
      sdk,
      rules,
      settings: { ...settings, severity: { 'no-a': 'info', 'no-b': 'off' } },
    });
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['no-a', 'info']]);
  });

  test('gives a rule its options', () => {
    const ruleOptions = { 'no-a': { word: 'b' }, 'no-b': { word: 'nothing' } };
    const found = checkFile({ app, file, sdk, rules, settings: { ...settings, ruleOptions } });
    expect(found.map(({ rule, span }) => [rule, span.start])).toEqual([
      ['no-a', 0],
      ['no-a', 4],
    ]);
  });

  test('does not run a rule on a file without its words', () => {
    const picky = [wordRule('no-a', { word: 'a' }, ['z'])];
    expect(checkFile({ app, file, sdk, rules: picky, settings })).toEqual([]);
    expect(checkFile({ app, file: { text: 'a z' } as FileView, sdk, rules: picky, settings })).toHaveLength(1);
  });
});

test('checkText runs the same rules over text', () => {
  expect(checkText({ app, file: '.env', text: 'a', rules, settings }).map(({ rule }) => rule)).toEqual(['no-a']);
});
