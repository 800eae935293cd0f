import { lowerFirst } from './domain.mjs';
import { read } from './reads.mjs';

/** A module of pure functions, which never mentions Base44. */
export function helper(random, { name, fields }) {
  return `const LABELS = { ${fields.map((field) => `${field}: '${field.replaceAll('_', ' ')}'`).join(', ')} };

export function format${name}(row) {
  if (!row) return '';
  const parts = [row.${fields[0]}, row.${fields[1]}].filter(Boolean);
  return parts.join(' · ') || row.id;
}
${Array.from({ length: 2 + random.below(6) }, (_, index) => {
  const field = fields[index % fields.length];
  return `
/** Groups the rows by ${field}, largest group first. */
export function groupBy${index}(rows, { limit = ${5 + random.below(40)}, fallback = 'none' } = {}) {
  const groups = new Map();
  for (const row of rows) {
    const key = row.${field} ?? fallback;
    const group = groups.get(key) ?? { key, label: LABELS[key] ?? String(key), rows: [], total: 0 };
    group.rows.push(row);
    group.total += Number(row.amount) || 0;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.rows.length - a.rows.length).slice(0, limit);
}
`;
}).join('')}`;
}

/** A hook or service module: a client handed on as a parameter, pages of rows, a subscription. */
export function service(random, entities, hookName) {
  const entity = random.pick(entities);
  const { name, fields } = entity;
  return `import { useEffect, useState } from 'react';
import { base44 } from '@/api/base44Client';

async function fetchAll(handle, query, size = ${random.pick([100, 200, 500])}) {
  const rows = [];
  for (let skip = 0; ; skip += size) {
    const page = await handle.filter(query, '-created_date', size, skip);
    rows.push(...page);
    if (page.length < size) return rows;
  }
}

export async function load${name}Summary(client, user, query) {
  const rows = await ${read(random, entity, 'client.entities')};
  return rows.map((row) => ({ id: row.id, label: row.${fields[0]}, state: row.${fields[1]} ?? 'unknown' }));
}

export function ${hookName}(user, query) {
  const [rows, set${name}Rows] = useState([]);
  const [error, setError] = useState(null);

  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      try {
        const found = await fetchAll(base44.entities.${name}, { ${fields[0]}: query ?? 'open', created_by: user?.email });
        if (isCurrent) set${name}Rows(found);
      } catch (problem) {
        if (isCurrent) setError(problem);
      }
    };
    load();
    const stop = base44.entities.${name}.subscribe((event) => {
      if (event.type === 'delete') set${name}Rows((before) => before.filter((row) => row.id !== event.id));
      else load();
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [user?.email, query]);

  return { rows, error, summary: () => load${name}Summary(base44, user, query), key: '${lowerFirst(name)}' };
}
`;
}
