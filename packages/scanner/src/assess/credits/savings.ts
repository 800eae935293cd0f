import { savingIds, savings, type SavingId } from '@base44-lint/catalog';
import type { Placed } from '../../result/common.js';
import type { CreditSaving, CreditTrigger } from '../../result/credits.js';
import type { Finding } from '../../result.js';
import { counted } from '../../counted.js';

type Match = Pick<CreditSaving, 'verdict' | 'reason' | 'places'>;

/** Rules that report credits spent without anyone's need. */
const wasteRules: ReadonlySet<string> = new Set(['no-repeated-paid-call', 'no-tight-polling', 'schedule-within-plan']);
/** From so many kinds of calls on, one trigger does much in one go. */
const manyKinds = 3;

/** Each way to use fewer credits, with where it applies. @param triggers Dearest first. */
export function savingsOf(triggers: readonly CreditTrigger[], findings: readonly Finding[]): CreditSaving[] {
  const waste = findings.filter(({ rule, suppression }) => wasteRules.has(rule) && !suppression);
  const matches: Readonly<Record<SavingId, () => Match>> = {
    'test-carefully': () => unseen('test-carefully'),
    'limit-ai-calls': () => aiCalls(triggers, waste),
    'review-collaborators': () => unseen('review-collaborators'),
    'simplify-workflows': () => manySteps(triggers),
    'watch-before-launch': () => unsettled(triggers),
    'upgrade-last': () => wasted(waste),
  };
  return savingIds.map((id) => {
    const { title, advice } = savings[id];
    return { id, title, advice, ...matches[id]() };
  });
}

function unseen(id: SavingId): Match {
  return { verdict: 'not-visible', reason: `No repository shows it. Ask: ${savings[id].ask!}`, places: [] };
}

function matched(places: readonly Placed[], found: string, none: string): Match {
  return places.length > 0
    ? { verdict: 'applies', reason: found, places: [...places] }
    : { verdict: 'nothing-found', reason: none, places: [] };
}

function aiCalls(triggers: readonly CreditTrigger[], waste: readonly Finding[]): Match {
  const places = new Map<string, Placed>();
  const add = (place: Placed) => {
    const { location } = place;
    const key = location ? `${location.file}:${location.start.line}:${location.start.column}` : place.note;
    if (!places.has(key)) places.set(key, place);
  };
  for (const { kind, spends, title } of triggers) {
    const ai = spends.filter((spend) => spend.kind === 'ai');
    const unasked = kind === 'load' || kind === 'effect' || kind === 'interval';
    for (const { location, perItem, times } of ai) {
      if (unasked) add({ note: `runs without anyone asking: ${title}`, location });
      else if (perItem > 0 || times > 1) add({ note: `runs for each element of a list: ${title}`, location });
    }
    const once = ai.filter(({ perItem, times }) => perItem === 0 && times === 1);
    if (!unasked && once.length > 1) {
      for (const { location } of once)
        add({ note: `one of ${once.length} AI requests of one run: ${title}`, location });
    }
  }
  for (const { rule, location, message } of waste) {
    if (rule === 'no-repeated-paid-call' && message.includes('`InvokeLLM`')) add({ note: message, location });
  }
  return matched(
    [...places.values()],
    'AI requests run without a person asking, for each element of a list, or several times in one run.',
    'Every AI request that was followed runs once, for one action of a person.',
  );
}

function manySteps(triggers: readonly CreditTrigger[]): Match {
  const many = triggers.flatMap(({ title, location, spends, services }) => {
    const kinds = new Set(spends.filter(({ member }) => member !== null).map(({ kind }) => kind));
    const all = [...kinds, ...services];
    return all.length >= manyKinds ? [{ note: `${title}: ${all.join(', ')}`, location }] : [];
  });
  return matched(
    many,
    `${counted(many.length, 'trigger')} make paid or outside calls of ${manyKinds} or more kinds in one run.`.replace(
      /^1 trigger make/,
      '1 trigger makes',
    ),
    `No trigger makes paid or outside calls of ${manyKinds} or more kinds.`,
  );
}

function unsettled(triggers: readonly CreditTrigger[]): Match {
  const open = triggers.flatMap(({ title, location, cost }) => {
    const why = [
      ...(cost.perItem.length > 0 ? ['a list of unknown length'] : []),
      ...(cost.perRun.openEnded ? ['no upper figure'] : []),
      ...(cost.unknown.length > 0 ? ['a part without a known amount'] : []),
    ];
    return why.length > 0 ? [{ note: `${title}: ${why.join(', ')}`, location }] : [];
  });
  return matched(
    open,
    'The code alone does not settle what these cost; run them once each and read the balance before and after.',
    'The cost of every trigger follows from the code and the price list.',
  );
}

function wasted(waste: readonly Finding[]): Match {
  return matched(
    waste.map(({ message, location }) => ({ note: message, location })),
    'A larger plan would only pay for what these findings waste; mend them first.',
    'No rule found credits that are spent without need, so growth is what uses them.',
  );
}
