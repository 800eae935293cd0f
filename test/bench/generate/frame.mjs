import { lowerFirst } from './domain.mjs';

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** Row-level security in the shapes that exports hold: none, owner, tenant, administrators. */
const rules = [
  [5, undefined],
  [2, { read: {}, create: {}, update: {}, delete: {} }],
  [4, { read: { created_by: '{{user.email}}' }, update: { created_by: '{{user.email}}' } }],
  [3, { read: { 'data.organization_id': '{{user.data.organization_id}}' } }],
  [2, { read: { user_condition: { role: 'admin' } }, write: { user_condition: { role: 'admin' } } }],
];

/** The files around the code: manifests, config and entity schemas. Path → text. */
export function frame(random, entities) {
  const files = {
    'package.json': json({
      name: 'base44-app',
      private: true,
      type: 'module',
      scripts: { dev: 'vite', build: 'vite build', lint: 'eslint . --quiet' },
      dependencies: { '@base44/sdk': '^0.8.31', '@tanstack/react-query': '^5.84.1', react: '^18.2.0' },
    }),
    'jsconfig.json': json({ compilerOptions: { baseUrl: '.', paths: { '@/*': ['./src/*'] }, jsx: 'react-jsx' } }),
    'base44/config.jsonc': json({ name: 'Generated app', site: { buildCommand: 'npm run build' } }),
    'src/api/base44Client.js': client,
    'src/lib/utils.js': utils,
  };
  for (const entity of entities) files[`base44/entities/${entity.name}.jsonc`] = schema(random, entity);
  return files;
}

function schema(random, { name, fields, isOwned }) {
  const properties = Object.fromEntries(
    fields.map((field) => [field, { type: 'string', description: `The ${field}` }]),
  );
  if (isOwned) properties.organization_id = { type: 'string', description: 'Organization that owns the record' };
  const rls = random.weighted(rules);
  return `// ${lowerFirst(name)}\n${json({ name, type: 'object', properties, required: [fields[0]], ...(rls && { rls }) })}`;
}

const client = `import { createClient } from '@base44/sdk';
import { appParams } from '@/lib/app-params';

const { appId, token, functionsVersion, appBaseUrl } = appParams;

export const base44 = createClient({
  appId,
  token,
  functionsVersion,
  serverUrl: '',
  requiresAuth: false,
  appBaseUrl
});
`;

const utils = `import { clsx } from 'clsx';
import { twMerge } from 'tailwind-merge';

export function cn(...inputs) {
  return twMerge(clsx(inputs));
}

export const isIframe = window.self !== window.top;
`;
