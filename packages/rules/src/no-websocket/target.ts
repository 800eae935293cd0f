import type { RealtimeUse } from '@base44-lint/model';

/** Where a connection goes, as far as its address is written in the code. */
export type Target =
  | { readonly kind: 'own' }
  | { readonly kind: 'local' }
  | { readonly kind: 'outside'; readonly host: string }
  | { readonly kind: 'unknown' };

const ownHost = /(?:^|\.)(?:base44\.(?:app|com)|base44-sandbox\.com)$/i;
const localHost = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\])$/i;

export function targetOf({ url }: Pick<RealtimeUse, 'url'>): Target {
  if (url === null) return { kind: 'unknown' };
  if (/^\/(?!\/)/.test(url)) return { kind: 'own' };
  const [, host] = /^(?:wss?|https?):\/\/(?:[^@/]*@)?([\w.-]+|\[[\d:]+\])/i.exec(url) ?? [];
  if (host === undefined) return { kind: 'unknown' };
  if (localHost.test(host)) return { kind: 'local' };
  if (ownHost.test(host)) return { kind: 'own' };
  return /\.[a-z]{2,}$/i.test(host) ? { kind: 'outside', host: host.toLowerCase() } : { kind: 'unknown' };
}
