import type { Capability } from './capability.js';
import { runtimeMembers } from './runtime-members.js';
import { typedMembers } from './typed-members.js';

/**
 * What each version of `@base44/sdk` offers, by member. The spelling of a member:
 * - `auth.me`, `functions.fetch`, `fetchWithAuth`: the dotted path below the client;
 * - `entities.deleteMany`: a method of an entity, without the entity's name (likewise `actors.connect`);
 * - `asServiceRole.connectors.callApi`: the same below the service-role client;
 * - `entities.list.cursor`, `entities.filter.$regex`, `integrations.Core.InvokeLLM.model`: an option or operator of a call;
 * - `export:createClient`, `export:Actor.handleTick`: an export of the package, and a member of an exported class.
 */
export const sdkCapabilities: Readonly<Record<SdkMember, Capability>> = { ...runtimeMembers, ...typedMembers };

/** A member that at least one examined version has. */
export type SdkMember = keyof typeof runtimeMembers | keyof typeof typedMembers;

/**
 * Members that generated code calls although no version ever had them, each with the nearest real one.
 * They hold for the service-role client too.
 */
export const inventedMembers = {
  'entities.bulkDelete': 'entities.deleteMany',
  'entities.find': 'entities.filter',
  'entities.findMany': 'entities.filter',
  'entities.findOne': 'entities.filter',
  'entities.paginate': 'entities.list',
  'entities.query': 'entities.filter',
  'entities.search': 'entities.filter',
  'entities.where': 'entities.filter',
  'auth.loginWithRedirect': 'auth.redirectToLogin',
} as const satisfies Record<string, SdkMember>;

type ChildOf<Parent extends string> = Extract<keyof typeof runtimeMembers, `${Parent}.${string}`>;
type Last<Member extends string, Parent extends string> = Member extends `${Parent}.${infer Name}` ? Name : never;

/** A method that an entity handle has in some version: `list`, `filter`, `deleteMany`, … */
export type EntityMethod = Last<ChildOf<'entities'>, 'entities'>;

/** Methods of an entity handle over all versions, sorted. */
export const entityMethods: readonly EntityMethod[] = Object.keys(runtimeMembers)
  .filter((member) => member.startsWith('entities.'))
  .map((member) => member.slice('entities.'.length) as EntityMethod);

/** Members directly on the client over all versions, sorted: `actors`, `agents`, `asServiceRole`, `auth`, … */
export const clientMembers: readonly string[] = Object.keys(runtimeMembers).filter(
  (member) => !member.includes('.') && !member.startsWith('export:'),
);

/** Most records that one read returns; the types document it since 0.8.19. */
export const maximumReadLimit = 5000;

/**
 * Records that a read without a limit returns, as documented. The server sets the default of the array form, so an old
 * client does not prove that the old default still applies. `page` is `list({ … })`, whose default the client sends.
 */
export const defaultReadLimits = [
  { form: 'array', from: '0.8.9', to: '0.8.48', limit: 50 },
  { form: 'array', from: '0.8.49', to: null, limit: 5000 },
  { form: 'page', from: '0.8.49', to: null, limit: 100 },
] as const;
