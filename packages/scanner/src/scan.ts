import { join } from 'node:path';
import {
  contextKeysOf,
  findApps,
  inferTenants,
  joinPath,
  ModuleMentions,
  usedNamesOf,
  viewApp,
  zoneOf,
  type App,
  type FileView,
  type NotChecked,
  type ReadTree,
  type Settings,
} from '@base44-lint/model';
import { precisionOf, rules as allRules, type AnyRule } from '@base44-lint/rules';
import { creditsOf } from './assess/credits/index.js';
import { effortOf } from './assess/effort.js';
import { exitOf } from './assess/exit/index.js';
import { mayHoldDirectives } from './assess/comments.js';
import { compare, findingsOf } from './assess/findings.js';
import { verdictsOf } from './assess/limitations.js';
import { locator } from './assess/locate.js';
import { readinessOf } from './assess/readiness/index.js';
import { sightOf } from './assess/sight.js';
import { summaryOf } from './assess/summary.js';
import { baselineFileName, parseBaseline } from './baseline/file.js';
import { applyBaseline, type Baseline } from './baseline/match.js';
import { placesOf } from './baseline/places.js';
import { checkRules, type FileFindings } from './check.js';
import { linkApp } from './link/index.js';
import { openApp, openTree, rootsOf, unreadOf } from './load/app.js';
import { openBase, type Base } from './load/base.js';
import { readBaseline } from './load/baseline.js';
import { readDocuments } from './load/documents.js';
import { ScanError } from './load/errors.js';
import { sortFiles } from './load/files.js';
import { recogniseSources } from './load/recognise.js';
import { readSources, type Source } from './load/sources.js';
import { relevance, textRelevance } from './load/words.js';
import { idleMeter, type Meter } from './meter.js';
import type { ReadinessSection } from './result/readiness.js';
import type { AppReport, Finding, RuleInfo, ScanResult } from './result.js';
import { onlyChanged } from './since.js';
import { isInShard, type Shard } from './shard.js';
import { schemaVersion, tool } from './version.js';

/** What whoever runs the scan knows or assumes of an app. It counts before what the app's own settings say. */
export interface Assumptions {
  readonly readiness: Settings['readiness'];
  readonly complianceNeeds?: Settings['complianceNeeds'];
  readonly usage: Partial<Settings['usage']>;
  readonly exit: Settings['exit'];
}

/** What a scan saw of an app, beside its report. */
export interface Seen {
  readonly app: App;
  readonly views: readonly FileView[];
  readonly checked: readonly FileFindings[];
  readonly report: AppReport;
}

/** What an owner says of the readiness criteria. */
export type Answers = Pick<Settings, 'readiness' | 'complianceNeeds'>;

export interface ScanOptions {
  /** Settings file to use instead of the app's own `base44-lint.config.jsonc`. */
  readonly config?: string;
  /** False in an audit: comments of the scanned app switch nothing off. */
  readonly inline?: boolean;
  /** Baseline to use instead of the app's own `base44-lint.baseline.json`; false for none at all. */
  readonly baseline?: string | false;
  /** Commit, branch or tag: report only what has been changed since. */
  readonly since?: string;
  /** The day, `yyyy-mm-dd`, by which entries of a baseline expire. Without it none does. */
  readonly today?: string;
  readonly assumptions?: Assumptions;
  /** Asked once for each app, with what is known; its answers count before all others. */
  readonly ask?: (readiness: ReadinessSection) => Promise<Answers>;
  /** Handed what the scan saw of each app, for whoever explains its verdicts. */
  readonly inspect?: (seen: Seen) => void;
  /** Only this part of the apps. */
  readonly shard?: Shard;
  readonly meter?: Meter;
}

/**
 * Scans the apps below a folder. Reads only, executes nothing, and never fails because of a file of an app.
 *
 * @throws {ScanError} Where there is nothing to scan: no such folder, no Base44 app in it, or broken settings.
 */
export async function scan(path: string, options: ScanOptions = {}): Promise<ScanResult> {
  const meter = options.meter ?? idleMeter;
  const tree = meter.stage('discover', () => openTree(path));
  const all = meter.stage('discover', () => rootsOf(tree, path));
  const roots = options.shard ? all.filter((root) => isInShard(root, options.shard!)) : all;
  const accepted = meter.stage('discover', () => roots.map((root) => acceptedIn(path, root, all, options)));
  const { since } = options;
  const base = since === undefined ? undefined : meter.stage('compare', () => openBase(path, since, tree));
  const apps: AppReport[] = [];
  for (const [index, root] of roots.entries()) {
    const report = await scanApp(tree, root, options, meter, accepted[index]);
    apps.push(base ? await onlyChanged(report, base, all, () => findingsBefore(base, root, options)) : report);
  }
  return { schemaVersion, tool, rules: allRules.map(ruleInfo), apps };
}

async function scanApp(
  tree: ReadTree,
  root: string,
  options: ScanOptions,
  meter: Meter,
  accepted: Accepted | undefined,
): Promise<AppReport> {
  const found = assuming(
    meter.stage('discover', () => openApp(tree, root, options.config, allRules)),
    options.assumptions,
  );
  const [rules, off] = partition(allRules, ({ meta }) => found.settings.severity[meta.name] !== 'off');
  const files = sortFiles(found, tree);
  const mentions = new ModuleMentions();
  const commented: Source[] = [];
  const see = (file: string, text: string): void => {
    mentions.add(file, text);
    if (mayHoldDirectives(file, text)) commented.push({ file, text });
  };
  const code = meter.stage('read', () => readSources(tree, files.code, relevance(rules), see));
  const texts = meter.stage('read', () => readSources(tree, files.text, textRelevance(rules), see));
  const documents = meter.stage('read', () => readDocuments(found, tree, files.all));
  const part = { files: files.all, read: (file: string) => tree.read(file) };
  const recognised = meter.stage('recognise', () => recogniseSources(code.relevant, meter));
  const link = await meter.stage('link', () => linkApp(found, tree, recognised.facts));
  const seen = meter.stage('view', () => viewApp(recognised.files, found, link));
  const { views } = seen;
  // Code is the third witness of what separates tenants, after the rules and the User entity.
  const tenants = inferTenants(found.entities, found.settings, contextKeysOf(views));
  const unimported = mentions.unimported(files.code.filter((file) => zoneOf(found, file) === 'frontend'));
  const app = { ...found, tenants, used: usedNamesOf(views), unimported };
  const checked = meter.stage('check', () =>
    checkRules({ app, views, texts: texts.relevant, documents, tree: part }, rules, meter),
  );

  const assessed = meter.stage('assess', () => {
    const notChecked = byFile(
      unreadOf(tree, app),
      code.notChecked,
      texts.notChecked,
      recognised.notChecked,
      checked.notChecked,
    );
    const unseenFiles = [...new Set(notChecked.map(({ file }) => file))];
    const locate = locator((file) => tree.read(file));
    const comments = {
      count: options.inline ?? true,
      needReason: app.settings.requireSuppressionReason,
      isRule: (name: string) => allRules.some(({ meta }) => meta.name === name),
      hasJudged: (name: string, file: string) =>
        rules.some(({ meta }) => meta.name === name) && !unseenFiles.includes(file),
    };
    const inFiles = withFiles(checked.files, commented);
    const { findings: found, unusedSuppressions } = findingsOf(inFiles, { locate, root, comments });
    const { findings, use } = accepted
      ? applyBaseline(found, {
          ...accepted,
          root,
          isGone: placesOf(tree, recognised.facts),
          ...(options.today !== undefined && { today: options.today }),
        })
      : { findings: found, use: null };
    const summary = summaryOf(
      app,
      views,
      {
        files: files.all.length,
        codeFiles: files.code.length,
        codeLines: code.lines,
        relevantFiles: views.length,
      },
      { locate, functionCalls: seen.functionCalls, flows: seen.flows, unseenFiles },
    );
    const sight = sightOf(app, views, files.all);
    const limitations = verdictsOf(findings, { app: summary, sight, ran: rules, off, unseenFiles });
    const seenApp = { app, views, files: files.all, findings, sight, locate };
    const exit = exitOf({ ...seenApp, schemas: summary.schemas, unseenFiles });
    const credits = creditsOf({ ...seenApp, flows: seen.flows });
    // Where no code calls the platform, the app may have moved already, and there is nothing to weigh against hardening.
    const migration = exit.uses.length > 0 ? { hours: exit.estimate.hours, cost: exit.estimate.cost } : null;
    const judge = ({ readiness: answers, complianceNeeds: needs }: Answers): ReadinessSection =>
      readinessOf({ ...seenApp, limitations, answers, ...(needs.length > 0 && { needs }), migration });
    const parts = { app: summary, findings, limitations, credits, exit, notChecked, unusedSuppressions };
    return { ...parts, baseline: use, judge };
  });
  const { judge, ...parts } = assessed;
  const readiness = await meter.stage('assess', () => judged(judge, app.settings, options.ask));
  const report = { ...parts, readiness, since: null };
  options.inspect?.({ app, views, checked: checked.files, report });
  return report;
}

/** Readiness by the answers that are known, and by those that somebody gives on seeing what follows from them. */
async function judged(
  judge: (answers: Answers) => ReadinessSection,
  known: Answers,
  ask: ScanOptions['ask'],
): Promise<ReadinessSection> {
  const first = judge(known);
  const answers = await ask?.(first);
  if (!answers) return first;
  const { complianceNeeds } = answers.complianceNeeds.length > 0 ? answers : known;
  return judge({ readiness: { ...known.readiness, ...answers.readiness }, complianceNeeds });
}

/** Files with findings, and those whose comments may be of no use. */
function withFiles(files: readonly FileFindings[], commented: readonly Source[]): FileFindings[] {
  const known = new Set(files.map(({ file }) => file));
  return [...files, ...commented.filter(({ file }) => !known.has(file)).map((source) => ({ ...source, findings: [] }))];
}

/** An app that was not there, or could not be scanned, had no findings: then all of today's are due to the change. */
async function findingsBefore(base: Base, root: string, options: ScanOptions): Promise<readonly Finding[]> {
  if (!findApps(base.tree).includes(root)) return [];
  const file = joinPath(root, baselineFileName);
  const hadBaseline = options.baseline === undefined && base.tree.files.includes(file);
  try {
    const accepted = hadBaseline ? { file, entries: parseBaseline(base.tree.read(file), file) } : undefined;
    // Nobody is asked about a state that is gone, and nothing of it is explained.
    const told = Object.entries(options).filter(([key]) => key !== 'ask' && key !== 'inspect');
    const quiet: ScanOptions = Object.fromEntries(told);
    return (await scanApp(base.tree, root, quiet, idleMeter, accepted)).findings;
  } catch (error) {
    if (error instanceof ScanError) return [];
    throw error;
  }
}

type Accepted = Pick<Baseline, 'file' | 'entries'>;

/** The baseline of an app. @throws {ScanError} */
function acceptedIn(
  path: string,
  root: string,
  roots: readonly string[],
  { baseline }: ScanOptions,
): Accepted | undefined {
  if (baseline === false) return undefined;
  if (baseline === undefined) {
    const file = joinPath(root, baselineFileName);
    const entries = readBaseline(join(path, file), file);
    return entries && { file, entries };
  }
  if (roots.length > 1)
    throw new ScanError(
      `--baseline ${baseline}: one baseline belongs to one app, and ${path} holds ${roots.length}; scan them one by one, or give each its own ${baselineFileName}.`,
    );
  const entries = readBaseline(baseline, baseline);
  if (!entries)
    throw new ScanError(`${baseline}: there is no such baseline; write it with base44-scan baseline write.`);
  return { file: baseline, entries };
}

function assuming(app: App, assumptions: Assumptions | undefined): App {
  if (!assumptions) return app;
  const { readiness, usage, exit } = app.settings;
  const settings = {
    ...app.settings,
    readiness: { ...readiness, ...assumptions.readiness },
    ...(assumptions.complianceNeeds && { complianceNeeds: assumptions.complianceNeeds }),
    usage: { ...usage, ...assumptions.usage },
    exit: { ...exit, ...assumptions.exit },
  };
  return { ...app, settings };
}

function ruleInfo({ meta }: AnyRule): RuleInfo {
  const { name, description, limitations, cwe } = meta;
  return {
    name,
    description,
    limitations: [...limitations],
    precision: precisionOf(meta),
    cwe: cwe ?? null,
    effort: effortOf(name),
  };
}

function byFile(...lists: readonly (readonly NotChecked[])[]): NotChecked[] {
  const unique = new Map(lists.flat().map(({ file, reason }) => [`${file}\n${reason}`, { file, reason }]));
  return [...unique.values()].sort((a, b) => compare(a.file, b.file) || compare(a.reason, b.reason));
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): readonly [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
