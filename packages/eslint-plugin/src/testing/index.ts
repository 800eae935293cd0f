import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { defineRule, type AnyRule } from '@base44-lint/rules';
import { Linter, type Rule } from 'eslint';
import { onTestFinished } from 'vitest';
import { createEslintRule } from '../create-rule.js';

/** A folder with these files, removed after the test. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'base44-plugin-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  write(folder, files);
  return folder;
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A small rule: reports every `list` call by its method name, with severity by the entity's read access. */
export const listRule: AnyRule = defineRule({
  meta: {
    name: 'no-list',
    description: 'disallow list',
    limitations: ['data-default-open'],
    preset: 'recommended',
    since: '0.1.0',
    precision: 'high',
    words: ['list'],
    related: [],
    schema: {
      type: 'object',
      properties: {
        allow: { type: 'array', items: { type: 'string' }, description: 'Entities to skip.', default: [] },
      },
      additionalProperties: false,
    },
  },
  defaults: { allow: [] as readonly string[] },
  *checkCode({ app, file, sdk, options }) {
    for (const { entity, method, span, methodSpan } of file.entityCalls) {
      if (method !== 'list' || entity.name === null || options.allow.includes(entity.name)) continue;
      const read = app.entities[entity.name]?.access.read.kind ?? 'unknown';
      yield {
        severity: read === 'open' ? 'high' : read === 'unknown' ? 'medium' : 'low',
        confidence: 'likely',
        message: `${entity.name} is ${read} in ${file.file} on SDK ${sdk.version}.`,
        span: methodSpan,
        evidence: [],
        advice: 'Use {{filter}}.',
        suggestions: [
          {
            title: 'Read nothing',
            edits: [
              { start: span.start, end: span.start, text: '/* none */ ' },
              { ...methodSpan, text: 'filter' },
            ],
          },
        ],
      };
    }
  },
});

/** What ESLint says about one file under `rule`. */
export function lint(
  rule: AnyRule | Rule.RuleModule,
  input: { readonly text: string; readonly filename: string; readonly options?: object; readonly cwd?: string },
): Linter.LintMessage[] {
  const module = 'create' in rule ? rule : createEslintRule(rule);
  const linter = new Linter({ cwd: input.cwd ?? '/' });
  const config: Linter.Config = {
    files: ['**/*.js', '**/*.jsx'],
    plugins: { base44: { rules: { tried: module } } },
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: { 'base44/tried': input.options ? ['error', input.options] : 'error' },
  };
  return linter.verify(input.text, config, { filename: input.filename });
}
