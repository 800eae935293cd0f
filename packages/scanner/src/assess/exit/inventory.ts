import type { ExitSection } from '../../result/exit.js';
import type { Use } from './uses.js';

/** What the estimate and the parts are made from: the lists of the section, and every single call of the SDK. */
export type Inventory = Pick<
  ExitSection,
  | 'entities'
  | 'functions'
  | 'sharedLines'
  | 'agents'
  | 'automations'
  | 'connectors'
  | 'signIn'
  | 'storage'
  | 'services'
  | 'dataExport'
  | 'sanity'
> & { readonly calls: readonly Use[] };
