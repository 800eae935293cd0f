import type { FileView, Place, SdkCall } from '@base44-lint/model';
import type { AppFinding, RuleFinding } from '../finding.js';
import { defineRule } from '../rule.js';
import { recipientOf, type Recipient } from './recipient.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-shared-sender-email',
    description: 'disallow `SendEmail` to people who are no users of the app, and list all other mails it sends',
    limitations: ['int-email-shared'],
    preset: 'strict',
    since: '0.2.0',
    severities: ['low', 'info'],
    precision: 'medium',
    words: ['SendEmail'],
    related: ['no-repeated-paid-call'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ file }) {
    for (const { call, recipient } of mailsOf(file))
      if (recipient.kind === 'outsider') yield toOutsider(call, recipient);
  },

  // What is the same for all other mails is said once.
  *checkApp({ files }) {
    const places = files.flatMap((file) =>
      mailsOf(file)
        .filter(({ recipient }) => recipient.kind === 'other')
        .map(({ call, recipient }): Place => ({ file: file.file, ...(recipient.span ?? call.span) })),
    );
    const [first, ...others] = places;
    if (first) yield listing(first, others);
  },
});

interface Mail {
  readonly call: SdkCall;
  readonly recipient: Recipient;
}

function mailsOf({ zone, sdkCalls, text }: FileView): readonly Mail[] {
  if (zone === 'other') return [];
  return sdkCalls
    .filter(({ member, origin }) => member === 'integrations.Core.SendEmail' && origin !== 'shim')
    .map((call) => ({ call, recipient: recipientOf(call, text) }));
}

function toOutsider(call: SdkCall, { who, span }: Recipient): RuleFinding {
  return {
    severity: 'low',
    confidence: 'possible',
    message: `This mails ${who}, who need not be a registered user of the app, and \`SendEmail\` reaches no one else.`,
    span: span ?? call.span,
    evidence: [],
    advice:
      'Send to people outside the app through a mail provider of your own, called from a backend function with its key in the secrets store.',
    suggestions: [],
  };
}

function listing(first: Place, others: readonly Place[]): AppFinding {
  return {
    file: first.file,
    subject: 'app',
    severity: 'info',
    confidence: 'likely',
    message: `${others.length === 0 ? 'One place sends mail' : `In all, ${others.length + 1} places send mail`} from the sender that apps of the platform share unless the app has a domain of its own for mail.`,
    span: first,
    evidence: others.slice(0, 10).map((place) => ({ ...place, note: 'does the same' })),
    advice:
      'Where delivery matters, set up a sender domain (Builder plan and up, two credits a mail) or send through a mail provider of your own.',
    suggestions: [],
  };
}
