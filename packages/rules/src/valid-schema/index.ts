import {
  documentKindOf,
  memberOf,
  readDocument,
  textOfNode,
  type JsonDocument,
  type SyntaxFault,
} from '@base44-lint/model';
import type { AppFinding, RuleFinding } from '../finding.js';
import { headOf, spanOf } from '../judge/document.js';
import { textIn } from '../judge/manifest.js';
import { defineRule } from '../rule.js';
import { duplicateKeys, slips } from './common-faults.js';
import { entityFaults } from './entity-faults.js';
import type { Fault } from './fault.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'valid-schema',
    description: 'require configuration files that parse and say nothing that the platform does not read',
    limitations: ['data-default-open', 'data-indexing'],
    preset: 'recommended',
    since: '0.2.0',
    severities: ['medium', 'low'],
    cwe: 'CWE-1286',
    precision: 'very-high',
    words: [],
    related: ['require-entity-rules', 'no-unmatchable-rule'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkJson({ document }) {
    const [fault] = document.faults;
    if (fault) {
      // An empty text has no place; loading the app lists the file as not checked.
      if (document.text !== '') yield syntaxFinding(document, fault);
      return;
    }
    if (document.root && document.root.type !== 'object') yield noObject(document);
    else yield* findings(document, [...duplicateKeys(document.root), ...faultsOf(document)]);
  },

  *checkApp({ app, tree }) {
    const first = new Map<string, string>();
    for (const file of tree.files) {
      if (documentKindOf(app, file) !== 'entity') continue;
      const document = readDocument(file, textIn(tree, file) ?? '', 'entity');
      const { entity } = document;
      if (!entity) continue;
      const earlier = first.get(entity.name);
      if (earlier === undefined) first.set(entity.name, file);
      else yield again(document, entity.name, earlier);
    }
  },
});

function faultsOf(document: JsonDocument): Iterable<Fault> {
  return document.kind === 'entity' ? entityFaults(document) : slips(document);
}

/** Equal faults are one finding, at the first place. */
function* findings({ file }: JsonDocument, faults: readonly Fault[]): Generator<RuleFinding> {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) groups.set(fault.key, [...(groups.get(fault.key) ?? []), fault]);
  for (const [first, ...more] of groups.values()) {
    if (!first) continue;
    const {
      severity,
      confidence,
      message,
      advice,
      node,
      suggestions = [],
      limitations = ['data-default-open'],
    } = first;
    yield {
      severity,
      confidence,
      message,
      advice,
      span: spanOf(node),
      evidence: more.slice(0, 9).map((fault) => ({ ...spanOf(fault.node), file, note: 'the same again' })),
      suggestions: more.length === 0 ? suggestions : [],
      limitations,
    };
  }
}

const consequences: Readonly<Record<JsonDocument['kind'], string>> = {
  entity: 'the rules of its entity are unknown',
  agent: 'what its agent may do is unknown',
  workflow: 'what its workflow runs is unknown',
  connector: 'what its connector may do is unknown',
  function: 'what starts its function is unknown',
  config: 'the name and visibility of the app are unknown',
  auth: 'the ways to sign in are unknown',
};

/** Only the first fault: the others are often its echoes. */
function syntaxFinding({ kind }: JsonDocument, { start, end, problem }: SyntaxFault): RuleFinding {
  return {
    severity: 'medium',
    confidence: 'certain',
    message: `${problem.charAt(0).toUpperCase()}${problem.slice(1)}, so the file cannot be read and ${consequences[kind]}.`,
    span: { start, end },
    limitations: ['data-default-open'],
    evidence: [],
    advice: 'Mend the text and scan again; nothing in this file was checked.',
    suggestions: [],
  };
}

function noObject(document: JsonDocument): RuleFinding {
  return {
    severity: 'medium',
    confidence: 'certain',
    message: `The file holds no object, so ${consequences[document.kind]}.`,
    span: headOf(document),
    limitations: ['data-default-open'],
    evidence: [],
    advice: 'Write the settings as one object in braces.',
    suggestions: [],
  };
}

function again(document: JsonDocument, name: string, earlier: string): AppFinding {
  const node = memberOf(document.root, 'name');
  return {
    file: document.file,
    severity: 'medium',
    confidence: 'certain',
    message: `\`${name}\` is declared a second time here, so it is chance which fields and rules the entity has.`,
    limitations: ['data-default-open'],
    span: textOfNode(node) && node ? spanOf(node) : headOf(document),
    evidence: [{ file: earlier, start: 0, end: 1, note: `declares ${name} first` }],
    advice: 'Keep one of the files; names of entities are taken from `name`, not from the file.',
    suggestions: [],
  };
}
