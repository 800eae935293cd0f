import type { App, RealtimeUse } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { defineRule } from '../rule.js';
import { adviceFor } from './advice.js';
import { targetOf, type Target } from './target.js';

interface Options {
  /** Hosts of outside services that the app may hold a connection to, as in `stream.example.com`. */
  readonly allowedHosts: readonly string[];
}

type Verdict = Pick<RuleFinding, 'severity' | 'confidence' | 'message'>;

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
    for (const use of file.realtime) {
      const target = targetOf(use);
      if (target.kind === 'outside' && options.allowedHosts.includes(target.host)) continue;
      const verdict = verdictOf(use, target);
      if (!verdict) continue;
      yield {
        ...verdict,
        span: use.span,
        evidence: evidenceOf(app, use),
        advice: adviceFor(use, app.sdk),
        suggestions: [],
      };
    }
  },
});

/** What happens to the connection, by who opens it and where it goes; null where it is none of the platform's business. */
function verdictOf(use: RealtimeUse, target: Target): Verdict | null {
  if (use.zone === 'other') return null;
  if (use.zone === 'frontend') return fromBrowser(target);
  if (use.kind === 'event-stream') {
    return {
      severity: 'medium',
      confidence: 'likely',
      message:
        'Callers through `functions.invoke` get this event stream only when it has ended, because that call waits for the whole answer.',
    };
  }
  if (isServer(use, target)) {
    return {
      severity: 'high',
      confidence: use.kind === 'upgrade' ? 'certain' : 'likely',
      message:
        'Clients of this connection are cut off or never connected, because a backend function answers one request and then ends.',
    };
  }
  return {
    severity: target.kind === 'unknown' ? 'medium' : 'low',
    confidence: target.kind === 'unknown' ? 'possible' : 'likely',
    message:
      'This connection lasts no longer than the request that opened it, because a backend function answers one request and then ends.',
  };
}

function fromBrowser(target: Target): Verdict {
  switch (target.kind) {
    case 'own':
      return {
        severity: 'high',
        confidence: 'likely',
        message:
          "This connection to the app's own backend never stays open, because backend functions answer single requests.",
      };
    case 'outside':
      return {
        severity: 'low',
        confidence: 'certain',
        message: `The browser connects to ${target.host}, a server outside Base44 whose availability and access rules this app does not control.`,
      };
    case 'local':
      return {
        severity: 'low',
        confidence: 'likely',
        message: "This connection works on the developer's machine only, because its address is local.",
      };
    case 'unknown':
      return {
        severity: 'medium',
        confidence: 'possible',
        message:
          "If this connection goes to the app's own backend it never stays open, because backend functions answer single requests.",
      };
  }
}

/** A library that serves connections, or one in a function that is given no address to connect to. */
function isServer({ kind, url }: RealtimeUse, target: Target): boolean {
  if (kind === 'upgrade') return true;
  return (kind === 'ws' || kind === 'socket-io') && url === null && target.kind === 'unknown';
}

function evidenceOf(app: App, { zone }: RealtimeUse): RuleFinding['evidence'] {
  const { place, version } = app.sdk;
  return zone === 'frontend' && place && version ? [{ ...place, note: `names @base44/sdk ${version}` }] : [];
}
