import type { LimitationId } from '@base44-lint/catalog';
import type { AnyRule } from '@base44-lint/rules';
import { counted } from '../counted.js';
import type { AppSummary } from '../result.js';

/** What a verdict is made from. */
export interface Coverage {
  readonly app: AppSummary;
  /** Rules that ran: those the settings did not switch off. */
  readonly ran: readonly AnyRule[];
  readonly off: readonly AnyRule[];
  /** Files that no parser took, that could not be read, or on which a rule failed. */
  readonly unseenFiles: number;
}

type BlindSpot = (coverage: Coverage) => string | undefined;

/** What must be in sight before a limitation may be called clear, beyond the code itself. First reason wins. */
const needs: Partial<Record<LimitationId, readonly BlindSpot[]>> = {
  'data-default-open': [withoutSchemas, withOpenEntities],
  'arch-no-tenancy': [withoutSchemas, withoutTenant],
};

/** Why a limitation without findings cannot be called clear, in one sentence; undefined where it can. */
export function blindSpot(id: LimitationId, coverage: Coverage): string | undefined {
  const all = [withoutCode, withUnseenFiles, ...(needs[id] ?? [])];
  return all.map((reason) => reason(coverage)).find((reason) => reason !== undefined);
}

function withoutCode({ app }: Coverage): string | undefined {
  return app.counts.codeFiles === 0 ? 'The export holds no JavaScript or TypeScript files.' : undefined;
}

function withUnseenFiles({ unseenFiles }: Coverage): string | undefined {
  if (unseenFiles === 0) return undefined;
  return `Nothing was found, but ${counted(unseenFiles, 'file')} could not be checked in full.`;
}

function withoutSchemas({ app }: Coverage): string | undefined {
  const { state, missing } = app.schemas;
  if (app.counts.entities === 0 && app.counts.entityCalls === 0) {
    return 'No entity use found, and the export holds no entity schemas, so access to data could not be judged.';
  }
  if (state === 'none') return 'The export holds no entity schemas, so their access rules could not be read.';
  if (state === 'some') {
    const are = missing.length === 1 ? 'entity that the code uses has' : 'entities that the code uses have';
    return `${missing.length} ${are} no schema in the export (${few(missing)}), so their access rules could not be read.`;
  }
  return undefined;
}

/** Open entities can be read past the app's own code, and no rule of this version reads the schemas themselves. */
function withOpenEntities({ app }: Coverage): string | undefined {
  const open = app.entities.filter(({ access }) => Object.values(access).some(({ kind }) => kind === 'open'));
  if (open.length === 0) return undefined;
  const of = few(open.map(({ name }) => name));
  return `The code leaks nothing, but the rules of ${counted(open.length, 'entity', 'entities')} leave an operation open to everyone (${of}).`;
}

function withoutTenant({ app }: Coverage): string | undefined {
  if (app.tenants.some(({ confidence }) => confidence !== 'possible')) return undefined;
  return 'No tenant key is known for this app; if customers share it, name their field in `tenantFields` of base44-lint.config.jsonc.';
}

/** The first names of a list, and how many more there are. */
function few(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
