import { describe, expect, test } from 'vitest';
import { ASK, entry, flowsIn, SDK, serve, type Files } from './testing/flows.js';

const page = 'src/pages/Page.jsx';
/** Backend functions that a page starts, on the way to what they spend. */
function started(code: string, functions: Readonly<Record<string, string>> = {}, before = ''): readonly string[] {
  const names = Object.keys(functions).length > 0 ? functions : { job: serve(ASK), 'jobs/day': serve(ASK) };
  const files: Files = {
    ...Object.fromEntries(Object.entries(names).map(([name, text]) => [entry(name), text])),
    [page]: `${SDK}${before}\n${code}`,
  };
  const flows = flowsIn(files).filter(({ start }) => start.place.file === page);
  return flows.flatMap(({ spends }) => spends.map(({ path }) => path.flatMap(({ starts }) => starts ?? []).join('>')));
}

describe('which backend function the code of a page starts', () => {
  test.each<[string, readonly string[]]>([
    ["base44.functions.invoke('job');", ['job']],
    ["base44.functions.invoke('jobs/day');", ['jobs/day']],
    ["base44.functions.invoke('other');", []],
    ['base44.functions.invoke(name);', []],
    ["base44.functions.invoke(a ? 'job' : 'jobs/day');", ['job', 'jobs/day']],
    ["base44.functions.fetch('/job');", ['job']],
    ["base44.functions.fetch('job');", ['job']],
    ["base44.functions.fetch('/job/today');", ['job']],
    ["base44.functions.fetch('/job/of/today');", ['job']],
    ["base44.functions.fetch('/job?day=1');", ['job']],
    ["base44.functions.fetch('/job#top');", ['job']],
    ["base44.functions.fetch('/jobs/day/1');", ['jobs/day']],
    ["base44.functions.fetch('/jobs');", []],
    ["base44.functions.fetch('/jobber');", []],
    ["base44.functions.fetch('/');", []],
    ["base44.functions.getEndpoint('job');", []],
    ["fetch('/functions/job');", ['job']],
    ["fetch('/api/functions/job');", ['job']],
    ["fetch('https://x.base44.app/functions/job');", ['job']],
    ['fetch(`${base}/functions/job`);', ['job']],
    ['fetch(`${base}functions/job`);', ['job']],
    ['fetch(`/functions/${name}`);', []],
    ["fetch(base + '/functions/job');", ['job']],
    ["fetch('/myfunctions/job');", []],
    ["fetch('/functions/other');", []],
    ['fetch();', []],
    ["load('/functions/job');", []],
    ["new Fetch('/functions/job');", []],
  ])('%s', (code, names) => expect(started(code)).toEqual(names));
});

describe('what of a backend function runs', () => {
  const runs = (text: string) => started("base44.functions.invoke('job');", { job: text });
  const sdk = `import { createClient } from 'npm:@base44/sdk@0.8.31';\nconst base44 = createClient({});\n`;
  test.each<[string, string, number]>([
    ['its handler', serve(ASK), 1],
    ['its top', `${sdk}${ASK}`, 1],
    ['a handler that is the default export', `${sdk}export default async (req) => { ${ASK} };`, 1],
    ['a handler that is exported by name', `${sdk}async function run() { ${ASK} }\nexport { run as default };`, 1],
    ['a handler of the name fetch', `${sdk}export default { async fetch() { ${ASK} } };`, 1],
    ['a handler that is handed over by name', `${sdk}async function run() { ${ASK} }\nDeno.serve(run);`, 1],
    ['not what is only exported', `${sdk}export async function run() { ${ASK} }`, 0],
    ['not what another server serves', `${sdk}const run = async () => { ${ASK} };\nBun.served(keep({ run }));`, 0],
  ])('%s', (_, text, count) => expect(runs(text)).toHaveLength(count));
});

test('what a call of a timer or of a mutation leads to', () => {
  const ask = `async function ask() { ${ASK} }`;
  const at = (code: string) => flowsIn({ [page]: `${SDK}${ask}\n${code}` }).map(({ spends }) => spends.length);
  expect(at('setTimeout(ask, 5);')).toEqual([1]);
  expect(at('later(ask, 5);')).toEqual([1]);
  expect(at('setTimeout(() => ask(), 5);')).toEqual([1]);
});
