import type { App, BackendFunction, Evidence, FileView } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { webhookOf } from '../judge/webhook.js';
import { defineRule } from '../rule.js';
import { foremost, type Act, type CalledAct, type Known } from './act.js';
import { entityAct } from './entity-acts.js';
import { outsideAct } from './outside-acts.js';
import { sdkAct } from './sdk-acts.js';
import { functionOf } from './subjects.js';
import { isTrusted } from './trusted.js';
import { ofHelper, weighed } from './weigh.js';

interface Options {
  /** Functions that everyone is meant to call; `*` stands for any part of a name. */
  readonly publicFunctions: readonly string[];
  /** Helpers that check the caller although their body is out of sight or not understood. */
  readonly guards: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'require-function-auth',
    description: 'require backend functions to check who calls before they do what not everyone may do',
    limitations: ['arch-no-service-role', 'auth-coarse-roles'],
    preset: 'strict',
    since: '0.2.0',
    cwe: 'CWE-862',
    severities: ['critical', 'high', 'medium', 'low', 'info'],
    precision: 'medium',
    words: ['Deno', 'entities', 'integrations', 'connectors', 'inviteUser'],
    related: ['require-webhook-signature', 'no-unfiltered-list', 'require-tenant-filter'],
    schema: {
      type: 'object',
      properties: {
        publicFunctions: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description:
            'Functions that everyone is meant to call, beside those of the settings; `*` stands for any part of a name.',
        },
        guards: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description:
            'Names of helpers that check the caller and leave otherwise, in ways that this rule does not see.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { publicFunctions: [], guards: [] },

  *checkCode({ app, file, options }) {
    if (file.zone !== 'function' && file.zone !== 'shared') return;
    const fn = functionOf(app, file.file);
    if (fn && isPublic(fn, app, options)) return;
    // What a made-up event can do belongs to `require-webhook-signature`.
    const isWebhook = webhookOf(app, file) !== null;
    const trusted = new Set(options.guards);
    const acts = actsIn(app, file)
      .filter(({ act, call }) => !(isWebhook && act.known === 'none') && !isTrusted(call.guards, file, trusted))
      .map(({ act, call }) => (fn ? weighed(act, fn) : ofHelper(act, call)));
    for (const known of ['none', 'signed-in'] as const) {
      const ordered = foremost(acts.filter((act) => act.known === known));
      const [first] = ordered;
      if (first) yield finding(first, ordered.slice(1), known, file, fn);
    }
  },
});

function isPublic(fn: BackendFunction, app: App, options: Options): boolean {
  return [...options.publicFunctions, ...app.settings.publicFunctions].some((name) => matches(name, fn.name));
}

function matches(pattern: string, name: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  if (!name.startsWith(head)) return false;
  let at = head.length;
  for (const [index, part] of rest.entries()) {
    const found =
      index === rest.length - 1 ? (name.endsWith(part) ? name.length - part.length : -1) : name.indexOf(part, at);
    if (found < at) return false;
    at = found + part.length;
  }
  return rest.length > 0 || name.length === at;
}

function actsIn(app: App, file: FileView): readonly CalledAct[] {
  const acts: CalledAct[] = [];
  const add = (act: Act | null, call: CalledAct['call']): void => {
    if (act) acts.push({ act, call });
  };
  for (const call of file.entityCalls) add(entityAct(app, call), call);
  for (const call of file.sdkCalls) add(sdkAct(app, call), call);
  for (const call of file.outside) add(outsideAct(call), call);
  return acts;
}

function finding(
  act: Act,
  others: readonly Act[],
  known: Known,
  file: FileView,
  fn: BackendFunction | undefined,
): RuleFinding {
  const who = fn ? 'calls this function' : 'calls a function that runs this';
  return {
    severity: act.severity,
    confidence: act.confidence,
    span: act.span,
    message:
      known === 'none'
        ? `Anyone who ${who}, signed in or not, can ${act.can}.`
        : `Any signed-in user who ${who} can ${act.can}, because nothing asks for a role or whose it is.`,
    advice: [
      known === 'none'
        ? `Before this, ask \`base44.auth.me()\` and check the role, or compare a header with a secret of the environment.`
        : 'Before this, check the role of the user.',
      act.advice,
    ]
      .join(' ')
      .trim(),
    evidence: [
      ...act.evidence,
      ...others
        .slice(0, 5)
        .map((other): Evidence => ({ file: file.file, ...other.span, note: `${other.does}, as unguarded` })),
    ],
    suggestions: [],
  };
}
