import type { RealtimeUse } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import type { Target } from './target.js';

type Verdict = Pick<RuleFinding, 'severity' | 'confidence' | 'message'>;

/** What happens to the connection, by who opens it and where it goes; null where it is none of the platform's business. */
export function verdictOf(use: RealtimeUse, target: Target): Verdict | null {
  if (use.zone === 'other') return null;
  if (use.zone === 'frontend') return target.kind === 'unknown' && use.elsewhere ? toOwnServer : fromBrowser(target);
  if (use.kind === 'event-stream') return streamVerdict(use);
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

const toOwnServer: Verdict = {
  severity: 'low',
  confidence: 'possible',
  message: "This connection needs this app's own server, which Base44 does not run.",
};

/** By how the app reads the stream: fetched, it comes piece by piece and all is well. */
function streamVerdict({ callers }: RealtimeUse): Verdict | null {
  if (callers?.opened.length) {
    return {
      severity: 'medium',
      confidence: 'likely',
      message:
        'The `EventSource` that reads this event stream loses it again and again, because a backend function answers one request and then ends.',
    };
  }
  if (callers?.fetched.length && callers.invoked.length === 0) return null;
  const isInvoked = callers !== null && callers.invoked.length > 0;
  return {
    severity: isInvoked ? 'medium' : 'low',
    confidence: isInvoked ? 'likely' : 'possible',
    message:
      'Callers through `functions.invoke` get this event stream only when it has ended, because that call waits for the whole answer.',
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
