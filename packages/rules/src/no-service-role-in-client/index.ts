import type { CallFact, EntityCall, FileView, SdkCall, Term } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { defineRule } from '../rule.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-service-role-in-client',
    description: 'disallow the service role in browser code',
    limitations: ['arch-no-service-role'],
    preset: 'recommended',
    since: '0.2.0',
    severities: ['critical', 'medium'],
    cwe: 'CWE-602',
    precision: 'very-high',
    words: ['asServiceRole', 'serviceToken'],
    related: ['require-function-auth', 'no-client-credential-check'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ file }) {
    if (file.zone !== 'frontend') return;
    for (const call of file.facts.calls) {
      const token = serviceTokenOf(call);
      if (token) yield tokenFinding(call);
    }
    const seen = new Set<number>();
    for (const call of [...file.entityCalls, ...file.sdkCalls].sort((a, b) => a.span.start - b.span.start)) {
      if (call.role !== 'service' || call.origin === 'shim') continue;
      // The first call of a function throws, so the others never run.
      const home = homeOf(call, file);
      if (seen.has(home)) continue;
      seen.add(home);
      yield callFinding(call, file);
    }
  },
});

/** Where the innermost function that has a name begins, else the call: callbacks inside it run for it. */
function homeOf({ span }: EntityCall | SdkCall, { facts }: FileView): number {
  const around = facts.functions.filter(
    ({ name, start, end }, id) => id > 0 && name !== null && start <= span.start && span.end <= end,
  );
  return around.length > 0 ? Math.max(...around.map(({ start }) => start)) : span.start;
}

/** `createClient({ serviceToken })` of the SDK. */
function serviceTokenOf({ callee, args }: CallFact): Term | null {
  if (callee.t !== 'import' || callee.name !== 'createClient' || !/@base44\/sdk/.test(callee.from)) return null;
  const [options] = args;
  const token = options?.t === 'object' ? options.props.find(([key]) => key === 'serviceToken')?.[1] : undefined;
  const isNothing = token?.t === 'undefined' || (token?.t === 'literal' && !token.value);
  return token && !isNothing ? token : null;
}

function tokenFinding(call: CallFact): RuleFinding {
  return {
    severity: 'critical',
    confidence: 'likely',
    span: { start: call.start, end: call.end },
    message:
      'Everyone who opens the page gets the service token that this client is made with, and with it reads and writes all data past every rule.',
    advice:
      'Take the token out and renew it; do this work in a backend function with `createClientFromRequest(req).asServiceRole`.',
    evidence: [],
    suggestions: [],
  };
}

function callFinding(call: EntityCall | SdkCall, { facts }: FileView): RuleFinding {
  const what = 'member' in call ? `\`${call.member}\`` : `\`${call.entity.name ?? 'entities'}.${call.method}\``;
  // A client that no file of the app creates may be one that holds a token after all.
  const known = call.origin === 'sdk' || facts.imports.some(({ from }) => /base44/i.test(from));
  return {
    severity: 'medium',
    confidence: known ? 'certain' : 'possible',
    span: call.span,
    message: `In the browser \`asServiceRole\` has no token and throws, so ${what} never runs and neither does what follows it.`,
    advice: `Move this into a backend function that checks the caller before it uses \`asServiceRole\`, and call it with \`functions.invoke\`.`,
    evidence: [],
    suggestions: [],
  };
}
