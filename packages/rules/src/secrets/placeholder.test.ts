import { expect, test } from 'vitest';
import { noise } from '../testing/secrets.js';
import { isPlaceholder } from './placeholder.js';

test.each([
  'your-api-key',
  'YOUR_KEY_HERE',
  'xxxxxxxx',
  'sk-xxxxxxxxxxxxxxxxxxxx',
  'changeme',
  '<token>',
  '{{secrets.KEY}}',
  'sk-...',
  'AIza***',
  '0000000000',
  '1234567890',
  'abcdefghijklmnop',
  'example-key-1',
])('%s is a placeholder', (value) => expect(isPlaceholder(value)).toBe(true));

test.each(['Winter!2024', 'letmein1', '123456', 'hunter2', noise(32, 'hex'), noise(40)])('%s is none', (value) =>
  expect(isPlaceholder(value)).toBe(false),
);
