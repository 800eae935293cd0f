import { exitGroupOf, type ExitGroupId, type ExitWeightId } from '@base44-lint/catalog';
import type { Place } from '@base44-lint/model';
import type { Placed } from '../../result/common.js';
import type { Locate } from '../locate.js';
import type { Inventory } from './inventory.js';
import type { Use } from './uses.js';

/** The things that a term counts, with their places: the first ones of many. */
export type Facts = (weight: ExitWeightId) => readonly Placed[];

const most = 12;

export function factsOf(inventory: Inventory, locate: Locate): Facts {
  const { entities, functions, sanity, services, storage, signIn } = inventory;
  const own = inventory.calls.filter(({ code }) => code === 'own');
  const of = (group: ExitGroupId) => own.filter(({ member }) => exitGroupOf(member) === group);
  const placed = ({ member, place }: Use): Placed => ({ note: member, location: located(place, locate) });
  const schemas = (
    select: (one: Inventory['entities'][number]) => boolean,
    note = (one: Inventory['entities'][number]) => one.name,
  ) => entities.filter(select).map((one): Placed => ({ note: note(one), location: one.schema }));
  const names = (list: readonly string[]): Placed[] => list.map((note) => ({ note, location: null }));
  const lists: Partial<Record<ExitWeightId, () => readonly Placed[]>> = {
    entity: () => schemas(() => true),
    field: () =>
      schemas(
        ({ fields }) => fields !== null,
        ({ name, fields }) => `${name}: ${fields} fields`,
      ),
    relation: () =>
      schemas(
        ({ relations }) => relations.length > 0,
        ({ name, relations }) => `${name}: ${relations.map(({ field, entity }) => `${field} → ${entity}`).join(', ')}`,
      ),
    'sensitive-entity': () =>
      schemas(
        ({ sensitive }) => (sensitive ?? []).length > 0,
        ({ name, sensitive }) => `${name}: ${(sensitive ?? []).join(', ')}`,
      ),
    'access-rule': () =>
      schemas(
        ({ rules }) => (rules ?? []).length > 0,
        ({ name, rules }) =>
          `${name}: ${(rules ?? []).map(({ operations, access, reason }) => `${[...operations].join('/') || access} where ${reason}`).join('; ')}`,
      ),
    'unseen-entity': () => schemas(({ schema }) => schema === null),
    'hand-export': () => names(inventory.dataExport.missed),
    'service-function': () =>
      functions.filter(({ serviceRole }) => serviceRole).map(({ name }) => ({ note: name, location: null })),
    function: () =>
      functions.map(({ name, lines }) => ({ note: `${name}: ${lines ?? 'unknown number of'} lines`, location: null })),
    'missing-function': () => names(sanity.missingFunctions),
    'outside-service': () =>
      services.filter(({ ownersKey }) => ownersKey).map(({ name, first }) => ({ note: name, location: first })),
    automation: () => inventory.automations.map(({ name, location }) => ({ note: name, location })),
    agent: () => inventory.agents.map(({ name, location }) => ({ note: name, location })),
    connector: () => inventory.connectors.map(({ name, location }) => ({ note: name, location })),
    'sign-in-method': () => signIn.methods.map(({ name, location }) => ({ note: name, location })),
    'stored-file': () => storage.files.map((location) => ({ note: 'names a file on the platform', location })),
    'call-site': () => own.filter(({ member }) => exitGroupOf(member) === 'records').map(placed),
    'live-record': () => of('live-records').map(placed),
    'language-model-call': () => of('language-models').map(placed),
    'media-model-call': () => of('media-models').map(placed),
    'document-reader-call': () => of('document-reading').map(placed),
    'mail-call': () => of('mail').map(placed),
    'text-message-call': () => of('text-messages').map(placed),
    'upload-place': () => of('file-storage').map(placed),
    'custom-integration': () => of('custom-integrations').map(placed),
    'other-integration': () => of('other-integrations').map(placed),
    invitation: () => of('invitations').map(placed),
  };
  return (weight) => cut(lists[weight]?.() ?? []);
}

function located({ file, ...span }: Place, locate: Locate): Placed['location'] {
  return locate(file, span);
}

function cut(facts: readonly Placed[]): readonly Placed[] {
  if (facts.length <= most) return facts;
  return [...facts.slice(0, most), { note: `and ${facts.length - most} more`, location: null }];
}
