import { loadApp } from '../../app/load.js';
import { treeOf } from '../../app/tree.js';
import type { Flow, Spend } from '../flow.js';
import { recogniseText } from '../recognise.js';
import { viewApp } from '../views.js';
import { linkOf } from './view.js';

export type Files = Readonly<Record<string, string>>;

export const SDK = `import { base44 } from '@/api/base44Client';\n`;
export const ASK = 'await base44.integrations.Core.InvokeLLM({ prompt });';

/** The entry file of a backend function. */
export const serve = (body: string, before = ''): string =>
  `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\n${before}\nDeno.serve(async (req) => {\n  const base44 = createClientFromRequest(req);\n  ${body}\n  return new Response('ok');\n});`;

export const entry = (name: string): string => `base44/functions/${name}/entry.ts`;

/** The flows of an app of these files. */
export function flowsIn(files: Files): readonly Flow[] {
  const app = loadApp(treeOf({ 'base44/config.jsonc': '{}', ...files }), '');
  const inputs = Object.entries(files)
    .filter(([file]) => /\.[jt]sx?$/.test(file))
    .map(([file, text]) => ({ facts: recogniseText(text, file), text }));
  return viewApp(inputs, app, linkOf(new Map(inputs.map(({ facts }) => [facts.file, facts])))).flows;
}

/** Flows of one page, as `id: call, call`; the page's path is left out. */
export function flowsOfPage(code: string): string[] {
  const file = 'src/pages/Page.jsx';
  return flowsIn({ [file]: SDK + code }).map(
    ({ id, spends }) => `${id.replace(` ${file}`, '')}: ${spends.map(spent).join(', ')}`,
  );
}

/** `InvokeLLM`, with what multiplies it: `InvokeLLM ×3 ×n`. */
export function spent({ call, repeats }: Spend): string {
  const name = 'service' in call ? `${call.service ?? 'http'} ${call.member}` : call.member.split('.').at(-1)!;
  return [name, ...repeats.map(({ count }) => `×${count ?? 'n'}`)].join(' ');
}
