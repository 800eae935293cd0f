import { mayConcern, type AnyRule } from '@base44-lint/rules';

/** Where none of these stands in a file, recognition finds no use of Base44 in it. */
const recognitionWords = ['base44', 'asServiceRole', 'entities', 'api/integrations', '@/integrations', '@/functions'];

/**
 * Tells which texts may matter to a scan, so that the others are never parsed. A rule without words looks at every
 * file, and then everything matters.
 */
export function relevance(rules: readonly AnyRule[]): (text: string) => boolean {
  if (rules.some((rule) => 'checkCode' in rule && rule.meta.words.length === 0)) return () => true;
  const words = [...new Set([...recognitionWords, ...rules.flatMap((rule) => rule.meta.words)])];
  const pattern = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'));
  return (text) => pattern.test(text);
}

/** The same for files that are no code. */
export function textRelevance(rules: readonly AnyRule[]): (text: string) => boolean {
  const concerned = rules.filter((rule) => 'checkText' in rule);
  return (text) => concerned.some((rule) => mayConcern(rule, text));
}
