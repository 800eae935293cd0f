import type { SdkCall } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
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
    if (file.zone === 'other') return;
    for (const call of file.sdkCalls) {
      if (call.member === 'integrations.Core.SendEmail' && call.origin !== 'shim')
        yield finding(call, recipientOf(call, file.text));
    }
  },
});

function finding(call: SdkCall, recipient: Recipient): RuleFinding {
  const common = { span: recipient.span ?? call.span, evidence: [], suggestions: [] };
  if (recipient.kind === 'outsider')
    return {
      ...common,
      severity: 'low',
      confidence: 'possible',
      message: `This mails ${recipient.who}, who need not be a registered user of the app, and \`SendEmail\` reaches no one else.`,
      advice:
        'Send to people outside the app through a mail provider of your own, called from a backend function with its key in the secrets store.',
    };
  return {
    ...common,
    severity: 'info',
    confidence: 'likely',
    message:
      'This mail goes out from the sender that apps of the platform share unless the app has a domain of its own for mail.',
    advice:
      'Where delivery matters, set up a sender domain (Builder plan and up, two credits a mail) or send through a mail provider of your own.',
  };
}
