import { expect, test } from 'vitest';
import { targetOf } from './target.js';

test.each([
  [null, { kind: 'unknown' }],
  ['', { kind: 'unknown' }],
  ['wss://', { kind: 'unknown' }],
  ['/functions/live', { kind: 'own' }],
  ['//cdn.example.org/live', { kind: 'unknown' }],
  ['wss://app.base44.com/ws', { kind: 'own' }],
  ['wss://notbase44.com/ws', { kind: 'outside', host: 'notbase44.com' }],
  ['WSS://User@Stream.Example.org:9443/x', { kind: 'outside', host: 'stream.example.org' }],
  ['wss://stream.', { kind: 'unknown' }],
  ['ws://127.0.0.1:80', { kind: 'local' }],
  ['http://localhost', { kind: 'local' }],
  ['wss://live', { kind: 'unknown' }],
  ['ws://[::1]:8080/x', { kind: 'local' }],
  ['wss://10.0.0.7/x', { kind: 'unknown' }],
  ['wss://stream.example.org7/x', { kind: 'unknown' }],
  ['ftp+wss://stream.example.org/x', { kind: 'unknown' }],
])('%s', (url, target) => expect(targetOf({ url })).toEqual(target));
