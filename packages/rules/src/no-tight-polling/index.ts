import { sinceVersion, supports } from '@base44-lint/catalog';
import type { EntityCall, Evidence, FileView, Invocation, SdkCall, SdkVersion, Trigger } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { dearestIn } from '../judge/paid.js';
import { defineRule } from '../rule.js';
import { severityOf, timeIn } from './pace.js';

interface Options {
  /** Seconds between two rounds from which on polling is fine. */
  readonly fineFrom: number;
}

export const rule = defineRule<Options>({
  meta: {
    name: 'no-tight-polling',
    description: 'disallow reading entities or calling functions every few seconds',
    limitations: ['arch-no-realtime', 'faq-polling-credits'],
    preset: 'recommended',
    since: '0.2.0',
    cwe: 'CWE-770',
    severities: ['medium', 'low', 'info'],
    precision: 'high',
    words: [
      'setInterval',
      'useInterval',
      'setTimeout',
      'refetchInterval',
      'functions',
      'entities',
      'list',
      'filter',
      'get',
    ],
    related: ['no-websocket', 'require-unsubscribe', 'no-repeated-paid-call'],
    schema: {
      type: 'object',
      properties: {
        fineFrom: {
          type: 'number',
          minimum: 1,
          default: 30,
          description: 'Seconds between two rounds from which on polling is fine.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { fineFrom: 30 },

  *checkCode({ file, sdk, options }) {
    if (file.zone !== 'frontend') return;
    for (const [trigger, polled] of pollsIn(file)) {
      const severity = severityOf(trigger, options.fineFrom);
      if (severity) yield finding(trigger, polled, severity, sdk);
    }
  },
});

/** What one timer or query asks for each time. */
interface Polled {
  readonly call: EntityCall | SdkCall;
  /** Name of the entity or of the function. */
  readonly name: string | null;
  readonly kind: 'entity' | 'function' | 'other';
}

/** Requests of a file by the timer or query that repeats them. */
function pollsIn(file: FileView): ReadonlyMap<Trigger, readonly Polled[]> {
  const polls = new Map<string, { readonly trigger: Trigger; readonly polled: Polled[] }>();
  for (const polled of requestsIn(file)) {
    for (const trigger of polled.call.execution.triggers) {
      if ((trigger.kind !== 'interval' && trigger.kind !== 'query') || typeof trigger.everyMs !== 'number') continue;
      const key = `${trigger.place.file}:${trigger.place.start}`;
      const entry = polls.get(key) ?? { trigger, polled: [] };
      polls.set(key, entry);
      entry.polled.push(polled);
    }
  }
  return new Map([...polls.values()].map(({ trigger, polled }) => [trigger, polled]));
}

const READS = new Set(['list', 'filter', 'get', 'count', 'aggregate']);

function requestsIn({ entityCalls, sdkCalls, invocations }: FileView): readonly Polled[] {
  const reads = entityCalls
    .filter(({ method }) => READS.has(method))
    .map((call): Polled => ({ call, name: call.entity.name, kind: 'entity' }));
  // What costs credits besides is told by no-repeated-paid-call.
  const paid = new Set(invocations.filter(costs).map(({ call }) => call));
  const others = sdkCalls.flatMap((call): Polled[] => {
    if (call.member.startsWith('functions.') && call.member !== 'functions.getEndpoint')
      return paid.has(call) ? [] : [{ call, name: nameOf(call), kind: 'function' }];
    return call.member === 'agents.getConversation' || call.member === 'auth.me'
      ? [{ call, name: call.member, kind: 'other' }]
      : [];
  });
  return [...reads, ...others].sort((a, b) => a.call.span.start - b.call.span.start);
}

const costs = (invocation: Invocation): boolean => dearestIn(invocation) !== null;

function nameOf({ member, args }: SdkCall): string | null {
  if (member !== 'functions.invoke' && member !== 'functions.fetch') return member.slice('functions.'.length);
  const [name] = args;
  return name?.t === 'literal' && typeof name.value === 'string' ? name.value : null;
}

function finding(
  trigger: Trigger,
  polled: readonly Polled[],
  severity: RuleFinding['severity'],
  sdk: SdkVersion,
): RuleFinding {
  const [{ call }] = polled as readonly [Polled];
  const every = timeIn(trigger.everyMs as number);
  return {
    severity,
    confidence: 'likely',
    // Queries rest while the page is hidden; timers do not.
    message: `Every ${trigger.kind === 'query' ? 'tab in view' : 'open tab'} asks for ${whatOf(polled)} every ${every}, so requests grow with each person who keeps the page open.`,
    span: call.span,
    evidence: evidenceOf(trigger, polled),
    advice: adviceFor(polled, sdk),
    suggestions: [],
  };
}

function evidenceOf(trigger: Trigger, polled: readonly Polled[]): readonly Evidence[] {
  const [first, ...rest] = polled as readonly [Polled, ...Polled[]];
  const { place } = trigger;
  const { file, span } = first.call;
  const isAround = place.file === file && place.start <= span.start && span.end <= place.end;
  return [
    ...(isAround ? [] : [{ ...place, note: 'starts it each time' }]),
    ...rest.slice(0, 4).map(({ call }) => ({ file: call.file, ...call.span, note: 'is asked for in the same round' })),
  ];
}

/** "Order and Message", "the function `poll`". */
function whatOf(polled: readonly Polled[]): string {
  const names = [...new Set(polled.map(({ kind, name }) => wordFor(kind, name)))];
  const shown = names.slice(0, 3);
  const more = names.length > 3 ? [`${names.length - 3} more`] : [];
  const all = [...shown, ...more];
  return all.length === 1 ? (all[0] as string) : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

function wordFor(kind: Polled['kind'], name: string | null): string {
  if (kind === 'function') return name === null ? 'a function' : `the function \`${name}\``;
  return kind === 'entity' ? (name ?? 'records') : `\`${name}\``;
}

function adviceFor(polled: readonly Polled[], sdk: SdkVersion): string {
  const slower = 'ask less often, and not while the page is hidden';
  if (polled.every(({ kind }) => kind === 'entity')) {
    switch (supports(sdk.version, 'entities.subscribe')) {
      case 'yes':
        return `Read once and follow changes with \`subscribe\` of the entity; where that does not fit, ${slower}.`;
      case 'no':
        return `Ask less often, and not while the page is hidden; the SDK ${sdk.version} of this app has no change feed, \`subscribe\` exists since SDK ${sinceVersion('entities.subscribe')}.`;
      default:
        return `Follow changes with \`subscribe\` where the SDK of this app has it; otherwise ${slower}.`;
    }
  }
  return 'Ask less often, longer after each round without news, and not while the page is hidden.';
}
