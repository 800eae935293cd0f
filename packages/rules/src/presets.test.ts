import { describe, expect, test } from 'vitest';
import { confidences, presetHasRule, presets, presetShows, severities } from './presets.js';

describe('presets', () => {
  const findings = severities.flatMap((severity) => confidences.map((confidence) => ({ severity, confidence })));
  const shown = presets.map((preset) => findings.filter((finding) => presetShows(preset, finding)));

  test('each shows all that the one before shows, and more', () => {
    expect(shown[1]).toEqual(expect.arrayContaining([...shown[0]!]));
    expect(shown[2]).toEqual(findings);
    expect(shown.map((list) => list.length)).toEqual([6, 8, 15]);
  });

  test('each holds the rules of the one before', () => {
    const held = presets.map((preset) => presets.filter((lowest) => presetHasRule(preset, { preset: lowest })));
    expect(held).toEqual([['recommended'], ['recommended', 'strict'], ['recommended', 'strict', 'audit']]);
  });
});
