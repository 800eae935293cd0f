import { exitGroupOf, type ExitWeightId } from '@base44-lint/catalog';
import { counted } from '../../counted.js';
import type { Placed } from '../../result/common.js';
import type { Locate } from '../locate.js';
import { callGroups } from './counts.js';
import { entityFacts } from './entity-facts.js';
import type { Inventory } from './inventory.js';
import type { Use } from './uses.js';

/** The things that a term counts, with their places: the first ones of many. */
export type Facts = (weight: ExitWeightId) => readonly Placed[];

const most = 12;

export function factsOf(inventory: Inventory, locate: Locate): Facts {
  const { entities, functions, sanity, services, storage, signIn, agents, automations, connectors } = inventory;
  const own = inventory.calls.filter(({ code }) => code === 'own');
  const named = (list: readonly { name: string; location: Placed['location'] }[]): readonly Placed[] =>
    list.map(({ name, location }) => ({ note: name, location }));
  const names = (list: readonly string[]): readonly Placed[] => list.map((note) => ({ note, location: null }));
  const longest = [...functions].sort((a, b) => (b.lines ?? 0) - (a.lines ?? 0));
  const lists: Partial<Record<ExitWeightId, readonly Placed[]>> = {
    ...entityFacts(entities),
    'hand-export': names([...inventory.dataExport.missed, ...inventory.dataExport.inPart]),
    'service-function': names(functions.filter(({ serviceRole }) => serviceRole).map(({ name }) => name)),
    function: names(functions.map(({ name }) => name)),
    'function-lines': names(
      longest.map(({ name, lines }) => `${name}: ${lines === null ? 'not analysed' : counted(lines, 'line')}`),
    ),
    'missing-function': names(sanity.missingFunctions),
    'outside-service': named(
      services.filter(({ ownersKey }) => ownersKey).map(({ name, first }) => ({ name, location: first })),
    ),
    automation: named(automations),
    agent: named(agents),
    connector: named(connectors),
    'sign-in-method': named(signIn.methods),
    'stored-file': storage.files.map((location) => ({ note: 'names a file on the platform', location })),
  };
  return (weight) => {
    const list = lists[weight];
    if (list) return cut(list, (one) => one);
    return cut(groupedUses(own, weight), ({ note, first: { file, ...span } }) => ({
      note,
      location: locate(file, span),
    }));
  };
}

interface Group {
  readonly note: string;
  readonly first: Use['place'];
}

/** Calls behind a term: by file for what is weighed by file, otherwise by member; most calls first. */
function groupedUses(own: readonly Use[], weight: ExitWeightId): readonly Group[] {
  const byFile = weight === 'call-file';
  const groups = callGroups[weight];
  const isMeant = ({ member, zone }: Use): boolean =>
    byFile ? zone === 'frontend' : (groups?.(exitGroupOf(member)) ?? false);
  const found = new Map<string, Use[]>();
  for (const use of own.filter(isMeant)) {
    const key = byFile ? use.place.file : use.member;
    const known = found.get(key);
    if (known) known.push(use);
    else found.set(key, [use]);
  }
  return [...found]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([key, uses]) => ({ note: `${key}: ${counted(uses.length, 'call')}`, first: uses[0]!.place }));
}

/** The first ones of many, and how many more there are. Only those that are shown are located. */
function cut<T>(all: readonly T[], placed: (one: T) => Placed): readonly Placed[] {
  const shown = all.slice(0, most).map(placed);
  return all.length > most ? [...shown, { note: `and ${all.length - most} more`, location: null }] : shown;
}
