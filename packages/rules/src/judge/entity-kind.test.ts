import { expect, test } from 'vitest';
import { isSideRecord, isValueEntity } from './entity-kind.js';

test.each([
  'AuditLog',
  'Notifications',
  'EmailJob',
  'UserSettings',
  'LoginEvent',
  'OrderEvents',
  'SessionCache',
  'Reports',
])('%s only tells of what happens elsewhere', (entity) => expect(isSideRecord(entity)).toBe(true));

test.each(['Event', 'Events', 'EventTicket', 'Order', 'Login', 'Logo', ''])('%s is kept for itself', (entity) =>
  expect(isSideRecord(entity)).toBe(false),
);

test.each(['Order', 'OrderLines', 'Payments', 'WalletEntry', 'StripeTxn', 'GiftVoucher', 'Inventory'])(
  '%s holds what somebody pays or gets',
  (entity) => expect(isValueEntity(entity)).toBe(true),
);

test.each(['Task', 'Ordering', 'Salesman', 'Profile', ''])('%s does not', (entity) =>
  expect(isValueEntity(entity)).toBe(false),
);
