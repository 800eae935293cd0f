import { afterEach, beforeEach, expect } from 'vitest';

const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;
let printed: string[] = [];

/** Only the command line prints. A test of code that must print replaces the console itself. */
beforeEach(() => {
  printed = [];
  for (const method of methods) {
    console[method] = (...values: unknown[]) => {
      printed.push(`console.${method}(${values.map(String).join(', ')})`);
    };
  }
});

afterEach(() => {
  expect(printed, 'code under test must not print').toEqual([]);
});
