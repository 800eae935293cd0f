import { entityMethods as realMethods, inventedMembers } from '@base44-lint/catalog';

/** Methods of an entity handler, of any SDK version, and names that code calls although no version has them. */
const entityMethods: ReadonlySet<string> = new Set([
  ...realMethods,
  ...Object.keys(inventedMembers)
    .filter((member) => member.startsWith('entities.'))
    .map((member) => member.slice('entities.'.length)),
]);

const AUTH_MEMBERS = new Set([
  'me',
  'updateMe',
  'updateMyUserData',
  'login',
  'loginWithRedirect',
  'logout',
  'isAuthenticated',
  'redirectToLogin',
  'setToken',
]);

/** `User` of the old layout is the auth module, but lists and edits the User entity as well. */
export const isAuthMember = (name: string): boolean => AUTH_MEMBERS.has(name);

export type VirtualExport =
  | { readonly kind: 'client' }
  | { readonly kind: 'entity'; readonly name: string }
  | { readonly kind: 'sdk'; readonly path: string };

/**
 * What a module of the export template, or a virtual module of Base44's Vite plugin, exports under a name:
 * `@/api/base44Client`, `@/entities/X`, `@/entities/all`, `@/api/entities`, `@/integrations/Core`,
 * `@/api/integrations`, `@/functions/x`, `@/api/functions`. Null for all other modules.
 */
export function virtualModule(from: string, name: string): VirtualExport | null {
  const path = from.replace(/\.[jt]sx?$/, '');
  if (/(?:^|\/)api\/base44Client$/.test(path)) return name === '*' ? null : { kind: 'client' };
  const entity = /^(?:@|~|src)\/entities\/(\w[\w.-]*)$/.exec(path)?.[1];
  if (entity)
    return name === '*'
      ? null
      : {
          kind: 'entity',
          name: entity === 'all' || entity === 'index' || (name !== 'default' && name !== entity) ? name : entity,
        };
  if (/(?:^|\/)api\/entities$/.test(path) || /^(?:@|~|src)\/entities$/.test(path))
    return name === '*' || name === 'default' ? null : { kind: 'entity', name };
  if (/(?:^|\/)api\/integrations$/.test(path) || /^(?:@|~|src)\/integrations\/Core$/.test(path)) {
    if (name === '*' || name === 'default') return null;
    return { kind: 'sdk', path: name === 'Core' ? 'integrations.Core' : `integrations.Core.${name}` };
  }
  const fn = /^(?:@|~|src)\/functions\/(.+)$/.exec(path)?.[1];
  if (fn) return { kind: 'sdk', path: `functions.${fn}` };
  if (/(?:^|\/)api\/functions$/.test(path) && name !== '*' && name !== 'default')
    return { kind: 'sdk', path: `functions.${name}` };
  return null;
}

export const isEntityMethod = (name: string): boolean => entityMethods.has(name);
