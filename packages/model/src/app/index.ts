export { operations } from './access.js';
export { fieldOperators } from './condition-row.js';
export { findApps } from './discover.js';
export { documentKindOf, readDocument, withDocument, type DocumentKind, type JsonDocument } from './documents.js';
export { jsonComments, type JsonComment } from './json-comments.js';
export { isRecord, memberOf, nodeAt, parseJson, placeOf, propertyOf, textOfNode, valueOf } from './json.js';
export { accessOf, emptyApp, filesOf, loadApp } from './load.js';
export {
  ConfigError,
  configFileName,
  configJsonSchema,
  defaultSettings,
  parseSettings,
  readSettings,
} from './settings.js';
export type { SyntaxFault } from './syntax-faults.js';
export { joinPath, relativeTo } from './paths.js';
export { rhythmOf, type Rhythm } from './rhythm.js';
export { inferTenants, type ContextKey } from './tenants.js';
export {
  decode,
  defaultMaxFileSize,
  isInTree,
  isTextFile,
  readTree,
  treeOf,
  type ReadTree,
  type ReadTreeOptions,
} from './tree.js';
export { ModuleMentions } from './unimported.js';
export { wordsOf } from './words.js';
export { belongsTo, functionOf, sdkOf, zoneOf } from './zones.js';
