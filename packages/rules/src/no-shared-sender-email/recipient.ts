import { wordsOf, type SdkCall, type Span, type Term } from '@base44-lint/model';
import { mentions } from '../judge/terms.js';

/** To whom a mail goes, as far as the code tells. */
export interface Recipient {
  readonly kind: 'outsider' | 'other';
  /** With `outsider`, for a sentence: "a customer". */
  readonly who: string;
  /** The `to` of the call, where it is written there. */
  readonly span: Span | null;
}

/** People whom apps keep records of without being their users. */
const outsiders = new Set(
  'customer client lead guest prospect subscriber buyer donor applicant candidate visitor patient invitee attendee supplier vendor partner contact enquiry inquiry form'.split(
    ' ',
  ),
);
/** Those who work with the app: `customer.assigned_broker` is no customer. */
const insiders = new Set(
  'user me admin admins owner staff team support assigned assignee broker agent manager advisor consultant employee technician'.split(
    ' ',
  ),
);

/** Judged by the value of `to`: the entity or field it comes from, or the name it goes by. */
export function recipientOf(call: SdkCall, text: string): Recipient {
  const [options] = call.args;
  const to = options?.t === 'object' ? options.props.find(([key]) => key === 'to') : undefined;
  const span = to && keySpan(to[2], call.span);
  if (!to || !span) return { kind: 'other', who: '', span: null };
  const names = [...namesIn(to[1]), ...wordsOf(writtenAs(text, span))];
  const who = names.some((name) => insiders.has(name))
    ? undefined
    : names.find((name) => outsiders.has(singular(name)));
  if (who !== undefined) return { kind: 'outsider', who: phraseFor(singular(who)), span };
  return call.fromCaller.includes('recipient') && call.caller.level === 'none'
    ? { kind: 'outsider', who: 'an address that anyone may send along', span }
    : { kind: 'other', who: '', span };
}

function keySpan(at: number | undefined, call: Span): Span | null {
  return at !== undefined && at >= call.start && at < call.end ? { start: at, end: at + 'to'.length } : null;
}

/** Words of the fields and entities that a value goes through. */
function namesIn(to: Term): readonly string[] {
  const names: string[] = [];
  mentions(to, (one) => {
    if (one.t === 'get') names.push(...wordsOf(one.key));
    return false;
  });
  return names;
}

/** The name under which the code hands on the address: `lead.email` after `to:`; '' for anything but a plain path. */
function writtenAs(text: string, { end }: Span): string {
  return /^\s*:\s*([\w$.?!]{1,80})/.exec(text.slice(end, end + 120))?.[1] ?? '';
}

const singular = (word: string): string => word.replace(/s$/, '');

function phraseFor(who: string): string {
  if (who === 'form') return 'an address from a form';
  return `${/^[aeiou]/.test(who) ? 'an' : 'a'} ${who}`;
}
