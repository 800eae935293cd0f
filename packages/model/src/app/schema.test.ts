import { describe, expect, it } from 'vitest';
import { loadApp } from './load.js';
import { treeOf } from './tree.js';
import type { App } from './types.js';

function load(files: Record<string, unknown>): App {
  const texts = Object.entries(files).map(([path, content]) => [
    `base44/entities/${path}`,
    typeof content === 'string' ? content : JSON.stringify(content),
  ]);
  return loadApp(treeOf({ 'base44/config.jsonc': '{}', ...Object.fromEntries(texts) }), '');
}

describe('entity schemas', () => {
  it('are found by the name in the file, in any letter case of the extension, dotted, and nested', () => {
    const app = load({
      'user-task.jsonc': { name: 'UserTask' },
      'Note.Jsonc': { name: 'Note' },
      'Old.JSON': { name: 'Old' },
      'shop.Cart.jsonc': { name: 'shop.Cart' },
      'crm/Lead.jsonc': { name: 'Lead' },
    });
    expect(Object.keys(app.entities).sort()).toEqual(['Lead', 'Note', 'Old', 'UserTask', 'shop.Cart']);
    expect(app.entities['UserTask']?.file).toBe('base44/entities/user-task.jsonc');
  });

  it('take the file name where the name is missing or no text', () => {
    expect(Object.keys(load({ 'Task.jsonc': {}, 'Note.json': { name: 7 } }).entities).sort()).toEqual(['Note', 'Task']);
  });

  it('may hold comments, trailing commas and a byte-order mark', () => {
    const app = load({
      'Task.jsonc': '\uFEFF{ /* a task */ "name": "Task", "properties": { "title": { "type": "string" }, }, }',
    });
    expect(app.entities['Task']?.fields.map(({ name }) => name)).toEqual(['title']);
    expect(app.notChecked).toEqual([]);
  });

  it('give type, format, choices and rules of each field', () => {
    const properties = {
      email: { type: ['null', 'string'], format: 'email', description: 'Contact', rls: { write: false } },
      status: { type: 'string', enum: ['open', 'done', 3] },
      odd: null,
    };
    expect(load({ 'Task.jsonc': { name: 'Task', properties } }).entities['Task']?.fields).toMatchObject([
      { name: 'email', type: 'string', format: 'email', description: 'Contact', rls: { write: false } },
      { name: 'status', type: 'string', enumValues: ['open', 'done'] },
      { name: 'odd', type: 'unknown' },
    ]);
  });

  it.each([
    ['a list', [{ name: 'title', type: 'string' }, { type: 'string' }]],
    ['an object', { title: { type: 'string' } }],
  ])('may declare `fields` as %s', (_, fields) => {
    const entity = load({ 'Task.jsonc': { name: 'Task', fields } }).entities['Task'];
    expect(entity?.fields).toMatchObject([{ name: 'title', type: 'string' }]);
  });

  it.each([
    [true, true],
    [{ type: 'string' }, true],
    [false, undefined],
    [undefined, undefined],
  ])('with additionalProperties %j are open: %j', (additionalProperties, open) => {
    expect(load({ 'Task.jsonc': { name: 'Task', additionalProperties } }).entities['Task']?.open).toBe(open);
  });

  it('that repeat a name or are no object are reported, not merged', () => {
    const app = load({
      'A.jsonc': { name: 'Task', rls: { read: false } },
      'B.jsonc': { name: 'Task' },
      'C.jsonc': '[]',
    });
    expect(app.entities['Task']?.file).toBe('base44/entities/A.jsonc');
    expect(app.notChecked).toEqual([
      {
        file: 'base44/entities/B.jsonc',
        reason: 'The file declares Task again, which base44/entities/A.jsonc already does.',
      },
      { file: 'base44/entities/C.jsonc', reason: 'The file holds no JSON object, so it declares no entity.' },
    ]);
  });

  it('called like members of every object are only there when they are there', () => {
    expect(load({}).entities['constructor']).toBeUndefined();
    expect(load({ 'c.jsonc': '{ "name": "__proto__" }' }).entities['__proto__']?.name).toBe('__proto__');
  });
});
