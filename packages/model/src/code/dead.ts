import type { Term } from './facts.js';
import type { Interpreter } from './interpreter.js';
import type { FileView } from './view.js';

/**
 * Whether a function of the browser's code certainly never runs: nothing in its file names it, or it is reached only by an
 * export that no file imports, or it stands within such a function.
 */
export function deadIn(views: readonly FileView[], interpreter: Interpreter): (file: string, fn: number) => boolean {
  const inApp = views.filter(({ zone }) => zone !== 'other');
  const imported = new Set<Term>();
  const whole: { readonly file: string; readonly from: string }[] = [];
  const valueOf = (file: string, from: string, name: string) =>
    interpreter.valuesOf({ file, term: { t: 'import', from, name } }).of[0]?.term;
  for (const { file, imports } of inApp) {
    for (const { from, name } of imports) {
      if (name === '*') whole.push({ file, from });
      const value = valueOf(file, from, name);
      if (value) imported.add(value);
    }
  }
  const isImported = (name: string, value: Term) =>
    imported.has(value) || whole.some(({ file, from }) => valueOf(file, from, name) === value);

  const isDead = (file: string, fn: number): boolean => {
    const facts = interpreter.facts(file);
    const fact = facts?.functions[fn];
    if (!facts || !fact || fn === 0) return false;
    if (fact.unused) return true;
    const holders = facts.exports.filter(({ value }) => holds(value, fn));
    if (holders.length > 0) return !holders.some(({ name, value }) => isImported(name, value));
    return isDead(file, fact.parent);
  };
  return isDead;
}

/** Whether an exported value is a function, or an object with it. */
function holds(value: Term, fn: number): boolean {
  if (value.t === 'function') return value.fn === fn;
  return value.t === 'object' && value.props.some(([, member]) => member.t === 'function' && member.fn === fn);
}
