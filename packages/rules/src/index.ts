export * from './check.js';
export { docsUrl } from './docs-url.js';
export * from './finding.js';
export * from './generated/registry.js';
export * from './identity.js';
export * from './presets.js';
export * from './rule.js';
export { mask } from './secrets/mask.js';
