import { describe, expect, it } from 'vitest';
import { exitOf } from '../../assess/exit/index.js';
import { exitInput, smallApp } from '../../testing/exit-input.js';
import { exitSection } from './exit.js';
import { exitStyle } from './exit-style.js';

const section = exitOf(await exitInput(smallApp));
const context = { prefix: 'app-1-', label: 'Harbor CRM' };
const page = exitSection(section, context).text;

describe('the exit section of the page', () => {
  it('holds every part, term, step, entity and call', () => {
    const text = page.replace(/\s+/g, ' ');
    for (const { title } of section.parts) expect(text).toContain(`<th scope="row">${title}</th>`);
    for (const { what } of section.estimate.terms) expect(text).toContain(`<th scope="row">${what}</th>`);
    for (const { what } of section.estimate.steps) expect(text).toContain(`<strong>${what}:`);
    for (const { name } of section.entities) expect(text).toContain(`<th scope="row">${name}`);
    for (const { member } of section.uses) expect(text).toContain(`<code>${member}</code>`);
    for (const caveat of section.caveats) expect(text.replaceAll('&#39;', "'")).toContain(caveat);
  });

  it('has tables with captions and headings below those of the page', () => {
    expect(page.match(/<table/g)).toHaveLength(page.match(/<caption/g)!.length);
    expect(page.match(/<h\d/g)!.filter((heading) => heading === '<h1' || heading === '<h2')).toEqual([]);
  });

  it('has a bar whose pieces fill it, with its text beside it', () => {
    const widths = Array.from(page.matchAll(/<rect[^>]*width="([\d.]+)"/g), ([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 0);
    expect(page).toMatch(/<svg[^>]*role="img"\s+aria-labelledby="app-1-exit-bar"/);
    expect(page).toMatch(/<title id="app-1-exit-bar">Share of the hours: [A-Z][^<]*\d %/);
  });

  it('needs no script, no style attribute and nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|\bstyle=|\bon\w+=|src=|url\(/);
    expect(exitStyle).not.toMatch(/url\(|@import|http/);
  });

  it('escapes what comes from the app', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const hostile = exitOf(
      await exitInput({ ...smallApp, 'base44/entities/Evil.jsonc': JSON.stringify({ name: evil, properties: {} }) }),
    );
    const text = exitSection(hostile, context).text;
    expect(text).not.toContain('<img');
    expect(text).toContain('&lt;img');
  });
});
