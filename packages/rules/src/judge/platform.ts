import type { App } from '@base44-lint/model';

/**
 * Whether the app still uses the SDK: an export that names it nowhere has moved its data elsewhere, and its schemas may
 * protect nothing any more. So has an entity whose rows the app asks a client of its own for.
 */
export function isOnPlatform(app: App, entity?: string): boolean {
  if (entity !== undefined && app.used?.imitated?.includes(entity)) return false;
  return app.sdk.source !== 'none' || app.functions.some(({ sdk }) => sdk.source !== 'none');
}
