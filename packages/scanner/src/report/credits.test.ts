import { readFileSync } from 'node:fs';
import { plans, prices, usageDefaults } from '@base44-lint/catalog';
import { parseSettings } from '@base44-lint/model';
import { describe, expect, it } from 'vitest';
import { creditsOf } from '../assess/credits/index.js';
import { appWith, locate } from '../testing/flows.js';
import { creditWords, figure } from './credits-words.js';
import { sampleCredits } from '../testing/credits.js';
import { creditsStyle } from './html/credits-style.js';
import { creditsSection } from './html/credits.js';
import { creditsBrief, creditsLines } from './terminal/credits.js';
import { Style } from './terminal/style.js';

const plain = new Style(false);
const options = { all: false, width: 120 };
const terminal = (usage = {}, more = {}) =>
  creditsLines(sampleCredits(usage), { ...options, ...more }, plain).join('\n');
const page = (usage = {}) => creditsSection(sampleCredits(usage), { label: 'Harbor CRM' }).text;

describe('the terminal', () => {
  it('calls an example an example, with what it assumes', () => {
    expect(terminal()).toContain('EXAMPLE: nobody has said how much the app is used.');
    expect(terminal()).toContain('Assumed: sessions 10 (default)');
    expect(terminal({ users: 40 })).not.toContain('EXAMPLE');
    expect(terminal({ users: 40 })).toContain('For 40 users a month, as the settings say.');
  });

  it('shows for each trigger the cost, the way and the key for the settings', () => {
    expect(terminal()).toContain('Button “Write <all>” in Chat (onClick)');
    expect(terminal()).toContain('- InvokeLLM (gpt_5) 1–15');
    expect(terminal()).toContain('src/pages/Chat.jsx:1 → :4 → src/lib/ask.js:9 → base44/functions/write/entry.ts:11');
    expect(terminal()).toContain('× items by src/pages/Chat.jsx:6');
    expect(terminal()).toContain('id handler src/pages/Chat.jsx Chat Button.onClick');
    expect(terminal()).toContain('also calls Stripe, which costs no credits');
  });

  it('says what no figure holds', () => {
    expect(terminal()).toContain('1 trigger is in no total, since nothing says how often; set `usage.runs`.');
    expect(terminal()).toContain('connectors.callApi is not in these figures.');
    expect(terminal({ runs: { typo: 3 } })).toContain('`usage.runs` names "typo", which is no trigger of this app.');
  });

  it('says what is too often, what stops, and which plan is yours', () => {
    expect(terminal({ plan: 'pro' })).toContain('Pro (yours)');
    expect(terminal()).toContain('more often than the 5 minutes that the platform keeps');
    expect(terminal()).toContain(
      '2 things that a user does or opens fail with nothing to take it up, 0 with a catch; 2 automations stop.',
    );
  });

  it('explains each number when asked', () => {
    expect(terminal()).not.toContain('Where the numbers come from');
    expect(terminal({}, { explain: true })).toMatch(
      /triggers\[0\]\.cost\.perRun = .*\n {4}InvokeLLM 1–15 \+ SendEmail 0–2 × 10 items/,
    );
  });

  it('keeps within its width, apart from tables and places', () => {
    const long = terminal()
      .split('\n')
      .filter((line) => line.length > 120 && !/ {2}|\[\d\]|^- |[/:]/.test(line));
    expect(long).toEqual([]);
  });

  it('lets no character of an app steer it', () => {
    const section = sampleCredits();
    section.triggers[0]!.title = 'Bad \u001b[2J name';
    expect(creditsLines(section, options, plain).join('\n')).not.toContain('\u001b');
  });

  it('says in one line what a month costs', () => {
    expect(creditsBrief(sampleCredits({ users: 10, sessions: 1, actions: 1 }))).toMatch(
      /^5 triggers; 10 users use [\d,–]+ a month, smallest plan Builder/,
    );
    expect(creditsBrief(sampleCredits())).toContain('example: 1,000 users');
  });
});

describe('the page', () => {
  it('escapes what comes from the app', () => {
    expect(page()).toContain('Write &lt;all&gt;');
    expect(page()).not.toContain('<all>');
  });

  it('draws both charts with a text in their place', () => {
    const texts = [...page().matchAll(/<svg[^>]*role="img" aria-label="([^"]+)"/g)].map(([, text]) => text!);
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(/^Lines from 0 on day 1 to .* credits on day 30\. Free runs out/);
    expect(texts[1]).toContain('Chat (onClick): ');
  });

  it('needs no script and no style in attributes, which the page forbids', () => {
    expect(page()).not.toMatch(/<script|style=|on[a-z]+="/);
  });

  it('has scoped headers and a caption in every table, and no heading above the third level', () => {
    const tables = page().match(/<table[\s\S]*?<\/table>/g)!;
    expect(tables.length).toBeGreaterThanOrEqual(4);
    for (const table of tables) {
      expect(table).toContain('<caption>');
      expect(table).not.toMatch(/<th(?![^>]*scope=)[ >]/);
    }
    expect(page()).not.toMatch(/<h[12]\b/);
  });

  it('holds every figure that the terminal shows of a trigger and of a month', () => {
    const section = sampleCredits({ users: 7 });
    const text = creditsSection(section, { label: 'x' }).text;
    for (const { id } of section.triggers) expect(text).toContain(id);
    for (const { title, url } of section.prices.flatMap(({ readings }) => readings.map(({ source }) => source)))
      expect(text).toContain(`<a href="${url}">${title}</a>`);
  });

  it('styles only its own', () => {
    const selectors = creditsStyle
      .replace(/\{[^}]*\}/g, '\n')
      .split(/[\n,]/)
      .map((one) => one.trim())
      .filter(Boolean);
    expect(selectors.filter((one) => !one.startsWith('.credits '))).toEqual([]);
  });
});

it('says so where nothing costs credits, and does not call that certain', () => {
  const none = creditsOf({ app: appWith(), views: [], flows: [], findings: [], locate });
  expect(creditsBrief(none)).toContain('no trigger found');
  expect(creditsLines(none, options, plain).join('\n')).toContain('Code that was not followed may.');
  expect(creditsSection(none, { label: 'x' }).text).toContain('Code that was not followed may.');
});

describe('docs/credits.md', () => {
  const docs = readFileSync(new URL('../../../../docs/credits.md', import.meta.url), 'utf8');

  it('shows what the terminal prints for the settings that it shows', () => {
    const [, json] = /```jsonc\n([\s\S]*?)```/.exec(docs)!;
    const { usage } = parseSettings(json!, 'base44-lint.config.jsonc');
    const [, sample] = /```text\n([\s\S]*?)```/.exec(docs)!;
    expect(creditsLines(sampleCredits(usage), { ...options, width: 110 }, plain).join('\n')).toContain(sample!.trim());
  });

  it('lists every price of the catalogue as it is', () => {
    for (const { title, unit, credits } of Object.values(prices))
      expect(docs.replaceAll(/ +/g, ' ')).toContain(`| ${title} | ${creditWords(credits)} ${unit} |`);
  });

  it('lists the defaults and the plans as they are', () => {
    for (const [name, value] of Object.entries(usageDefaults))
      expect(docs.replaceAll(/\s+/g, ' ')).toMatch(
        new RegExp(`\\b${value} (?:${defaultWords[name as keyof typeof usageDefaults]})`),
      );
    for (const { title, integrationCredits } of Object.values(plans))
      expect(docs).toContain(`${title} ${figure(integrationCredits)}`);
  });
});

const defaultWords: Readonly<Record<keyof typeof usageDefaults, string>> = {
  sessions: 'sessions',
  paidActions: 'paid actions',
  paidPages: 'pages that spend',
  minutes: 'minutes',
  items: 'items',
  changes: 'changes',
};
