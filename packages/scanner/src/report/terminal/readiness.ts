import type { Placed } from '../../result.js';
import type { ReadinessCriterion, ReadinessSection, ReadinessVerdicts } from '../../result/readiness.js';
import { counted } from '../../counted.js';
import { printable } from '../printable.js';
import type { ReportOptions } from '../reporter.js';
import {
  actionOf,
  decisionOf,
  headlineOf,
  openQuestions,
  percentOf,
  readingsOf,
  rulesOf,
  spanOf,
  standingOf,
  toneOf,
  workOrder,
  workWords,
} from '../readiness-words.js';
import { wrap, type Style } from './style.js';

export interface ReadinessOptions extends Pick<ReportOptions, 'width' | 'all'> {
  /** Where each number comes from. */
  readonly explain?: boolean;
}

const toneFormat = { good: 'green', mixed: 'yellow', bad: 'red' } as const;
const mostPlaces = 2;

/** All of the section, as `base44-scan readiness` prints it. */
export function readinessLines(section: ReadinessSection, options: ReadinessOptions, style: Style): string[] {
  return [
    style.apply(['bold', 'underline'], 'Readiness for production'),
    ...verdictLines(section, options, style),
    '',
    style.bold('Criteria'),
    ...detail(
      'Levels from 0 (left, asks most of the platform) to 4: O answered, - possible, . not chosen, x ruled out by the export, ! answered all the same.',
      options,
      style,
      2,
    ),
    ...section.criteria.flatMap((criterion) => criterionLines(criterion, options, style)),
    ...todayLines(section, options, style),
    '',
    ...workLines(section, options, style),
    ...effortLines(section, options, style),
    ...(options.explain ? ['', ...explanationLines(section, options, style)] : []),
  ];
}

/** One line for the summary of an ordinary scan. */
export function readinessBrief(section: ReadinessSection): string {
  const { total, model } = section;
  const open = openQuestions(section);
  const asked = section.next[0];
  const tail = open === 0 ? '' : `; ${open} of 8 criteria open${asked ? `, ask first: ${asked.question}` : ''}`;
  return `${headlineOf(section)} (${spanOf(total)} of ${model.highestTotal} points${tail})`;
}

function row(label: string, text: string, { width }: ReadinessOptions, style: Style): string[] {
  const indent = 16;
  const [first = '', ...rest] = wrap(printable(text), width === undefined ? undefined : Math.max(30, width - indent));
  return [`${style.dim(label.padEnd(indent))}${first}`, ...rest.map((line) => `${' '.repeat(indent)}${line}`)];
}

function verdictLines(section: ReadinessSection, options: ReadinessOptions, style: Style): string[] {
  const { model, asAnswered, today, next } = section;
  const [first] = next;
  const reading = (label: string, verdicts: ReadinessVerdicts, headline = `; ${headlineOf(verdicts)}`): string[] => [
    ...row(label, `${spanOf(verdicts.total)} of ${model.highestTotal}${headline}`, options, style),
    ...verdicts.outcomes.flatMap(({ title, totals }) =>
      verdicts.outcomes.length > 1 ? row('', `${spanOf(totals).padEnd(9)} ${title}`, options, style) : [],
    ),
  ];
  return [
    `${style.dim('Verdict'.padEnd(16))}${style.apply(['bold', toneFormat[toneOf(section)]], headlineOf(section))}`,
    ...(section.outcomes.length === 1 ? row('', section.outcomes[0]!.text, options, style) : []),
    ...row(
      'Framework',
      `edition ${model.version}, ${model.source.title}, checked on ${model.source.checkedOn}`,
      options,
      style,
    ),
    ...reading('Points', section, ''),
    ...(asAnswered ? reading('As answered', asAnswered) : []),
    ...reading('Today’s facts', today),
    ...(first
      ? row(
          'Ask first',
          `${first.question}${first.settledBy.length > 0 ? ` (${first.settledBy.length === 1 ? 'level' : 'levels'} ${first.settledBy.join(', ')} would settle it)` : ''}`,
          options,
          style,
        )
      : []),
  ];
}

function scale({ levels, points, answer, cap, contradiction }: ReadinessCriterion): string {
  return [0, 1, 2, 3, 4]
    .map((level) => {
      if (!levels.some((one) => one.level === level)) return ' ';
      if (answer === level && !contradiction) return 'O';
      if (contradiction?.answer === level) return '!';
      if (level > cap) return 'x';
      return level >= points.low && level <= points.high ? '-' : '.';
    })
    .join('');
}

function criterionLines(criterion: ReadinessCriterion, options: ReadinessOptions, style: Style): string[] {
  const { number, title, points, evidence, levels, answer, limit } = criterion;
  const chosen = levels.find(({ level }) => level === (answer ?? (points.low === points.high ? points.low : -1)));
  const head = `${String(number)} ${title.padEnd(22)} ${scale(criterion)}  ${spanOf(points).padEnd(7)}`;
  const caps = evidence.filter(({ cap }) => cap !== null);
  const tight = caps.filter(({ cap }) => cap === caps[0]?.cap);
  const shown = options.all ? evidence : [...tight, ...evidence.filter(({ cap }) => cap === null)];
  return [
    `${style.bold(head)} ${standingOf(criterion)}`,
    ...(chosen ? detail(`level ${chosen.level}: ${chosen.text}`, options, style) : []),
    ...(limit && points.high < limit.workableFrom ? detail(limit.text, options, style) : []),
    ...shown.flatMap(({ cap, reason, places, count }) => [
      ...detail(`${cap === null ? 'hint' : `at most ${cap}`}: ${reason}`, options, style),
      ...(cap === null && !options.all ? [] : placeLines(places, count, options, style)),
    ]),
    ...(shown.length < evidence.length
      ? detail(`${counted(evidence.length - shown.length, 'weaker cap')} left out; --all shows all`, options, style)
      : []),
  ];
}

function detail(text: string, { width }: ReadinessOptions, style: Style, indent = 4): string[] {
  const lines = wrap(printable(text), width === undefined ? undefined : Math.max(30, width - indent - 2));
  return lines.map((line, index) => `${' '.repeat(index === 0 ? indent : indent + 2)}${style.dim(line)}`);
}

function placeLines(places: readonly Placed[], count: number, options: ReadinessOptions, style: Style): string[] {
  const shown = options.all ? places : places.slice(0, mostPlaces);
  const rest = count - shown.length;
  return [
    ...shown.flatMap((one) => detail(placeOf(one), options, style, 8)),
    ...(rest > 0 ? detail(`and ${counted(rest, 'more place')}`, options, style, 8) : []),
  ];
}

function placeOf({ note, location }: Placed): string {
  return location === null ? note : `${note}  ${location.file}:${location.start.line}:${location.start.column}`;
}

function todayLines({ criteria }: ReadinessSection, options: ReadinessOptions, style: Style): string[] {
  const rows = criteria.flatMap(({ title, today }) => (today?.notes ?? []).map((note) => ({ title, ...note })));
  if (rows.length === 0) return [];
  return [
    '',
    style.bold('What the article rules out, and what holds today'),
    ...rows.flatMap(({ title, level, becomes, status, text, state, checkedOn, sources }) => [
      `  ${title}, level ${level}: ${becomes.low === level && becomes.high === level ? 'stands' : `reads as ${spanOf(becomes)} today`} (${status})`,
      ...detail(text, options, style),
      ...detail(`${state} Checked on ${checkedOn}: ${sources.map((one) => one.title).join('; ')}.`, options, style),
    ]),
  ];
}

function workLines({ work }: ReadinessSection, options: ReadinessOptions, style: Style): string[] {
  const lists = [
    ['hardening', 'Hardening'],
    ['extensive', 'Extensive hardening, on top'],
  ] as const;
  const format = { missing: 'red', 'not-visible': 'yellow', done: 'green' } as const;
  return lists.flatMap(([list, title]) => [
    style.bold(title),
    ...workOrder.flatMap((state) =>
      work
        .filter((item) => item.list === list && item.state === state)
        .flatMap((item) => [
          `  ${style.apply(format[state], workWords[state].padEnd(12))} ${item.text}`,
          ...detail(`${item.reason}${item.rules.length > 0 ? ` Findings: ${rulesOf(item)}.` : ''}`, options, style, 15),
          ...(state === 'not-visible' ? detail(`Ask: ${item.ask}`, options, style, 15) : []),
        ]),
    ),
  ]);
}

function effortLines(
  { effort, migration, thresholds }: ReadinessSection,
  options: ReadinessOptions,
  style: Style,
): string[] {
  if (effort.length === 0) return [];
  const against = migration ? `${spanOf(migration.hours)} hours of migration` : 'no migration estimate';
  return [
    '',
    style.bold('Stay or leave'),
    ...detail(
      `Hardening against ${against}: above ${thresholds.leaveAbove * 100} % leave, below ${thresholds.stayBelow * 100} % stay.`,
      options,
      style,
      2,
    ),
    ...effort.map(
      (one) =>
        `  ${actionOf(one.action).padEnd(32)} ${spanOf(one.hours)} hours${one.ratio ? `, ${percentOf(one.ratio)}` : ''}: ${decisionOf(one)}${readingsOf(one)}`,
    ),
  ];
}

function explanationLines({ explanations }: ReadinessSection, options: ReadinessOptions, style: Style): string[] {
  return [
    style.bold('Where the numbers come from'),
    ...explanations.flatMap(({ number, value, formula, facts }) => [
      `  ${number} = ${printable(value)}`,
      ...detail(formula, options, style),
      ...facts.flatMap((fact) => detail(placeOf(fact), options, style, 8)),
    ]),
  ];
}
