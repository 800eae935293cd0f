import type { EntityCall, Evidence, FileView, SdkCall } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { defineRule } from '../rule.js';
import { lossOf, type Loss } from './loss.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'require-unsubscribe',
    description: 'require that subscriptions to changes end with the component that made them',
    limitations: ['arch-no-realtime'],
    preset: 'recommended',
    since: '0.2.0',
    cwe: 'CWE-772',
    severities: ['medium', 'low'],
    precision: 'high',
    words: ['subscribe'],
    related: ['no-tight-polling', 'no-websocket'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ file }) {
    if (file.zone !== 'frontend') return;
    for (const { call, what, member } of subscriptionsIn(file)) {
      const loss = call.origin === 'shim' ? null : lossOf(call, file.facts);
      if (loss) yield finding(call, what, member, loss);
    }
  },
});

interface Subscription {
  readonly call: EntityCall | SdkCall;
  /** What it follows, for a sentence. */
  readonly what: string;
  readonly member: string;
}

function subscriptionsIn({ entityCalls, sdkCalls }: FileView): readonly Subscription[] {
  return [
    ...entityCalls
      .filter(({ method }) => method === 'subscribe')
      .map((call) => ({ call, what: `changes of ${call.entity.name ?? 'an entity'}`, member: 'subscribe' })),
    ...sdkCalls
      .filter(({ member }) => member === 'agents.subscribeToConversation')
      .map((call) => ({ call, what: 'an agent conversation', member: 'subscribeToConversation' })),
  ];
}

function finding({ span }: Subscription['call'], what: string, member: string, loss: Loss): RuleFinding {
  const evidence: readonly Evidence[] = loss.place ? [{ ...loss.place, note: loss.note }] : [];
  return {
    severity: loss.again ? 'medium' : 'low',
    confidence: loss.again ? 'likely' : 'possible',
    message: loss.again
      ? `This follows ${what} anew each time ${loss.when} and never stops, so listeners pile up and each change is handled several times.`
      : `This follows ${what} and gives nobody the means to stop, so it goes on for as long as the page is open.`,
    span,
    evidence,
    advice: `\`${member}\` gives back the function that ends it: return that function from the effect, or keep it and call it before the next start and when the component goes.`,
    suggestions: [],
  };
}
