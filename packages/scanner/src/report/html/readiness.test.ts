import { describe, expect, it } from 'vitest';
import { readinessOf, type ReadinessInput } from '../../assess/readiness/index.js';
import { entity, readinessInput } from '../../testing/readiness.js';
import { sampleFinding } from '../../testing/sample.js';
import { readinessStyle } from './readiness-style.js';
import { readinessSection, type ReadinessContext } from './readiness.js';

const finding = sampleFinding({ rule: 'require-entity-rules' });
const context: ReadinessContext = { prefix: '', numbers: new Map([[finding, 7]]), titles: new Map() };
const migration = { hours: { low: 120, high: 300 }, cost: { low: 12_000, high: 30_000 } };

function page(overrides: Partial<ReadinessInput> = {}, name = 'Contact'): string {
  const input = readinessInput(entity(name, ['full_name', 'phone']), { findings: [finding], migration, ...overrides });
  return readinessSection(readinessOf(input), context).text;
}

describe('readiness on the page', () => {
  it('draws a scale for each criterion that also reads as text', () => {
    const scales = [...page({ answers: { performance: 3 } }).matchAll(/<svg class="scale"[^>]*aria-label="([^"]*)"/g)];
    expect(scales.map(([, text]) => text)).toEqual([
      'Regulatory compliance: not answered; counts as 0 to 4',
      'Data sensitivity: not answered; the export allows 2 at most; counts as 0 to 2',
      'Users at peak: not answered; counts as 0 to 4',
      'Performance: answered 3; counts as 3',
      'Availability: not answered; counts as 0 to 4',
      'Real time: not answered; counts as 0 to 4',
      'Roadmap horizon: not answered; counts as 0 to 4',
      'Team capacity: not answered; counts as 0 to 4',
    ]);
  });

  it('draws the cap, the answer above it, and the total over its bands', () => {
    const text = page({ answers: { 'data-sensitivity': 4 } });
    expect(text).toContain('<circle class="claimed" cx="148"');
    expect(text).toMatch(/<line class="cap" x1="97"/);
    expect(text.match(/<rect class="band/g)).toHaveLength(5);
    expect(text).toContain('answered 4, but the export allows 2 at most');
  });

  it('links a task to its findings', () => {
    expect(page()).toContain('<a href="#finding-7">7</a>');
  });

  it('has tables with captions and headers, headings below the second level, and no script or style attribute', () => {
    const text = page();
    const tables = text.match(/<table/g)!.length;
    expect(text.match(/<caption>/g)).toHaveLength(tables);
    expect(text).not.toMatch(/<h[12]\b|<script|\sstyle=|\son\w+=/);
    expect(text).not.toMatch(/<th(?![^>]*scope=)[\s>]/);
  });

  it('escapes what an app puts into names', () => {
    expect(page({}, '<img src=x onerror=alert(1)>')).not.toContain('<img');
  });

  it('styles every class that it draws with', () => {
    for (const name of ['range', 'today', 'claim', 'level', 'chosen', 'claimed', 'cap', 'band.migrate', 'band.ship'])
      expect(readinessStyle).toContain(`.${name}`);
  });
});
