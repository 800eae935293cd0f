import { presetHasRule, type AnyRule, type Preset } from '@base44-lint/rules';
import type { ESLint, Linter } from 'eslint';
import { foreignDirectives } from './foreign-directives.js';
import { floorOf } from './options.js';
import { typescriptParser } from './parser.js';
import { meta } from './version.js';

const javascript = '**/*.{js,jsx,mjs,cjs}';
const typescript = '**/*.{ts,tsx,mts,cts}';

/** Build output and declarations. Skipped by our blocks only: a config-wide `ignores` would hide them from the app's own rules. */
const ignores = ['**/dist/**', 'build/**', '**/coverage/**', '**/*.min.js', '**/*.d.{ts,mts,cts}'];

/**
 * Flat-config blocks of one preset. They bring their own `files`, because the config that exports ship lints only
 * components and pages, and their own TypeScript parser, because it has none.
 *
 * Every rule is an `error`: exports run `eslint . --quiet`, which drops warnings.
 */
export function presetConfig(preset: Preset, plugin: ESLint.Plugin, rules: readonly AnyRule[]): Linter.Config[] {
  const held = rules.filter((rule) => presetHasRule(preset, rule.meta));
  return [
    {
      name: `${meta.namespace}/${preset}`,
      files: [javascript, typescript],
      ignores,
      plugins: { [meta.namespace]: plugin },
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
      processor: foreignDirectives,
      rules: Object.fromEntries(
        held.map((rule) => [`${meta.namespace}/${rule.meta.name}`, ['error', floorOf(preset)]]),
      ),
    },
    {
      name: `${meta.namespace}/${preset}/typescript`,
      files: [typescript],
      ignores,
      languageOptions: { parser: typescriptParser },
    },
  ];
}
