import { wordsOf } from '@base44-lint/model';

const link =
  /\b(?:shar(?:e|ing)|confirm(?:ation)?|check ?in|rsvp|unsubscribe|cancel(?:lation)?|view|preview|download|track(?:ing)?|qr|feedback|survey|review) token$/;

/** A token that a link carries, which opens one row or confirms one act. It is made to be handed out. */
export function isLinkToken(field: string): boolean {
  return link.test(wordsOf(field).join(' '));
}

/** The hash of a random value, from which nobody gets the value back; a password can be guessed. */
export function isTokenHash(field: string): boolean {
  return /\b(?:token|key) hash$/.test(wordsOf(field).join(' '));
}
