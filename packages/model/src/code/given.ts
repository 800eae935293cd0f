import type { FileFacts, ProvidedFact, Term } from './facts.js';
import { isUseContext } from './indirect.js';
import { splitId, type Interpreter } from './interpreter.js';
import type { Scoped } from './link.js';
import { mutationOf } from './relevance.js';
import { get as member } from './term.js';

const MAX_DEPTH = 6;
/** Values kept of each step: beyond, a context holds what everything holds. */
const MAX_VALUES = 12;

/** The functions that a member of a hook's result, of a context or of an object of the app may be, as file and id. */
export type FunctionsGiven = (scoped: Scoped) => readonly (readonly [file: string, fn: number])[];

/** Finds functions that reach their callers through what hooks give back and contexts provide. */
export function givenBy(files: readonly FileFacts[], interpreter: Interpreter): FunctionsGiven {
  const provided = files.flatMap(({ file, provided: facts }) => facts.map((fact) => ({ file, ...fact })));

  const functionsIn = ({ file, term }: Scoped, depth: number): readonly string[] => {
    const direct = interpreter.functionsOf({ file, term });
    if (direct.length > 0 || depth > MAX_DEPTH) return direct;
    if (term.t === 'any') return term.of.flatMap((one) => functionsIn({ file, term: one }, depth + 1));
    if (term.t !== 'get') return [];
    return objectsIn({ file, term: term.of }, depth + 1).flatMap((owner) => {
      const mutation = mutationOf({ t: 'get', of: owner.term, key: term.key });
      const value = mutation ?? member(owner.term, term.key);
      // A member of which nothing is known leads back to itself.
      const isKnown = value.t !== 'get' || value.of !== owner.term;
      return isKnown ? functionsIn({ file: owner.file, term: value }, depth + 1) : [];
    });
  };

  /** The objects, and calls that make some, that a value may be. */
  const objectsIn = (scoped: Scoped, depth: number): readonly Scoped[] => {
    const { file, term } = scoped;
    if (depth > MAX_DEPTH) return [];
    const all = (values: readonly Scoped[]) => values.flatMap((one) => objectsIn(one, depth + 1)).slice(0, MAX_VALUES);
    switch (term.t) {
      case 'call': {
        if (isUseContext(term.callee)) return all(providedIn(scoped, term.args[0]));
        const given = interpreter.returnedBy({ file, term: term.callee });
        return given.length > 0 ? all(given) : [scoped];
      }
      case 'get':
        return all(
          objectsIn({ file, term: term.of }, depth + 1).flatMap((owner) => {
            const value = member(owner.term, term.key);
            return value.t === 'get' && value.of === owner.term ? [] : [{ file: owner.file, term: value }];
          }),
        );
      case 'import':
        return all(interpreter.valuesOf(scoped).of);
      case 'any':
        return all(term.of.map((one) => ({ file, term: one })));
      default:
        return [scoped];
    }
  };

  const providedIn = ({ file }: Scoped, context: Term | undefined): readonly Scoped[] => {
    const asked = context && keyOfContext({ file, term: context }, interpreter);
    return asked === undefined
      ? []
      : provided
          .filter((one) => keyOfContext({ file: one.file, term: one.context }, interpreter) === asked)
          .map(({ file: where, value }: ProvidedFact & { readonly file: string }) => ({ file: where, term: value }));
  };

  return (scoped) => [...new Set(functionsIn(scoped, 0))].map(splitId);
}

/** The place where a context is made: `createContext()` of a file. */
function keyOfContext(scoped: Scoped, interpreter: Interpreter): string | undefined {
  const made = scoped.term.t === 'import' ? interpreter.valuesOf(scoped).of[0] : scoped;
  return made?.term.t === 'call' ? `${made.file}#${made.term.at}` : undefined;
}
