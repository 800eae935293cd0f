import { describe, expect, test } from 'vitest';
import { asShim, client, merge, NONE, noteFor, step, virtualMeaning, withEvidence, type Meaning } from './meaning.js';

type Known = Extract<Meaning, { client: object }>;
const user = client('user', 'sdk') as Known;
const service = client('service', 'sdk') as Known;
const of = (owner: Meaning, ...keys: string[]): Known => keys.reduce(step, owner) as Known;
const evidence = (start: number) => ({ file: 'a.js', start, end: start + 1, note: 'n' });

describe('a member of the client', () => {
  test('leads to entities, to the service role and to modules', () => {
    expect(of(user, 'entities', 'Task')).toEqual({
      kind: 'entity',
      client: user.client,
      names: ['Task'],
      dynamic: false,
    });
    expect(of(user, 'asServiceRole', 'entities').client.role).toBe('service');
    expect(of(user, 'auth', 'me')).toMatchObject({ kind: 'sdk', path: 'auth.me' });
    expect(step(of(user, 'entities', 'Task'), 'list')).toEqual(NONE);
    expect(step(NONE, 'entities')).toEqual(NONE);
    expect(step({ kind: 'factory' }, 'entities')).toEqual(NONE);
  });

  test('of an own object keeps that it is one', () => {
    expect(asShim(of(user, 'entities', 'Task'))).toMatchObject({ kind: 'entity', client: { origin: 'shim' } });
    expect(asShim(NONE)).toEqual(NONE);
    expect(asShim({ kind: 'factory' })).toEqual({ kind: 'factory' });
  });

  test('of a module of the plugin', () => {
    expect(virtualMeaning('@/entities/Task', 'Task')).toMatchObject({
      kind: 'entity',
      names: ['Task'],
      dynamic: false,
    });
    expect(virtualMeaning('@/api/base44Client', 'base44')).toMatchObject({ kind: 'client', client: { role: 'user' } });
    expect(virtualMeaning('@/functions/send', 'send')).toMatchObject({ kind: 'sdk', path: 'functions.send' });
    expect(virtualMeaning('react', 'useState')).toEqual(NONE);
  });
});

describe('one of several', () => {
  test('nothing beside something is left out', () => {
    expect(merge([NONE, user, NONE])).toBe(user);
    expect(merge([])).toEqual(NONE);
    expect(merge([NONE])).toEqual(NONE);
    expect(merge([NONE, { kind: 'factory' }, user])).toEqual({ kind: 'factory' });
  });

  test('the first kind wins', () => {
    expect(merge([of(user, 'entities', 'Task'), service])).toMatchObject({ kind: 'entity', client: { role: 'user' } });
  });

  test.each([
    [user, service, 'service'],
    [user, user, 'user'],
    [user, client('unknown', 'sdk'), 'unknown'],
    [client('unknown', 'sdk'), service, 'service'],
  ])('the role that may do more counts: %#', (one, other, role) => {
    expect(merge([one, other])).toMatchObject({ kind: 'client', client: { role } });
  });

  test('an origin that differs is unknown', () => {
    expect(merge([user, client('user', 'shim')])).toMatchObject({ client: { origin: 'unknown' } });
    expect(merge([user, client('user', 'sdk')])).toMatchObject({ client: { origin: 'sdk' } });
  });

  test('entities are all named once', () => {
    const task = of(user, 'entities', 'Task') as Extract<Meaning, { kind: 'entity' }>;
    const merged = merge([task, of(service, 'entities', 'Note'), task, { ...task, dynamic: true }]);
    expect(merged).toMatchObject({ names: ['Task', 'Note'], dynamic: true, client: { role: 'service' } });
    expect(merge([task, of(user, 'entities', 'Note')])).toMatchObject({ dynamic: false });
  });

  test('of two members the first is kept', () => {
    expect(merge([of(user, 'auth', 'me'), of(service, 'auth', 'logout')])).toMatchObject({
      path: 'auth.me',
      client: { role: 'service' },
    });
  });

  test('five places of evidence are kept', () => {
    const many = [1, 2, 3, 4, 5, 6, 7].reduce((one, start) => withEvidence(one, evidence(start)), user);
    expect(many.client.evidence.map(({ start }) => start)).toEqual([1, 2, 3, 4, 5]);
    expect((merge([many, withEvidence(user, evidence(9))]) as Known).client.evidence).toHaveLength(5);
    expect((merge([user, withEvidence(user, evidence(9))]) as Known).client.evidence).toEqual([evidence(9)]);
  });
});

test.each([
  [of(service, 'entities', 'Task'), 'passes Task of a service-role client'],
  [of(user, 'entities', 'Task'), 'passes Task of the user’s client'],
  [of(client('unknown', 'sdk'), 'entities', 'Task'), 'passes Task of a client'],
  [{ ...of(user, 'entities', 'Task'), names: [] } as Known, 'passes an entity of the user’s client'],
  [{ ...of(user, 'entities', 'Task'), names: ['A', 'B'] } as Known, 'passes A, B of the user’s client'],
  [service, 'passes a service-role client'],
  [user, 'passes the user’s client'],
])('what is handed over: %#', (meaning, note) => expect(noteFor(meaning)).toBe(note));
