import type { Usage } from '@base44-lint/model';
import { creditsOf } from '../assess/credits/index.js';
import type { CreditsSection } from '../result/credits.js';
import { appWith, automation, flow, locate, options, outsideCall, place, repeat, sdkCall, spend } from './flows.js';

/** An app with one trigger of each kind that reports have to show. */
export function sampleCredits(usage: Partial<Usage> = {}): CreditsSection {
  const daily = automation();
  const sync = automation({
    name: 'Sync',
    schedule: { cron: '*/2 * * * *', everyMinutes: null, once: false },
    place: place('base44/workflows/Sync.jsonc', 7),
  });
  const backend = (name: string, automations: readonly (typeof daily)[]) => ({
    name,
    file: `base44/functions/${name}/entry.ts`,
    sdk: { version: null, source: 'none' as const },
    triggers: [],
    automations,
  });
  const app = appWith(usage, {
    functions: [backend('digest', [daily]), backend('sync', [sync]), backend('write', [])],
    workflows: [{ name: 'Sync', file: 'base44/workflows/Sync.jsonc', value: {} }],
  });
  const llm = (values: Parameters<typeof options>[0]) =>
    sdkCall('integrations.Core.InvokeLLM', [options(values)], { file: 'base44/functions/write/entry.ts' });
  const flows = [
    flow(
      'handler src/pages/Chat.jsx Chat Button.onClick',
      [
        spend(llm({ model: 'gpt_5' }), {
          path: [
            { place: place('src/pages/Chat.jsx', 3), starts: null },
            { place: place('src/lib/ask.js', 8), starts: 'write' },
          ],
        }),
        spend('integrations.Core.SendEmail', { repeats: [repeat(null)], conditions: ['case'] }),
        spend(outsideCall('Stripe')),
        spend('integrations.Core.UploadFile', { caught: place('src/pages/Chat.jsx', 60) }),
      ],
      { label: 'Write <all>' },
    ),
    flow('load src/pages/Home.jsx Home', [spend(llm({}))], { kind: 'load', name: 'Home', element: null, event: null }),
    flow('request base44/functions/hook/entry.ts hook', ['connectors.callApi'], { kind: 'request', name: 'hook' }),
    flow('schedule base44/functions/digest/function.jsonc Daily digest', ['integrations.Core.SendEmail'], {
      kind: 'schedule',
      name: 'Daily digest',
      automation: daily,
      function: 'digest',
    }),
    flow('schedule base44/workflows/Sync.jsonc Sync', [], {
      kind: 'schedule',
      name: 'Sync',
      automation: sync,
      function: 'sync',
    }),
  ];
  return creditsOf({ app, flows, views: [], findings: [], locate });
}
