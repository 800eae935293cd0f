import { wordsOf, type EntityCall, type Evidence, type FileView } from '@base44-lint/model';
import type { Confidence, RuleFinding, Severity } from '../finding.js';
import { nameIn } from '../judge/entity.js';
import { webhookOf, type Webhook } from '../judge/webhook.js';
import { defineRule } from '../rule.js';

interface Options {
  /** Functions whose caller is checked elsewhere, by a gateway before the app. */
  readonly trustedFunctions: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'require-webhook-signature',
    description: 'require functions that receive webhooks to check who sent them before they act',
    limitations: ['int-webhook-activity'],
    preset: 'strict',
    since: '0.2.0',
    cwe: 'CWE-345',
    severities: ['high', 'medium'],
    precision: 'high',
    words: ['asServiceRole', 'entities'],
    related: ['require-function-auth'],
    schema: {
      type: 'object',
      properties: {
        trustedFunctions: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description:
            'Names of functions whose sender is checked before the request reaches them, by a gateway for example.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { trustedFunctions: [] },

  *checkCode({ app, file, options }) {
    if (file.zone !== 'function') return;
    const webhook = webhookOf(app, file);
    if (!webhook || app.functions.some((fn) => fn.file === file.file && options.trustedFunctions.includes(fn.name)))
      return;
    const acts = actsIn(file).filter((act) => webhook.provider !== null || !isEnquiry(act));
    const [worst, ...others] = acts.toSorted((a, b) => weight(b) - weight(a) || a.span.start - b.span.start);
    if (worst) yield finding(webhook, worst, others, file);
  },
});

const WRITES = /^(?:create|update|delete|bulkCreate|bulkUpdate|updateMany|deleteMany|upsert)$/;

/** Writes with the service role that nothing but the request itself lets happen. */
function actsIn(file: FileView): readonly EntityCall[] {
  return file.entityCalls.filter(
    (call) =>
      call.role === 'service' &&
      call.origin !== 'shim' &&
      call.caller.level === 'none' &&
      WRITES.test(call.method) &&
      !isLog(call),
  );
}

const MONEY =
  /^(?:payment|payout|wallet|balance|credit|transaction|invoice|refund|subscription|entitlement|order|purchase|license|licence|plan|booking|donation|sale|user|membership|ticket|coupon|registration)s?$/;

const isMoney = ({ entity }: EntityCall): boolean => wordsOf(entity.name ?? '').some((word) => MONEY.test(word));

/** Keeping what came in harms nobody. */
const isLog = ({ entity, method }: EntityCall): boolean =>
  /create/i.test(method) &&
  /(?:log|event|audit|history|message|notification|error|webhook)s?$/i.test(entity.name ?? '');

/** Rows of a form that is open to everyone; some call its address a webhook. */
const isEnquiry = ({ entity, method }: EntityCall): boolean =>
  /create/i.test(method) &&
  /contact|lead|enquir|inquir|subscriber|newsletter|feedback|submission/i.test(entity.name ?? '');

const weight = (call: EntityCall): number => (isMoney(call) ? 2 : 0) + (call.method === 'create' ? 0 : 1);

function finding(webhook: Webhook, act: EntityCall, others: readonly EntityCall[], file: FileView): RuleFinding {
  const from = webhook.provider ?? 'the sending service';
  const verb = /create/i.test(act.method) ? 'add' : act.method.startsWith('delete') ? 'delete' : 'change';
  const severity: Severity = webhook.payment || isMoney(act) ? 'high' : 'medium';
  return {
    severity,
    confidence: confidenceOf(file),
    span: act.span,
    message: `Anyone who knows the address of this function can send it a made-up event of ${from} and ${verb} rows of ${nameIn(act)}, because no signature or secret is checked before.`,
    advice: adviceFor(webhook),
    evidence: [
      ...act.evidence,
      ...others
        .slice(0, 4)
        .map((other): Evidence => ({ file: file.file, ...other.span, note: 'acts on the event as well' })),
    ],
    suggestions: [],
  };
}

/** A function that asks the service itself whether the event is true has another kind of check. */
function confidenceOf(file: FileView): Confidence {
  const asksBack = file.outside.some(
    ({ kind, member }) =>
      (kind === 'payment' || kind === 'storage' || kind === 'mailbox') &&
      (member === 'GET' || /retrieve|get$/i.test(member)),
  );
  return asksBack ? 'possible' : 'likely';
}

function adviceFor({ provider }: Webhook): string {
  if (provider === 'Stripe')
    return 'Read the body as text and pass it with the `stripe-signature` header to `stripe.webhooks.constructEventAsync(body, signature, secret)`, and answer 400 where that throws.';
  return `Compute the HMAC of the raw body with the secret that ${provider ?? 'the service'} shows for the webhook and compare it with the signature header, or demand a secret of your own in the address that you register.`;
}
