import { words } from './domain.mjs';
import { read } from './reads.mjs';

/** A backend function: client from the request, a guard, reads and writes, often as service role. */
export function backendFunction(random, entities) {
  const used = Array.from({ length: 2 + random.below(3) }, () => random.pick(entities));
  const isService = random.chance(0.6);
  const client = isService ? random.pick(['sr.entities', 'base44.asServiceRole.entities']) : 'base44.entities';
  const version = random.pick(['0.8.31', '0.8.31', '0.8.25', '0.8.20', '0.8.6']);
  return `import { createClientFromRequest } from 'npm:@base44/sdk@${version}';

interface Outcome {
  id: string;
  done: boolean;
  note?: string;
}

Deno.serve(async (req) => {
  try {
    const base44 = createClientFromRequest(req);
${guard(random)}
${client.startsWith('sr') ? '    const sr = base44.asServiceRole;\n' : ''}    const { ids = [], query } = await req.json();
    const outcomes: Outcome[] = [];
${used.map((entity, index) => step(random, entity, client, index)).join('\n')}
${random.chance(0.15) ? externalCall(random, used[0]) : ''}
    return Response.json({ success: true, count: outcomes.length, outcomes });
  } catch (error) {
    console.error('The function failed:', error);
    return Response.json({ error: (error as Error).message }, { status: 500 });
  }
});
`;
}

function guard(random) {
  const user = `    const user = await base44.auth.me();
    if (!user) {
      return Response.json({ error: 'Unauthorized' }, { status: 401 });
    }`;
  return random.weighted([
    [5, user],
    [
      4,
      `${user}\n    if (user.role !== 'admin') {\n      return Response.json({ error: 'Forbidden: Admin access required' }, { status: 403 });\n    }`,
    ],
    [2, `    const user: any = null;`],
    [
      1,
      `    const user: any = { organization_id: null };\n    if (req.headers.get('x-cron-secret') !== Deno.env.get('CRON_SECRET')) {\n      return new Response('Forbidden', { status: 403 });\n    }`,
    ],
  ]);
}

function step(random, entity, client, index) {
  const { name, fields } = entity;
  const rows = `rows${index}`;
  const body = random.weighted([
    [5, `await ${client}.${name}.update(row.id, { ${fields[0]}: 'checked', ${fields[1]}: row.${fields[1]} ?? '' });`],
    [3, `await ${client}.${name}.create({ ${fields[0]}: row.${fields[0]}, source_id: row.id });`],
    [1, `await ${client}.${name}.delete(row.id);`],
  ]);
  return `
    // ${words(name)}
    const ${rows} = await ${read(random, entity, client)};
    const byKey${index} = new Map<string, any>();
    for (const row of ${rows}) {
      if (!row.${fields[0]} || byKey${index}.has(row.${fields[0]})) continue;
      byKey${index}.set(row.${fields[0]}, row);
    }
    for (const row of byKey${index}.values()) {
      if (ids.length > 0 && !ids.includes(row.id)) {
        outcomes.push({ id: row.id, done: false, note: 'skipped' });
        continue;
      }
      try {
        ${body}
        outcomes.push({ id: row.id, done: true });
      } catch (error) {
        console.warn(\`Could not change \${row.id}:\`, error);
        outcomes.push({ id: row.id, done: false, note: String(error) });
      }
    }`;
}

function externalCall(random, { name }) {
  return `
    const response = await fetch('https://api.example.com/v1/${words(name).replaceAll(' ', '-')}', {
      method: 'POST',
      headers: { Authorization: \`Bearer \${Deno.env.get('PROVIDER_KEY')}\`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ outcomes, batch: ${1 + random.below(500)} })
    });
    if (!response.ok) {
      console.error('The provider refused the batch:', await response.text());
    }`;
}
