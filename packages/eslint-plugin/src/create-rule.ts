import { sdkOf, type App } from '@base44-lint/model';
import { checkFile, docsUrl, mayConcern, type AnyRule, type CheckedFinding } from '@base44-lint/rules';
import type { Rule } from 'eslint';
import { analysisOf, oneLine, type Analysis, type Failed } from './analysis.js';
import { documentFindings, documentOf, isJsonFile } from './documents.js';
import { defaultOptions, effectiveOptions, optionsSchema, reaches } from './options.js';

type Done = Extract<Analysis, { state: 'done' }>;

/** An ESLint rule that asks `rule` about the file and reports its findings. It recognises nothing by itself. */
export function createEslintRule(rule: AnyRule): Rule.RuleModule {
  const { meta } = rule;
  return {
    meta: {
      type: 'problem',
      languages: rule.checkJson || rule.checkText ? ['js/js', 'json/json', 'json/jsonc'] : ['js/js'],
      docs: {
        description: meta.description,
        recommended: meta.preset === 'recommended',
        url: docsUrl(meta.name),
      },
      hasSuggestions: true,
      schema: optionsSchema(rule),
      defaultOptions: [defaultOptions(rule)],
      messages: {
        finding: '{{message}}',
        suggestion: '{{title}}',
        notChecked: 'This file could not be analysed ({{reason}}), so no base44 rule has checked it.',
        ruleFailed: 'The rule failed on this file ({{reason}}), so its verdict is missing here.',
      },
    },
    create(context) {
      if (isJsonFile(context.filename)) return documentListener(rule, context);
      // Most files of an export never mention Base44; a text search spares them the recognition.
      if (!rule.checkCode || !mayConcern(rule, context.sourceCode.text)) return {};
      return {
        Program() {
          const analysis = analysisOf(context);
          if (analysis.state === 'failed') reportFailure(context, analysis);
          if (analysis.state === 'done') reportAll(context, () => findingsOf(rule, analysis, context.options[0]));
        },
      };
    },
  };
}

/** Configuration files come as an empty `Program` from our parser, or as a `Document` where the config uses `@eslint/json`. */
function documentListener(rule: AnyRule, context: Rule.RuleContext): Rule.RuleListener {
  if (!rule.checkJson && !rule.checkText) return {};
  const check = () => {
    const analysis = documentOf(context);
    if (analysis.state === 'failed') reportFailure(context, analysis);
    if (analysis.state !== 'done') return;
    reportAll(context, () => {
      const options = optionsOf(rule, analysis.app, context.options[0]);
      return documentFindings(rule, analysis, options).filter((finding) => reaches(finding, options));
    });
  };
  return { Program: check, Document: check };
}

/** A rule that stumbles over one file must not end the lint run of the whole app. */
function reportAll(context: Rule.RuleContext, find: () => readonly CheckedFinding[]): void {
  let findings: readonly CheckedFinding[];
  try {
    findings = find();
  } catch (error) {
    context.report({ loc: firstPlace(context), messageId: 'ruleFailed', data: { reason: oneLine(error) } });
    return;
  }
  for (const finding of findings) report(context, finding);
}

/** Languages differ in whether columns start with 0 or 1. */
function firstPlace({ sourceCode }: Rule.RuleContext): ReturnType<typeof sourceCode.getLocFromIndex> {
  return sourceCode.getLocFromIndex(0);
}

function findingsOf(rule: AnyRule, { app, view }: Done, fromEslint: unknown): readonly CheckedFinding[] {
  const options = optionsOf(rule, app, fromEslint);
  const settings = { ...app.settings, ruleOptions: { [rule.meta.name]: options } };
  const findings = checkFile({ app, file: view, sdk: sdkOf(app, view.file), rules: [rule], settings });
  return findings.filter((finding) => reaches(finding, options));
}

function optionsOf(rule: AnyRule, { settings }: App, fromEslint: unknown): ReturnType<typeof effectiveOptions> {
  return effectiveOptions(rule, (fromEslint ?? {}) as Record<string, unknown>, settings.ruleOptions[rule.meta.name]);
}

function report(context: Rule.RuleContext, { span, message, advice, suggestions }: CheckedFinding): void {
  const { sourceCode } = context;
  context.report({
    loc: { start: sourceCode.getLocFromIndex(span.start), end: sourceCode.getLocFromIndex(span.end) },
    messageId: 'finding',
    data: { message: advice === '' ? message : `${message} ${advice}` },
    suggest: suggestions.map(({ title, edits }) => ({
      messageId: 'suggestion',
      data: { title },
      fix: (fixer) => edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text)),
    })),
  });
}

/** Once a file, by whichever rule comes first: all rules share the failure. */
function reportFailure(context: Rule.RuleContext, failure: Failed): void {
  if (failure.reported) return;
  failure.reported = true;
  context.report({ loc: firstPlace(context), messageId: 'notChecked', data: { reason: failure.reason } });
}
