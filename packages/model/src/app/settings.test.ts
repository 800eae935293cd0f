import { describe, expect, it } from 'vitest';
import { loadApp } from './load.js';
import { ConfigError, configJsonSchema, defaultSettings, parseSettings } from './settings.js';
import { treeOf } from './tree.js';

const file = 'base44-lint.config.jsonc';

function faultOf(text: string): ConfigError {
  try {
    parseSettings(text, file);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('The text was accepted.');
}

describe('parseSettings', () => {
  it('reads JSONC and fills in defaults', () => {
    expect(parseSettings('{ "$schema": "x.json", "tenantFields": ["org_id"], /* one */ }', file)).toEqual({
      ...defaultSettings,
      tenantFields: ['org_id'],
    });
  });

  it('takes rule names as ESLint writes them', () => {
    const text =
      '{ "severity": { "base44/no-websocket": "off" }, "ruleOptions": { "base44/no-websocket": { "a": 1 } } }';
    expect(parseSettings(text, file)).toMatchObject({
      severity: { 'no-websocket': 'off' },
      ruleOptions: { 'no-websocket': { a: 1 } },
    });
  });

  it.each<[string, string, string]>([
    ['an unknown key', '{ "tenantField": [] }', `${file}: "tenantField" is no setting; did you mean "tenantFields".`],
    [
      'a strange key',
      '{ "colour": 1 }',
      `${file}: "colour" is no setting; known keys are $schema, tenantFields, publicEntities, publicFunctions, severity, ignore, requireSuppressionReason, ruleOptions, readiness, complianceNeeds, usage, exit.`,
    ],
    [
      'an unknown severity',
      '{ "severity": { "no-websocket": "error" } }',
      `${file}: severity.no-websocket: the value must be one of critical, high, medium, low, info, off.`,
    ],
    ['a wrong type', '{ "ignore": "dist" }', `${file}: ignore: invalid input: expected array, received string.`],
    [
      'an unknown assumption',
      '{ "usage": { "user": 1 } }',
      `${file}: usage: "user" is no setting; did you mean "users".`,
    ],
    [
      'an unknown plan',
      '{ "usage": { "plan": "gold" } }',
      `${file}: usage.plan: the value must be one of free, starter, builder, pro, elite.`,
    ],
    [
      'an unknown criterion',
      '{ "readiness": { "speed": 1 } }',
      `${file}: readiness: "speed" is no setting; known keys are regulatory-compliance, data-sensitivity, user-concurrency, performance, availability, realtime, roadmap-horizon, team-capacity.`,
    ],
    [
      'a level out of range',
      '{ "readiness": { "performance": 5 } }',
      `${file}: readiness.performance: the value must be one of 0, 1, 2, 3, 4.`,
    ],
    [
      'rates in the wrong order',
      '{ "exit": { "hourlyRate": [200, 100] } }',
      `${file}: exit.hourlyRate: the lower rate comes first.`,
    ],
    ['a list', '[]', `${file}: invalid input: expected object, received array.`],
    ['broken JSON', '{ "ignore": [', `${file}: the file is not valid JSON (CloseBracketExpected in line 1).`],
    ['an empty file', '', `${file}: the file is not valid JSON (ValueExpected in line 1).`],
  ])('refuses %s in one line', (_, text, message) => {
    expect(faultOf(text).message).toBe(message);
  });

  it('gives the place and the choices to programs', () => {
    expect(faultOf('{ "severity": { "x": 1 } }')).toMatchObject({
      file,
      path: 'severity.x',
      allowed: ['critical', 'high', 'medium', 'low', 'info', 'off'],
    });
  });
});

describe('the configuration of an app', () => {
  const base = { 'a/base44/config.jsonc': '{}', 'b/base44/config.jsonc': '{}' };
  const tenant = (name: string) => `{ "tenantFields": ["${name}"] }`;

  it('is its own, else that of the tree, else the default', () => {
    const tree = treeOf({ ...base, [`a/${file}`]: tenant('own'), [file]: tenant('shared') });
    expect(loadApp(tree, 'a').settings.tenantFields).toEqual(['own']);
    expect(loadApp(tree, 'b').settings.tenantFields).toEqual(['shared']);
    expect(loadApp(treeOf(base), 'a').settings).toEqual(defaultSettings);
  });

  it('decides the tenant', () => {
    expect(loadApp(treeOf({ ...base, [file]: tenant('venue') }), 'a').tenants).toMatchObject([
      { field: 'venue', source: 'config' },
    ]);
  });

  it('can be given by the caller, and the file is then not read', () => {
    const tree = treeOf({ ...base, [file]: '{ broken' });
    expect(loadApp(tree, 'a', defaultSettings).settings).toBe(defaultSettings);
    expect(() => loadApp(tree, 'a')).toThrow(ConfigError);
  });
});

describe('configJsonSchema', () => {
  it('describes every setting and admits no other', () => {
    expect(configJsonSchema()).toMatchObject({
      type: 'object',
      additionalProperties: false,
      properties: {
        tenantFields: { type: 'array', items: { type: 'string' } },
        severity: { additionalProperties: { enum: ['critical', 'high', 'medium', 'low', 'info', 'off'] } },
      },
    });
    const { properties, required } = configJsonSchema() as { properties: object; required?: string[] };
    expect(Object.keys(properties).sort()).toEqual(['$schema', ...Object.keys(defaultSettings)].sort());
    expect(required ?? []).toEqual([]);
  });
});
