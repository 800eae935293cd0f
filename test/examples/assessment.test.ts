import { fileURLToPath } from 'node:url';
import { scan } from 'base44-scan';
import { beforeAll, describe, expect, test } from 'vitest';

type Report = Awaited<ReturnType<typeof scan>>['apps'][number];

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const reports = new Map<string, Report>();

beforeAll(async () => {
  for (const name of ['leaky-crm', 'repaired-crm', 'old-layout-shop'])
    reports.set(name, (await scan(`${examples}${name}`)).apps[0]!);
});

const brief = 'handler src/components/deals/DealBrief.jsx DealBrief Button.onClick prepare';

describe('credits', () => {
  /** A button, a helper in another file, `functions.invoke`, and from that function another. */
  test('a button is followed to the paid calls of two functions', () => {
    const trigger = reports.get('leaky-crm')!.credits.triggers.find(({ id }) => id === brief)!;
    expect(trigger.cost.perRun).toEqual({ low: 3, high: 33, openEnded: false });
    const ways = trigger.spends.map(({ member, model, times, path }) => ({
      member,
      model,
      times,
      files: [...new Set(path.map(({ location }) => location?.file))],
    }));
    const [page, helper] = ['src/components/deals/DealBrief.jsx', 'src/lib/briefs.js'];
    const [first, second] = ['base44/functions/dealBrief/entry.ts', 'base44/functions/marketNotes/entry.ts'];
    expect(ways).toEqual([
      { member: 'integrations.Core.InvokeLLM', model: null, times: 1, files: [page, helper, first, second] },
      { member: 'integrations.Core.InvokeLLM', model: 'gpt_5', times: 2, files: [page, helper, first] },
    ]);
  });

  test('it fails for the user when the credits are gone, unless the page takes the failure up', () => {
    const unhandled = (name: string) => reports.get(name)!.credits.stops.unhandled.map(({ trigger }) => trigger);
    expect(unhandled('leaky-crm')).toContain(brief);
    expect(unhandled('repaired-crm')).not.toContain(brief);
  });

  test('a schedule below the minimum of the platform is said', () => {
    const below = reports.get('leaky-crm')!.credits.schedules.filter(({ belowMinimum }) => belowMinimum);
    expect(below.map(({ name }) => name)).toEqual(['Pipeline pulse']);
  });

  test('a mail for each manager is counted by item', () => {
    const digest = reports.get('leaky-crm')!.credits.triggers.find(({ name }) => name === 'Nightly digest')!;
    expect(digest.spends.map(({ member, perItem }) => [member, perItem])).toContainEqual(['integrations.Core.SendEmail', 1]);
    const mended = reports.get('repaired-crm')!.credits.triggers.find(({ name }) => name === 'Nightly digest')!;
    expect(mended.spends.filter(({ member }) => member !== null)).toEqual([]);
  });
});

describe('readiness', () => {
  const caps = (name: string) =>
    Object.fromEntries(reports.get(name)!.readiness.criteria.filter(({ cap }) => cap < 4).map(({ id, cap }) => [id, cap]));

  test('contacts cap the sensitivity of data, a live board caps real time', () => {
    expect(caps('leaky-crm')).toEqual({ 'data-sensitivity': 2, realtime: 1 });
  });

  test('is a range until somebody answers, and asks for compliance first', () => {
    const { total, settled, next } = reports.get('leaky-crm')!.readiness;
    expect(total).toEqual({ low: 0, high: 27 });
    expect(settled).toBe(false);
    expect(next[0]!.criterion).toBe('regulatory-compliance');
  });

  test('answers settle it', async () => {
    const assumptions = {
      readiness: {
        'regulatory-compliance': 4,
        'data-sensitivity': 2,
        'user-concurrency': 3,
        performance: 3,
        availability: 3,
        realtime: 3,
        'roadmap-horizon': 2,
        'team-capacity': 2,
      },
      usage: {},
      exit: {},
    } as const;
    const { readiness } = (await scan(`${examples}leaky-crm`, { assumptions })).apps[0]!;
    // Real time was answered with 3, but the export allows 1.
    expect(readiness.total).toEqual({ low: 20, high: 20 });
    expect(readiness.asAnswered?.total).toEqual({ low: 22, high: 22 });
    expect(readiness.outcomes.map(({ id }) => id)).toEqual(['extensive-hardening']);
    expect(readiness.criteria.filter(({ contradiction }) => contradiction).map(({ id }) => id)).toEqual(['realtime']);
  });

  test('the leaks are work, and their repair is seen', () => {
    const isolation = (name: string) => reports.get(name)!.readiness.work.find(({ id }) => id === 'row-isolation')?.state;
    expect(isolation('leaky-crm')).toBe('missing');
    expect(isolation('repaired-crm')).not.toBe('missing');
  });
});

describe('exit', () => {
  test.each(['leaky-crm', 'repaired-crm', 'old-layout-shop'])('the terms of %s add up and stay within the framework', (name) => {
    const { estimate } = reports.get(name)!.exit;
    const sum = (end: 'low' | 'high') => Math.round(estimate.terms.reduce((total, { hours }) => total + hours[end], 0) * 100) / 100;
    expect({ low: sum('low'), high: sum('high') }).toEqual(estimate.sum);
    expect(estimate.hours.low).toBeGreaterThanOrEqual(80);
    expect(estimate.hours.high).toBeLessThanOrEqual(600);
  });

  test('names what the data export would miss', () => {
    const { dataExport } = reports.get('leaky-crm')!.exit;
    expect(dataExport.verdict).toBe('partial');
    expect(dataExport.missed).toContain('Invoice');
  });
});
