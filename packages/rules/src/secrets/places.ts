import type { Zone } from '@base44-lint/model';
import type { Confidence, Severity } from '../finding.js';
import type { SecretWeight } from './types.js';

/**
 * Who can read a secret by where it stands.
 * - `browser`: everyone who opens the app
 * - `backend`, `repository`: everyone with access to the repository; only the first runs on the platform
 * - `example`: tests, documentation and examples, whose values are mostly made up
 */
export type SecretPlace = 'browser' | 'backend' | 'repository' | 'example';

/** Severity by weight and place; null where nothing is worth a word. */
export const severityOf: Readonly<Record<SecretWeight, Readonly<Record<SecretPlace, Severity | null>>>> = {
  live: { browser: 'critical', backend: 'high', repository: 'high', example: 'low' },
  password: { browser: 'critical', backend: 'high', repository: 'low', example: 'low' },
  named: { browser: 'high', backend: 'high', repository: 'low', example: null },
  hook: { browser: 'high', backend: 'high', repository: 'medium', example: null },
  session: { browser: 'medium', backend: 'medium', repository: 'medium', example: null },
  browser: { browser: 'medium', backend: 'medium', repository: 'low', example: null },
  test: { browser: 'medium', backend: 'low', repository: 'low', example: null },
  handshake: { browser: 'low', backend: 'low', repository: 'low', example: null },
  demo: { browser: 'low', backend: 'low', repository: 'low', example: null },
};

export const confidenceOf: Readonly<Record<SecretWeight, Confidence>> = {
  live: 'certain',
  password: 'certain',
  named: 'likely',
  hook: 'certain',
  session: 'likely',
  browser: 'likely',
  test: 'certain',
  handshake: 'certain',
  demo: 'likely',
};

const exampleFile =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e|cypress|playwright|fixtures?|mocks?|examples?|docs?|documentation|stories)\/|[._-](?:test|spec|stories|mock|example|sample|template)\.[^/]*$|\.(?:example|sample|template)$/i;

/** Backend functions have no test folder: people write `portalSecurityTests/entry.ts` and call it by hand. */
const testFunction =
  /(?:[a-z](?:Tests|SelfTest|TestSuite|UnitTest|SmokeTest|TestRunner)|(?:^|\/)run\w*Tests?)(?:\/[^/]*)?(?:\.[cm]?[jt]sx?)?$/;

/** A file or its folder that fills a database for a first try; what it writes is no secret of the running app. */
const seedFile = /(?:(?:^|[/_.-])(?:seeds?|samples?|demo)|Seeds?|Samples?|Demo)(?![a-z])[^/]*(?:\/[^/]*)?$/;

export function placeOf(zone: Zone, file: string): SecretPlace {
  if (exampleFile.test(file) || testFunction.test(file)) return 'example';
  if (zone === 'frontend') return 'browser';
  return zone === 'other' || seedFile.test(file) ? 'repository' : 'backend';
}
