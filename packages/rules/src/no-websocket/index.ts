import type { App, RealtimeUse } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { defineRule } from '../rule.js';
import { adviceFor } from './advice.js';
import { targetOf, type Target } from './target.js';
import { verdictOf } from './verdict.js';

interface Options {
  /** Hosts of outside services that the app may hold a connection to, as in `stream.example.com`. */
  readonly allowedHosts: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'no-websocket',
    description: 'disallow connections that the backend cannot hold open: WebSocket, socket.io, event streams',
    limitations: ['arch-no-realtime'],
    preset: 'recommended',
    since: '0.1.0',
    precision: 'high',
    words: [
      'WebSocket',
      'websocket',
      'EventSource',
      'eventsource',
      'event-source',
      'event-stream',
      'socket.io',
      'partysocket',
      'sockjs',
      "'ws",
      '"ws',
      ':ws',
      '/ws',
      '-ws',
    ],
    related: ['no-tight-polling', 'require-unsubscribe'],
    schema: {
      type: 'object',
      properties: {
        allowedHosts: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description: 'Hosts of outside services that the app may hold a connection to.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { allowedHosts: [] },

  *checkCode({ app, file, options }) {
    // A function answers with one stream, however many of its branches write the header.
    const stream = file.realtime.find(({ kind }) => kind === 'event-stream');
    for (const use of file.realtime) {
      if (use.kind === 'event-stream' && use !== stream) continue;
      const target = targetOf(use);
      if (target.kind === 'outside' && options.allowedHosts.includes(target.host)) continue;
      const verdict = verdictOf(use, target);
      if (!verdict) continue;
      yield {
        ...verdict,
        span: use.span,
        evidence: evidenceOf(app, use, target),
        advice: adviceFor(use, app.sdk),
        suggestions: [],
      };
    }
  },
});

function evidenceOf(app: App, use: RealtimeUse, target: Target): RuleFinding['evidence'] {
  if (use.callers) {
    const reader = use.callers.opened[0] ?? use.callers.invoked[0];
    return reader ? [{ ...reader, note: 'reads the stream' }] : [];
  }
  if (use.zone !== 'frontend') return [];
  if (target.kind === 'unknown' && use.elsewhere)
    return [{ ...use.elsewhere, note: 'shows that the app has a server of its own' }];
  const { place, version } = app.sdk;
  return place && version ? [{ ...place, note: `names @base44/sdk ${version}` }] : [];
}
