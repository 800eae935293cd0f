import { loadApp, recogniseText, treeOf, usedNamesOf, viewApp } from '@base44-lint/model';
import { locator } from '../assess/locate.js';
import { summaryOf } from '../assess/summary.js';
import { linkApp } from '../link/index.js';
import type { AppSummary } from '../result.js';

/** The summary of an app that is given as files, as a scan of it would make it. */
export async function summaryFor(
  texts: Readonly<Record<string, string>>,
  unseenFiles: readonly string[] = [],
): Promise<AppSummary> {
  const tree = treeOf(texts);
  const found = loadApp(tree, '');
  const code = tree.files.filter((file) => /\.[jt]sx?$/.test(file));
  const parsed = code.map((file) => ({ facts: recogniseText(texts[file]!, file), text: texts[file]! }));
  const link = await linkApp(found, tree, new Map(parsed.map(({ facts }) => [facts.file, facts])));
  const { views, flows, functionCalls } = viewApp(parsed, found, link);
  const app = { ...found, used: usedNamesOf(views) };
  const counted = { files: tree.files.length, codeFiles: code.length, codeLines: 0, relevantFiles: views.length };
  const locate = locator((file) => tree.read(file));
  return summaryOf(app, views, counted, { locate, functionCalls, flows, unseenFiles });
}
