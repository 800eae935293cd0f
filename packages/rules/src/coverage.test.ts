import { limitationIds, limitations } from '@base44-lint/catalog';
import { describe, expect, test } from 'vitest';
import { rules } from './generated/registry.js';

const visible = limitationIds.filter((id) => limitations[id].visibility !== 'manual');

describe('the rules cover what a repository can show', () => {
  test.each(visible)('%s has a rule', (id) => {
    const names = rules.filter(({ meta }) => meta.limitations.includes(id)).map(({ meta }) => meta.name);
    expect(names, `no rule names ${id}; write one, or make it manual with the reason`).not.toEqual([]);
  });

  test.each(rules.map(({ meta }) => [meta.name, meta] as const))(
    '%s serves a limitation that can be seen',
    (_, meta) => {
      expect(visible).toEqual(expect.arrayContaining([...meta.limitations]));
      expect(meta.limitations).not.toEqual([]);
    },
  );

  test.each(rules.map(({ meta }) => [meta.name, meta] as const))('%s refers to rules that exist', (_, meta) => {
    const names = rules.map((rule) => rule.meta.name);
    expect(names).toEqual(expect.arrayContaining([...meta.related]));
    expect(meta.related).not.toContain(meta.name);
  });
});
