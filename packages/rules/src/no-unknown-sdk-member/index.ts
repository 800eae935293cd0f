import { entityMethods } from '@base44-lint/catalog';
import {
  sourceOf,
  type CallFact,
  type EntityCall,
  type FileView,
  type SdkCall,
  type SdkVersion,
} from '@base44-lint/model';
import type { Confidence, RuleFinding } from '../finding.js';
import { factOf } from '../judge/call-fact.js';
import { defineRule } from '../rule.js';
import { isAskedFor } from './feature-test.js';
import { adviceOf, messageOf, replacementFor, rewriting } from './texts.js';
import { verdictOf, type Verdict } from './verdict.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-unknown-sdk-member',
    description: 'disallow members that the SDK version in use does not have',
    limitations: ['faq-agent-hallucination'],
    preset: 'recommended',
    since: '0.2.0',
    severities: ['medium', 'low'],
    cwe: 'CWE-477',
    precision: 'very-high',
    words: [
      'base44',
      'entities',
      'asServiceRole',
      'auth',
      'integrations',
      'functions',
      'agents',
      '@/entities',
      ...entityMethods,
    ],
    related: ['no-unknown-entity', 'no-unknown-function', 'consistent-sdk-version'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ app, file, sdk }) {
    if (file.zone === 'other') return;
    for (const call of [...file.entityCalls, ...file.sdkCalls]) {
      if (call.origin === 'shim') continue;
      const fact = factOf(file.facts, call.span);
      const member = memberOf(call);
      const verdict = verdictOf(member, sdk);
      if (!verdict || !fact || isVirtual(call, file, app.used !== undefined)) continue;
      if (isAskedFor(fact, file.text)) continue;
      yield finding(verdict, fact, file, sdk);
    }
  },
});

function memberOf(call: EntityCall | SdkCall): string {
  const path = 'method' in call ? `entities.${call.method}` : call.member;
  return call.role === 'service' ? `asServiceRole.${path}` : path;
}

/**
 * What the Vite plugin makes up (`@/entities/User`, `@/functions/x`) has members of its own. Without the other files in
 * sight nobody can tell what the app's own `src/api/entities` holds.
 */
function isVirtual(call: EntityCall | SdkCall, { facts }: FileView, allInSight: boolean): boolean {
  const source = sourceOf(facts, call.span) ?? '';
  if (/^(?:@|~|src)\/(?:entities|functions|integrations|agents)(?:\/|$)/.test(source)) return true;
  return !allInSight && /(?:^|\/)api\/(?:entities|functions|integrations)(?:\.[jt]sx?)?$/.test(source);
}

function finding(verdict: Verdict, fact: CallFact, file: FileView, sdk: SdkVersion): RuleFinding {
  const replacement = replacementFor(verdict, sdk);
  return {
    severity: verdict.kind === 'newer' && (!verdict.sure || file.zone === 'shared') ? 'low' : 'medium',
    confidence: confidenceOf(verdict, file, sdk),
    message: messageOf(verdict, file, sdk),
    span: fact.name,
    evidence: sdk.place ? [{ ...sdk.place, note: `names SDK ${sdk.version}` }] : [],
    advice: adviceOf(verdict, replacement, sdk),
    suggestions: verdict.kind === 'newer' ? [] : rewriting(verdict, replacement, fact, file, sdk),
  };
}

function confidenceOf(verdict: Verdict, { zone }: FileView, { source }: SdkVersion): Confidence {
  // Shared code runs with the version of each function that imports it; the oldest of all need not be one of them.
  if (verdict.kind === 'newer') return verdict.sure && zone !== 'shared' ? 'certain' : 'possible';
  if (verdict.kind === 'never' && !verdict.sure) return 'possible';
  return source === 'lock' || source === 'pin' ? 'certain' : 'likely';
}
