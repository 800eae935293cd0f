import { checks, presets, rules, type Preset } from '@base44-lint/rules';
import type { ESLint, Linter, Rule } from 'eslint';
import { createEslintRule } from './create-rule.js';
import { presetConfig } from './presets.js';
import { meta } from './version.js';

/** `eslint-plugin-base44`: the rules of base44-lint for ESLint 9 and 10, flat config only. */
export interface Base44Plugin extends ESLint.Plugin {
  meta: { name: string; version: string; namespace: string };
  rules: Record<string, Rule.RuleModule>;
  /** Spread one into `eslint.config.js`, or name it in `extends` of `defineConfig`. */
  configs: Record<Preset, Linter.Config[]>;
}

/** Rules about the app as a whole have no place in an editor, which sees one file at a time. */
const rulesForFiles = rules.filter((rule) => checks(rule, 'checkCode', 'checkJson', 'checkText'));

const plugin: Base44Plugin = {
  meta,
  rules: Object.fromEntries(rulesForFiles.map((rule) => [rule.meta.name, createEslintRule(rule)])),
  configs: { recommended: [], strict: [], audit: [] },
};

// A preset names the plugin that holds it, so the blocks are filled in after the plugin object exists.
for (const preset of presets) plugin.configs[preset] = presetConfig(preset, plugin, rulesForFiles);

export default plugin;
