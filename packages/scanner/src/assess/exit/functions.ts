import { functionOf } from '@base44-lint/model';
import type { ExitFunction } from '../../result/exit.js';
import { compare } from '../findings.js';
import type { ExitInput } from './input.js';

/** More characters than a line of hand-written code has: minified functions are counted as if they were not. */
const longestLine = 80;

export function functionsOf({ app, views }: Pick<ExitInput, 'app' | 'views'>): ExitFunction[] {
  const parts = new Map<string, ExitInput['views'][number][]>();
  for (const view of views) {
    const owner = view.zone === 'function' ? functionOf(app, view.file) : undefined;
    if (owner) parts.set(owner.name, [...(parts.get(owner.name) ?? []), view]);
  }
  return app.functions
    .map(({ name, file, automations }): ExitFunction => {
      const own = parts.get(name) ?? [];
      const calls = own.flatMap(({ entityCalls, sdkCalls }) => [...entityCalls, ...sdkCalls]);
      const services = own.flatMap(({ outside }) => outside).flatMap(({ service }) => service ?? []);
      return {
        name,
        file,
        lines: own.some((view) => view.file === file) ? sum(own.map(({ text }) => linesOf(text))) : null,
        serviceRole: calls.some(({ role }) => role === 'service'),
        services: [...new Set(services)].sort(compare),
        automations: automations.length,
      };
    })
    .sort((a, b) => compare(a.name, b.name) || compare(a.file, b.file));
}

/** Lines of the code that functions share. */
export function sharedLinesOf(views: ExitInput['views']): number {
  return sum(views.filter(({ zone }) => zone === 'shared').map(({ text }) => linesOf(text)));
}

function linesOf(text: string): number {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return sum(lines.map((line) => Math.ceil(line.trim().length / longestLine)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
