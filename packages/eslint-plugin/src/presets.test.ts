import { checks, rules } from '@base44-lint/rules';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import plugin from './index.js';
import { presetConfig } from './presets.js';
import { listRule } from './testing/index.js';

const auditRule = { ...listRule, meta: { ...listRule.meta, name: 'inventory', preset: 'audit' as const } };
const configured = (preset: 'recommended' | 'strict' | 'audit') =>
  presetConfig(preset, {}, [listRule, auditRule])[0]!.rules;

describe('presets', () => {
  test('hold the rules of the narrower presets, each with its own floor', () => {
    expect(configured('recommended')).toEqual({
      'base44/no-list': ['error', { minSeverity: 'medium', minConfidence: 'likely' }],
    });
    expect(configured('strict')).toEqual({
      'base44/no-list': ['error', { minSeverity: 'low', minConfidence: 'likely' }],
    });
    expect(configured('audit')).toEqual({
      'base44/no-list': ['error', { minSeverity: 'info', minConfidence: 'possible' }],
      'base44/inventory': ['error', { minSeverity: 'info', minConfidence: 'possible' }],
    });
  });

  test('name only rules of the plugin', () => {
    // A rule about the app as a whole sees more than one file, so an editor cannot ask it.
    const forFiles = rules.filter((rule) => checks(rule, 'checkCode', 'checkJson', 'checkText'));
    expect(Object.keys(plugin.rules)).toEqual(forFiles.map((rule) => rule.meta.name));
    const held = plugin.configs.audit.flatMap((block) => Object.keys(block.rules ?? {}));
    expect([...new Set(held)].sort()).toEqual(forFiles.map((rule) => `base44/${rule.meta.name}`));
  });

  test.each(Object.entries(plugin.rules))(
    '%s accepts its own defaults as options, and refuses unknown ones',
    (name, rule) => {
      const check = (options: object) =>
        new Linter().verify('', { plugins: { base44: plugin }, rules: { [`base44/${name}`]: ['error', options] } });
      expect(check((rule.meta!.defaultOptions as object[])[0]!)).toEqual([]);
      expect(() => check({ minSeverity: 'huge' })).toThrow(/should be equal to one of the allowed values/i);
      expect(() => check({ unheardOf: 1 })).toThrow(/unheardOf/);
    },
  );

  test('read JSX in .js and .jsx, types in .ts and .tsx', () => {
    const linter = new Linter();
    const check = (text: string, filename: string) => linter.verify(text, plugin.configs.recommended, { filename });
    expect(check('export const A = () => <p>{1}</p>;', 'src/hooks/a.js')).toEqual([]);
    expect(check('export const A = () => <p>{1}</p>;', 'src/pages/A.jsx')).toEqual([]);
    expect(check('export const a = (b: string): number => Number(b);', 'base44/functions/f/entry.ts')).toEqual([]);
    expect(check('export const A = (p: { a: string }) => <p>{p.a}</p>;', 'src/pages/A.tsx')).toEqual([]);
  });
});
