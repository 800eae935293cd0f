import { describe, expect, test } from 'vitest';
import { BACKEND, FRONTEND, viewOf } from './testing/view.js';

/** Code that looks like Base44 calls but is none, as found in real exports. */
const lookAlikes: readonly (readonly [name: string, code: string, file?: string])[] = [
  [
    'Supabase client',
    `import { createClient } from '@supabase/supabase-js'; const c = createClient(url, key); await c.from('tasks').delete().eq('id', 1); c.entities.Task.list();`,
  ],
  ['Supabase channel', `import { supabase } from '@/lib/supabase'; supabase.channel('x').on('y', f).subscribe();`],
  ['Blink client', `import { createClient } from '@blinkdotnew/sdk'; createClient({}).entities.Task.list();`],
  [
    'own factory of the same name',
    `function createClient() { return { entities: { Task: { list() {} } } }; } createClient().entities.Task.list();`,
  ],
  [
    'Map and Set',
    `const timeouts = new Map(); timeouts.delete(id); const next = new Set(selected); next.delete(id); timeouts.get(id);`,
  ],
  [
    'Set of the state',
    `const [selected, setSelected] = useState(new Set()); setSelected((prev) => { const next = new Set(prev); next.delete(id); return next; });`,
  ],
  [
    'URLSearchParams',
    `const params = new URLSearchParams(location.search); params.delete('token'); new URL(href).searchParams.delete('id'); params.get('id');`,
  ],
  ['array methods', `const rows = [1, 2]; rows.filter(Boolean); [...rows].filter((row) => row.list());`],
  ['facade over functions', `import { TaskAPI } from '@/lib/task-api'; await TaskAPI.list(); await TaskAPI.delete(1);`],
  [
    'facade in the same file',
    `const TaskAPI = { list: () => fetch('/api/tasks'), delete: (id) => fetch(id) }; await TaskAPI.list(); TaskAPI.delete(1);`,
  ],
  ['axios', `import axios from 'axios'; await axios.get('/x'); await axios.delete('/x');`],
  [
    'React Query client',
    `const queryClient = useQueryClient(); queryClient.invalidateQueries(); queryClient.getQueryCache().subscribe(f);`,
  ],
  [
    'HTML entities as a parameter',
    `export function decode(text, entities) { return text.replace(/&(\\w+);/g, (_, name) => entities[name] ?? entities.get(name)); }`,
  ],
  ['HTML entities of a library', `import { entities } from 'html-entities'; entities.list(); entities.amp.filter(x);`],
  ['text of a page', `export const Docs = () => <pre>{\`const rows = await base44.entities.Task.list();\`}</pre>;`],
  [
    'string',
    `const sample = "base44.entities.Task.delete(id)"; const other = 'base44.asServiceRole.entities.Task.list()';`,
  ],
  ['comment', `// base44.entities.Task.list()\n/* base44.asServiceRole.entities.Task.list() */ export {};`],
  ['JSX text', `export const Help = () => <p>base44.entities.Task.list()</p>;`],
  ['type', `type Rows = ReturnType<typeof base44.entities.Task.list>; declare const base44: unknown;`, 'src/types.ts'],
  [
    'local variable called base44',
    `const base44 = { entities: { Task: new Map() } }; base44.entities.Task.delete(1); base44.entities.Task.get(1);`,
  ],
  ['IndexedDB', `const store = db.transaction('tasks').objectStore('tasks'); store.delete(1); store.get(2);`],
  [
    'Express',
    `import express from 'express'; const app = express(); app.get('/', f); app.delete('/x', f); app.list();`,
    'server/index.js',
  ],
  [
    'Convex',
    `export const remove = mutation({ handler: async (ctx, { id }) => { await ctx.db.delete(id); await ctx.db.get(id); } });`,
    'convex/tasks.ts',
  ],
  [
    'push manager',
    `const registration = await navigator.serviceWorker.ready; await registration.pushManager.subscribe({});`,
  ],
  ['caches', `await caches.delete('v1'); await (await caches.open('v2')).delete(request);`],
  [
    'headers and cookies',
    `Deno.serve((req) => { const h = new Headers(req.headers); h.delete('cookie'); return new Response(h.get('x')); });`,
    BACKEND,
  ],
  ['member of another global', `window.app.entities.Task.list(); Office.entities.Task.list();`],
  [
    'type-only import of the SDK',
    `import type { createClient } from '@base44/sdk'; export type Client = ReturnType<typeof createClient>;`,
    'src/types.ts',
  ],
  [
    'entity passed on, never called',
    `import { base44 } from '@/api/base44Client'; export const Task = base44.entities.Task; export default Task;`,
  ],
];

describe('look-alikes are no Base44 calls', () => {
  test.each(lookAlikes.map(([name, code, file = FRONTEND]) => ({ name, code, file })))('$name', ({ code, file }) => {
    const { entityCalls, sdkCalls } = viewOf(code, file);
    expect([...entityCalls.map(({ method }) => method), ...sdkCalls.map(({ member }) => member)]).toEqual([]);
  });
});

describe('calls of the SDK that are no entity calls', () => {
  const client = `import { base44 } from '@/api/base44Client';\n`;
  const rows: readonly (readonly [name: string, code: string, ...members: string[]])[] = [
    ['auth', `${client}base44.auth.me(); base44.auth.updateMe({});`, 'auth.me', 'auth.updateMe'],
    ['auth, destructured', `${client}const { auth } = base44; auth.me();`, 'auth.me'],
    [
      'auth as User',
      `import { User } from '@/api/entities'; User.me(); User.updateMyUserData({});`,
      'auth.me',
      'auth.updateMyUserData',
    ],
    ['function', `${client}base44.functions.invoke('job', {});`, 'functions.invoke'],
    ['function, legacy import', `import { job } from '@/functions/job'; job({});`, 'functions.job'],
    ['function of the template', `import { job } from '@/api/functions'; job({});`, 'functions.job'],
    ['integration', `${client}base44.integrations.Core.InvokeLLM({});`, 'integrations.Core.InvokeLLM'],
    [
      'integration, alias',
      `${client}const { InvokeLLM: ask } = base44.integrations.Core; ask({});`,
      'integrations.Core.InvokeLLM',
    ],
    [
      'integration of the template',
      `import { InvokeLLM, Core } from '@/api/integrations'; InvokeLLM({}); Core.SendEmail({});`,
      'integrations.Core.InvokeLLM',
      'integrations.Core.SendEmail',
    ],
    [
      'integration, legacy import',
      `import { UploadFile } from '@/integrations/Core'; UploadFile({ file });`,
      'integrations.Core.UploadFile',
    ],
    ['agents', `${client}base44.agents.addMessage(c, m);`, 'agents.addMessage'],
    ['custom integration', `${client}base44.integrations.custom.call('x');`, 'integrations.custom.call'],
  ];
  test.each(rows.map(([name, code, ...members]) => ({ name, code, members })))('$name', ({ code, members }) => {
    const { entityCalls, sdkCalls } = viewOf(code);
    expect(entityCalls).toEqual([]);
    expect(sdkCalls.map(({ member }) => member)).toEqual(members);
  });
});
