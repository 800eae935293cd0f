import { calledFunctions, type FileView, type JsonDocument, type Place } from '@base44-lint/model';
import { firstArgument } from '../judge/call-fact.js';
import { namedIn } from '../judge/named-in.js';
import { addressesIn } from './addresses.js';
import type { FunctionNames } from './names.js';

/** A place that names a backend function. */
export interface Sighting extends Place {
  readonly name: string;
  /** Only a function of this app can be meant. */
  readonly sure: boolean;
}

/**
 * The names in a file of code that are none of the known ones.
 *
 * @param allInSight whether all files of the app were seen; else `@/functions/x` may be one of them.
 */
export function missingInCode(file: FileView, known: FunctionNames, allInSight: boolean): readonly Sighting[] {
  if (file.zone === 'other') return [];
  const called = file.sdkCalls.flatMap((call) => {
    const isVirtual = call.member !== 'functions.invoke' && call.member !== 'functions.fetch';
    const sure = call.origin === 'sdk' && (!isVirtual || allInSight);
    const span = isVirtual ? call.span : firstArgument(file.facts, call);
    return calledFunctions(call, file.facts).map((name) => ({ name, span, sure }));
  });
  return [...called, ...addressesIn(file)]
    .filter(({ name }) => !known.has(name))
    .map(({ name, span: { start, end }, sure }) => ({ file: file.file, start, end, name, sure }));
}

/** The names in an agent, a workflow or an automation that are none of the known ones. */
export function missingInDocument(document: JsonDocument, known: FunctionNames): readonly Sighting[] {
  const { kind, file } = document;
  if (kind === 'entity') return [];
  return namedIn(document, 'function_name')
    .filter(({ name }) => !known.has(name))
    .map(({ name, span: { start, end } }) => ({ file, start, end, name, sure: true }));
}
