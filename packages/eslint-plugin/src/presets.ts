import { checks, presetHasRule, type AnyRule, type Preset } from '@base44-lint/rules';
import type { ESLint, Linter } from 'eslint';
import { foreignDirectives, ownFindings } from './foreign-directives.js';
import { jsonParser } from './json-parser.js';
import { floorOf } from './options.js';
import { typescriptParser } from './parser.js';
import { meta } from './version.js';

const javascript = '**/*.{js,jsx,mjs,cjs}';
const typescript = '**/*.{ts,tsx,mts,cts}';

/** What `documentKindOf` knows as configuration of an app; other JSON below `base44` is left alone. */
const configuration = [
  '**/base44/{entities,agents,workflows,connectors,auth}/**/*.{jsonc,json}',
  '**/base44/functions/**/function.{jsonc,json}',
  '**/base44/config.{jsonc,json}',
];

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
  const setting = ({ meta: { name } }: AnyRule): [string, Linter.RuleEntry] => [
    `${meta.namespace}/${name}`,
    ['error', floorOf(preset)],
  ];
  return [
    {
      name: `${meta.namespace}/${preset}`,
      files: [javascript, typescript],
      ignores,
      plugins: { [meta.namespace]: plugin },
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
      processor: foreignDirectives,
      rules: Object.fromEntries(held.filter((rule) => checks(rule, 'checkCode')).map(setting)),
    },
    {
      name: `${meta.namespace}/${preset}/typescript`,
      files: [typescript],
      ignores,
      languageOptions: { parser: typescriptParser },
    },
    {
      name: `${meta.namespace}/${preset}/configuration`,
      files: [...configuration],
      ignores,
      plugins: { [meta.namespace]: plugin },
      languageOptions: { parser: jsonParser },
      processor: ownFindings,
      rules: Object.fromEntries(held.filter((rule) => checks(rule, 'checkJson', 'checkText')).map(setting)),
    },
  ];
}
