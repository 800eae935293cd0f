import type { OutsideCall, Term } from '@base44-lint/model';
import type { Confidence } from '../finding.js';
import { knownOf, type Act, type Known } from './act.js';

type Verdict = Pick<Act, 'severity' | 'confidence' | 'can' | 'does'> & { readonly advice?: string };

/** What a function does with outside services on the owner's account, or to an address that the caller names. */
export function outsideAct(call: OutsideCall): Act | null {
  const known = knownOf(call.caller);
  if (!known) return null;
  const verdict = verdictOf(call, known);
  if (!verdict) return null;
  return {
    span: call.span,
    known,
    evidence: [],
    advice: '',
    chosen: call.fromCaller.length > 0,
    ...verdict,
  };
}

function verdictOf(call: OutsideCall, known: Known): Verdict | null {
  if (call.fromCaller.includes('address')) return relay(call, known);
  if (!call.ownersKey) return null;
  const of = call.service ?? 'an outside service';
  switch (call.kind) {
    case 'mail':
    case 'sms':
      return message(call, known, of);
    case 'llm':
      if (known === 'signed-in') return null;
      return {
        severity: 'medium',
        confidence: call.fromCaller.includes('content') ? 'likely' : 'possible',
        can: `spend the owner's money at ${of} as often as they like`,
        does: `calls ${of} with the owner's key`,
      };
    case 'payment':
      return payment(call, known, of);
    case 'mailbox':
      return mailbox(call, known, of);
    default:
      return account(call, known, of);
  }
}

function relay(call: OutsideCall, known: Known): Verdict | null {
  const answered =
    call.result.responded !== 'no' ||
    call.result.reads.some((name) => /^(?:text|json|body|arrayBuffer|blob)$/.test(name));
  if (!answered || known === 'signed-in') return null;
  return {
    severity: 'medium',
    confidence: call.result.responded === 'no' ? 'possible' : 'likely',
    can: 'have the server fetch any address they name and hand them the answer',
    does: 'fetches an address that the caller names',
    advice: 'Compare the host with a list of allowed ones.',
  };
}

function message(call: OutsideCall, known: Known, of: string): Verdict | null {
  const chosen = call.fromCaller.includes('recipient');
  const free = call.fromCaller.includes('text');
  const what = call.kind === 'mail' ? 'mail' : 'messages';
  if (known === 'signed-in') {
    if (!chosen) return null;
    return {
      severity: free ? 'medium' : 'low',
      confidence: free ? 'likely' : 'possible',
      can: `send ${free ? `${what} with text of their choice` : what} to anyone through the owner's account at ${of}`,
      does: `sends ${what} through ${of}`,
      advice: 'Send only to recipients that the app has on record for this user.',
    };
  }
  return {
    severity: chosen && free ? 'high' : 'medium',
    confidence: chosen ? 'likely' : 'possible',
    can: chosen
      ? `send ${free ? `${what} with text of their choice` : what} to anyone through the owner's account at ${of}`
      : `make it send ${what} through the owner's account at ${of}`,
    does: `sends ${what} through ${of}`,
    advice: 'Send only to recipients that the app has on record.',
  };
}

/** Members that open or leave a mailbox and read nothing. */
const OPENS = /(?:^|\.)(?:connect|getMailboxLock|mailboxOpen|openBox|release|noop|logout|end)$/;

function mailbox(call: OutsideCall, known: Known, of: string): Verdict | null {
  if (OPENS.test(call.member)) return null;
  const isKept = call.result.responded === 'no';
  return {
    severity: !isKept ? 'high' : known === 'none' ? 'medium' : 'low',
    confidence: isKept && known === 'signed-in' ? 'possible' : 'likely',
    can: `${isKept ? 'make it read' : 'read'} mail of the account at ${of} that the app is connected to`,
    does: `reads a mailbox`,
  };
}

/** Members that move money, end what was bought, or change an account. */
const MOVES =
  /refund|cancel|transfer|payout|(?:^|\.)(?:update|del|delete|capture|void|pay|detach)$|charges\.create|createOrder|withdraw/i;
const LOOKS_UP =
  /^(?!prices|products|promotionCodes|coupons|checkout|plans)\w+\.(?:retrieve|list|search)$|billingPortal|fetch(?:Balance|Orders?)/i;

function payment(call: OutsideCall, known: Known, of: string): Verdict | null {
  if (of === 'an exchange') {
    return {
      severity: call.member === 'GET' ? 'medium' : 'high',
      confidence: 'likely',
      can: `use the owner's account at an exchange`,
      does: `uses the owner's account at an exchange`,
    };
  }
  if (known === 'signed-in' && call.ofUser) return null;
  if (MOVES.test(call.member)) {
    const confidence: Confidence = known === 'none' || call.fromCaller.length > 0 ? 'likely' : 'possible';
    return {
      severity: 'high',
      confidence,
      can: `make it call \`${call.member}\` at ${of} on the owner's account`,
      does: `moves money or ends what was bought at ${of}`,
      advice: 'Look the customer up by the signed-in user, not by the request.',
    };
  }
  if (LOOKS_UP.test(call.member) && call.result.respondedRows) {
    return {
      severity: known === 'none' ? 'high' : 'medium',
      confidence: known === 'none' ? 'likely' : 'possible',
      can: `read what ${of} holds on the owner's account`,
      does: `reads from ${of}`,
    };
  }
  return null;
}

/** Requests that ask something although they are posts, and services where a post only adds a contact. */
const ASKS = /freeBusy|[/:](?:query|search|batchGet|lookup)\b/i;
const HOLDS_CONTACTS = /^(?:Resend|SendGrid|Brevo)$/;

function account(call: OutsideCall, known: Known, of: string): Verdict | null {
  if (known === 'signed-in') return null;
  const writes = call.kind === 'storage' && call.member !== 'GET' && !HOLDS_CONTACTS.test(of) && !asks(call.args[0]);
  return {
    severity: writes ? 'medium' : 'low',
    confidence: writes && call.fromCaller.length > 0 ? 'likely' : 'possible',
    can: `use the owner's account at ${of}`,
    does: `uses the owner's account at ${of}`,
  };
}

function asks(address: Term | undefined): boolean {
  if (!address) return false;
  if (address.t === 'literal') return ASKS.test(String(address.value));
  return address.t === 'template' && address.parts.some(asks);
}
