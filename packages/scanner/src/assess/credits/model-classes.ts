import { modelClasses, modelClassOf, type ModelClass } from '@base44-lint/catalog';
import { isRecord, type JsonResource, type Term } from '@base44-lint/model';

/** Which language models a call may use. */
export interface ModelChoice {
  readonly classes: readonly ModelClass[];
  /** Names that the code spells out. */
  readonly names: readonly string[];
  /** Why all classes are possible, in one sentence; null where they are known. */
  readonly unknown: string | null;
}

const automatic: ModelChoice = { classes: ['automatic'], names: [], unknown: null };

function anyClass(unknown: string, names: readonly string[] = []): ModelChoice {
  return { classes: modelClasses, names, unknown };
}

/** The model of an `InvokeLLM` by its argument. */
export function modelOfRequest(args: readonly Term[]): ModelChoice {
  const [options] = args;
  if (options?.t !== 'object')
    return anyClass('The options of the request are put together elsewhere, so its model is not known.');
  const model = options.props.findLast(([key]) => key === 'model');
  if (model) return choiceOf(textsOf(model[1]));
  return options.spreads.length > 0
    ? anyClass('A part of the options comes from elsewhere and may name any model.')
    : automatic;
}

/** The model of a message to an agent: which agent it is, the call does not say. */
export function modelOfAgents(agents: readonly JsonResource[]): ModelChoice {
  if (agents.length === 0) return anyClass('The export holds no agent, so its model is not known.');
  return joined(
    agents.map(({ value }) => {
      const model = isRecord(value) ? value['model'] : undefined;
      return choiceOf([typeof model === 'string' ? model : null]);
    }),
  );
}

/** @param names Null among them: none is named. */
function choiceOf(names: readonly (string | null)[] | undefined): ModelChoice {
  if (!names) return anyClass('Only the run decides which model is asked.');
  return joined(
    names.map((name) => {
      if (name === null || name === '') return automatic;
      const found = modelClassOf(name);
      return found
        ? { classes: [found], names: [name], unknown: null }
        : anyClass(`No source says what the model ${name} costs.`, [name]);
    }),
  );
}

function joined(choices: readonly ModelChoice[]): ModelChoice {
  const classes = new Set(choices.flatMap((one) => one.classes));
  return {
    classes: modelClasses.filter((one) => classes.has(one)),
    names: [...new Set(choices.flatMap(({ names }) => names))].sort(),
    unknown: choices.find(({ unknown }) => unknown !== null)?.unknown ?? null,
  };
}

/** All texts that a term may be, null for none; undefined where not all are known. */
function textsOf(term: Term): readonly (string | null)[] | undefined {
  switch (term.t) {
    case 'undefined':
      return [null];
    case 'literal':
      return [typeof term.value === 'string' ? term.value : null];
    case 'any': {
      const parts = term.of.map(textsOf);
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    default:
      return undefined;
  }
}
