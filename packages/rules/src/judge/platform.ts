import type { App } from '@base44-lint/model';

/**
 * Whether the app still uses the SDK: an export that names it nowhere has moved its data elsewhere, and its schemas may
 * protect nothing any more.
 */
export function isOnPlatform(app: App): boolean {
  return app.sdk.source !== 'none' || app.functions.some(({ sdk }) => sdk.source !== 'none');
}
