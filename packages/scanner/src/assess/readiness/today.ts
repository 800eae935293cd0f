import {
  complianceNeeds,
  limitations,
  rereadings,
  sinceVersion,
  sources,
  supports,
  type ComplianceNeed,
  type CriterionId,
  type Limitation,
  type Rereading,
  type Support,
} from '@base44-lint/catalog';
import type { App, Level } from '@base44-lint/model';
import type { ReadinessCriterion } from '../../result/readiness.js';
import type { Levels } from './input.js';
import { rangeOf } from './possible.js';

/** What decides how a low level reads today. */
export interface Present {
  readonly app: App;
  /** Needs that the owner named; null where nobody said which one the lowest compliance level stands for. */
  readonly needs: readonly ComplianceNeed[] | null;
  /** Needs that the export shows by itself. There may be more. */
  readonly shown: readonly ComplianceNeed[];
}

/** The levels that a criterion may have with what the platform can do today, sorted. */
export function levelsToday(criterion: CriterionId, levels: Levels, present: Present): Levels {
  const read = levels.flatMap((level) => readingOf(criterion, level, present));
  return [...new Set(read)].sort((a, b) => a - b);
}

function readingOf(criterion: CriterionId, level: Level, present: Present): Levels {
  const rows = rereadings.filter((row) => row.criterion === criterion && row.level === level);
  if (rows.length === 0) return [level];
  const each = rows.map((row) => becomes(row, present.app));
  if (rows.every(({ need }) => need === undefined)) return each.flat();
  return ofNeeds(rows, present).flatMap((index) => each[index]!);
}

/** All needs must be met at once: the one that stands decides. Without a word from anybody each of them may be the one. */
function ofNeeds(rows: readonly Rereading[], { app, needs, shown }: Present): readonly number[] {
  const all = rows.map((_, index) => index);
  const known = needs ?? (shown.length > 0 ? shown : null);
  if (known === null) return all;
  const named = all.filter((index) => [...known, ...shown].includes(rows[index]!.need!));
  const standing = named.filter((index) => isLifted(rows[index]!, app) !== 'yes');
  return standing.length > 0 ? standing : named;
}

function becomes(row: Rereading, app: App): Levels {
  const lifted = isLifted(row, app);
  if (lifted === 'yes') return [row.becomes];
  return lifted === 'no' ? [row.level] : [row.level, row.becomes];
}

/** Whether this app can use what lifted a limitation: with a lower bound of the version only a yes is sure. */
function isLifted({ limitation, member }: Rereading, { sdk }: App): Support {
  const { status } = (limitations[limitation] as Limitation).today;
  if (status !== 'lifted') return 'no';
  if (member === undefined) return 'yes';
  const support = supports(sdk.version, member);
  return support === 'no' && sdk.source === 'range' ? 'unknown' : support;
}

type Today = NonNullable<ReadinessCriterion['today']>;

/** How a criterion reads today, where one of its remaining levels rests on a limitation of the catalogue. */
export function todayOf(criterion: CriterionId, levels: Levels, present: Present): Today | null {
  const named = present.needs === null ? complianceNeeds : [...present.needs, ...present.shown];
  const rows = rereadings.filter(
    ({ criterion: of, level, need }) =>
      of === criterion && levels.includes(level) && (need === undefined || named.includes(need)),
  );
  if (rows.length === 0) return null;
  return {
    levels: rangeOf(levelsToday(criterion, levels, present)),
    notes: rows.map((row) => {
      const { today } = limitations[row.limitation] as Limitation;
      return {
        level: row.level,
        becomes: rangeOf(becomes(row, present.app)),
        limitation: row.limitation,
        status: today.status,
        since: row.member === undefined ? null : sinceVersion(row.member),
        text: `${row.text}${row.member === undefined ? '' : ` ${versionNote(row, present.app)}`}`,
        state: today.summary,
        sources: today.evidence.map((key) => ({ title: sources[key].title, url: sources[key].url })),
        checkedOn: today.checkedOn,
      };
    }),
  };
}

function versionNote(row: Rereading, app: App): string {
  const { version, source } = app.sdk;
  const since = sinceVersion(row.member!);
  const own =
    version === null ? 'which names no SDK version' : `SDK ${version}${source === 'range' ? ' or later' : ''}`;
  switch (isLifted(row, app)) {
    case 'yes':
      return `This app has them (${own}; they came with ${since}).`;
    case 'no':
      return `This app lacks them (${own}); they came with ${since}.`;
    default:
      return `Whether this app has them cannot be told (${own}); they came with ${since}.`;
  }
}
