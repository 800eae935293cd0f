export type * from './facts.js';
export type * from './flow.js';
export type { FunctionCall, FunctionCalls } from './function-calls.js';
export type * from './view.js';

export type { OutsideKind } from './services.js';
export { contextKeysOf } from './context-keys.js';
export type { Link, Scoped } from './link.js';
export { ParseFailure, parseFile, scopesOf } from './parse.js';
export { isOwn as isOwnModule } from './relevance.js';
export { recognise, recogniseText, type RecogniseInput } from './recognise.js';
export { children as childrenOf } from './term.js';
export { viewApp, viewFiles, type AppView, type ViewInput } from './views.js';
export { calledFunctions, sourceOf, usedNamesOf } from './used-names.js';
