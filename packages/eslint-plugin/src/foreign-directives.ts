import type { Linter } from 'eslint';
import { meta } from './version.js';

const unknownRule = /^Definition for rule '(.+)' was not found\.$/;

/**
 * The presets lint files that the app's own config leaves out. Comments in them such as
 * `eslint-disable-line react-hooks/exhaustive-deps` name plugins that are not loaded there, and ESLint answers each with
 * an error about a missing rule definition. Adding this plugin must not bring those errors, so they are dropped; those
 * about our own rules stay.
 */
export const foreignDirectives: Linter.Processor = {
  meta: { name: `${meta.name}/foreign-directives`, version: meta.version },
  supportsAutofix: true,
  preprocess: (text) => [text],
  postprocess: (lists) => lists.flat().filter((message) => !isForeign(message)),
};

function isForeign({ message }: Linter.LintMessage): boolean {
  const rule = unknownRule.exec(message)?.[1];
  return rule !== undefined && !rule.startsWith(`${meta.namespace}/`);
}

/** In configuration files only our rules have anything to say: to all others they look like empty programs. */
export const ownFindings: Linter.Processor = {
  meta: { name: `${meta.name}/own-findings`, version: meta.version },
  supportsAutofix: true,
  preprocess: (text) => [text],
  postprocess: (lists) =>
    lists.flat().filter(({ ruleId, fatal }) => fatal === true || (ruleId?.startsWith(`${meta.namespace}/`) ?? false)),
};
