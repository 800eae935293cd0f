import type { FileView, ResultUse, SdkCall, SinkFact } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { defineRule } from '../rule.js';
import { originOf, type Origin } from './origin.js';

interface Options {
  /** Functions that make text safe to show as HTML. */
  readonly sanitizers: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'no-unsafe-html',
    description: 'disallow showing stored or entered text as HTML without sanitising it',
    limitations: ['auth-jwt-localstorage'],
    preset: 'strict',
    since: '0.2.0',
    cwe: 'CWE-79',
    severities: ['medium', 'low'],
    precision: 'high',
    words: ['innerHTML', 'InnerHTML', 'outerHTML', 'srcDoc', 'srcdoc', 'insertAdjacentHTML', '.write'],
    related: ['no-token-in-web-storage'],
    schema: {
      type: 'object',
      properties: {
        sanitizers: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description: 'Functions that make text safe to show as HTML, beside those whose name says so.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { sanitizers: [] },

  *checkCode({ file, options }) {
    if (file.zone !== 'frontend') return;
    const around = { facts: file.facts, sanitizers: options.sanitizers, modelStates: modelStatesOf(file) };
    // The chart of the component library writes its own style sheet.
    for (const sink of file.facts.sinks) {
      if (sink.element === 'style' || sink.sandboxed || sink.stripped) continue;
      const origin = originOf(sink.value, around);
      if (origin !== 'safe') yield findingOf(sink, origin);
    }
  },
});

/** States that are set to an answer of a language model and to nothing that was read. */
function modelStatesOf({ entityCalls, sdkCalls }: FileView): ReadonlySet<number> {
  const statesOf = (calls: readonly { readonly result: ResultUse }[]) =>
    calls.flatMap(({ result }) => result.states.map(({ at }) => at));
  const isModel = ({ member }: SdkCall) => member === 'integrations.Core.InvokeLLM';
  const others = new Set([...statesOf(entityCalls), ...statesOf(sdkCalls.filter((call) => !isModel(call)))]);
  return new Set(statesOf(sdkCalls.filter(isModel)).filter((at) => !others.has(at)));
}

function findingOf(sink: SinkFact, origin: Exclude<Origin, 'safe'>): RuleFinding {
  const isPrint = sink.kind === 'document.write';
  return {
    // A print window is opened by one person for one document, a preview by who edits the text, and a model answers who
    // asked; a page shows its text to everyone who comes by.
    severity: isPrint || sink.entered || origin === 'made-here' || origin === 'model' ? 'low' : 'medium',
    confidence: origin === 'data' || origin === 'model' ? 'likely' : 'possible',
    message: messageFor(sink, origin),
    span: sink.valueSpan,
    evidence: [],
    advice: isPrint
      ? 'Escape each value that is put into the document (`&`, `<`, `>`, `"`), or fill the new window through `textContent`.'
      : 'Show it as text, or pass it through a sanitizer such as `DOMPurify.sanitize(html)` right where it is shown.',
    suggestions: [],
  };
}

function messageFor({ kind, entered }: SinkFact, origin: Origin): string {
  if (origin === 'model')
    return 'The answer of a language model becomes HTML here without being sanitised, so whoever can write what it reads can run scripts as the person who asks and take the access token out of the browser.';
  const viewers = kind === 'document.write' ? 'opens this document' : entered ? 'edits it' : 'sees it';
  return `Text becomes HTML here without being sanitised, so whoever can write it can run scripts as everyone who ${viewers} and take the access token out of their browser.`;
}
