import { exitGroupOf, type ExitGroupId, type ExitWeightId } from '@base44-lint/catalog';
import type { Inventory } from './inventory.js';
import type { Use } from './uses.js';

/** How many of each thing that the estimate weighs. */
export type Counts = Readonly<Record<ExitWeightId, number>>;

type Group = ExitGroupId | null;

/** Calls that have a weight of their own, so that they are not weighed as calls of the SDK as well. */
const ownWeight: Readonly<Partial<Record<ExitGroupId, ExitWeightId>>> = {
  'language-models': 'language-model-call',
  'media-models': 'media-model-call',
  'document-reading': 'document-reader-call',
  mail: 'mail-call',
  'text-messages': 'text-message-call',
  'file-storage': 'upload-place',
  'live-records': 'live-record',
};

const isGroup =
  (id: ExitGroupId) =>
  (group: Group): boolean =>
    group === id;

/** Which calls of the app's own a weight counts, by what has to take their place; weights of other things are left out. */
export const callGroups: Readonly<Partial<Record<ExitWeightId, (group: Group) => boolean>>> = {
  'call-site': (group) => group === null || ownWeight[group] === undefined,
  ...Object.fromEntries(Object.entries(ownWeight).map(([id, weight]) => [weight, isGroup(id as ExitGroupId)])),
  'language-model': isGroup('language-models'),
  'media-model': isGroup('media-models'),
  'document-reader': isGroup('document-reading'),
  mail: isGroup('mail'),
  'text-message': isGroup('text-messages'),
  'custom-integration': isGroup('custom-integrations'),
  'other-integration': isGroup('other-integrations'),
  'ai-gateway': isGroup('ai-gateway'),
  storage: isGroup('file-storage'),
  accounts: isGroup('accounts'),
  invitation: isGroup('invitations'),
  'sso-token': isGroup('single-sign-on'),
  actor: isGroup('actors'),
  'usage-log': isGroup('usage-log'),
};

/** Counts an inventory. More of anything never makes a count smaller. */
export function countsOf(inventory: Inventory): Counts {
  const { entities, functions, services, sanity, signIn, storage } = inventory;
  const own = inventory.calls.filter(({ code }) => code === 'own');
  const groups = groupedByGroup(own);
  const calls = (group: ExitGroupId): number => groups.get(group)?.length ?? 0;
  const once = (...all: readonly boolean[]): number => (all.some(Boolean) ? 1 : 0);
  const members = (group: ExitGroupId): number => new Set(groups.get(group)?.map(({ member }) => member)).size;
  const withAccounts =
    inventory.calls.some(({ member }) => exitGroupOf(member) === 'accounts') || signIn.methods.length > 0;
  return {
    move: 1,
    template: 1,
    entity: entities.length,
    field: sum(entities.map(({ fields }) => fields ?? 0)),
    relation: sum(entities.map(({ relations }) => relations.length)),
    'sensitive-entity': entities.filter(({ sensitive }) => sensitive !== null && sensitive.length > 0).length,
    'hand-export': handExports(inventory),
    'access-rule': sum(entities.map(({ rules }) => rules?.length ?? 0)),
    'open-entity': entities.filter(({ open }) => open.length > 0).length,
    'unseen-entity': entities.filter(({ schema }) => schema === null).length,
    'service-function': functions.filter(({ serviceRole }) => serviceRole).length,
    'live-record': calls('live-records'),
    'call-file': new Set(own.filter(({ zone }) => zone === 'frontend').map(({ place }) => place.file)).size,
    'call-site': own.filter(({ member }) => callGroups['call-site']!(exitGroupOf(member))).length,
    'language-model': once(calls('language-models') > 0),
    'language-model-call': calls('language-models'),
    'media-model': members('media-models'),
    'media-model-call': calls('media-models'),
    'document-reader': once(calls('document-reading') > 0),
    'document-reader-call': calls('document-reading'),
    mail: once(calls('mail') > 0),
    'mail-call': calls('mail'),
    'text-message': once(calls('text-messages') > 0),
    'text-message-call': calls('text-messages'),
    'custom-integration': once(calls('custom-integrations') > 0),
    'other-integration': members('other-integrations'),
    'ai-gateway': once(calls('ai-gateway') > 0),
    storage: once(calls('file-storage') > 0, storage.files.length > 0),
    'upload-place': calls('file-storage'),
    'stored-file': storage.files.length,
    accounts: once(withAccounts),
    'sign-in-method': withAccounts ? Math.max(1, signIn.methods.length) : 0,
    invitation: once(calls('invitations') > 0),
    'sso-token': once(calls('single-sign-on') > 0),
    function: functions.length,
    'function-lines': (sum(functions.map(({ lines }) => lines ?? 0)) + inventory.sharedLines) / 100,
    'missing-function': sanity.missingFunctions.length,
    automation: inventory.automations.length,
    'outside-service': services.filter(({ ownersKey }) => ownersKey).length,
    agent: inventory.agents.length === 0 ? once(calls('agents') > 0) : inventory.agents.length,
    actor: members('actors'),
    connector: inventory.connectors.length,
    'usage-log': once(calls('usage-log') > 0),
  };
}

/** Where a path reads entities by names that only the run decides, nobody can say that one is missed. */
function handExports({ dataExport: { verdict, missed, inPart } }: Inventory): number {
  return verdict === 'unknown' ? 0 : missed.length + inPart.length;
}

function groupedByGroup(uses: readonly Use[]): ReadonlyMap<ExitGroupId, readonly Use[]> {
  const groups = new Map<ExitGroupId, Use[]>();
  for (const use of uses) {
    const group = exitGroupOf(use.member);
    if (group === null) continue;
    const known = groups.get(group);
    if (known) known.push(use);
    else groups.set(group, [use]);
  }
  return groups;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
