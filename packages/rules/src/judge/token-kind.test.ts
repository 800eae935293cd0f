import { expect, test } from 'vitest';
import { isLinkToken, isTokenHash } from './token-kind.js';

test.each([
  'share_token',
  'sharingToken',
  'check_in_token',
  'unsubscribeToken',
  'cancellation_token',
  'guest_rsvp_token',
])('%s is carried by a link', (field) => expect(isLinkToken(field)).toBe(true));

test.each(['access_token', 'token', 'share_token_id', 'reshare_token', 'share', 'invite_token'])(
  '%s opens more than one row',
  (field) => expect(isLinkToken(field)).toBe(false),
);

test.each(['token_hash', 'apiKeyHash', 'refresh_token_hash'])('%s gives nothing back', (field) =>
  expect(isTokenHash(field)).toBe(true),
);

test.each(['password_hash', 'hash', 'token_hash_salt', 'token'])('%s may', (field) =>
  expect(isTokenHash(field)).toBe(false),
);
