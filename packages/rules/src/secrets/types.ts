import type { Span } from '@base44-lint/model';

/**
 * What a secret gives to who finds it.
 * - `live`: access to an account that costs money or holds data
 * - `test`: access to a provider's sandbox
 * - `browser`: a key that a provider means for browsers, safe only when restricted at the provider
 * - `hook`: whoever has the address may send to it
 * - `password`: opens a check written in this app
 * - `handshake`: only confirms an address to a provider when a webhook is set up
 * - `session`: a signed token of one user, which may have expired
 * - `named`: known as secret by its name and by looking random
 * - `demo`: credentials shown on purpose
 */
export type SecretWeight =
  'live' | 'test' | 'browser' | 'hook' | 'password' | 'handshake' | 'session' | 'named' | 'demo';

/** A secret that stands in a text. */
export interface Detection {
  /** Of the secret itself, without quotes. */
  readonly span: Span;
  readonly value: string;
  /** What it is, after "this": `Stripe live secret key`. */
  readonly label: string;
  readonly weight: SecretWeight;
  /** Conventional name of the environment variable, where the provider has one. */
  readonly variable?: string;
}
