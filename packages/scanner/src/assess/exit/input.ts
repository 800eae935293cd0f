import type { App, FileView } from '@base44-lint/model';
import type { AppSummary, Finding } from '../../result.js';
import type { Locate } from '../locate.js';
import type { Sight } from '../sight.js';

/** What the exit section is made from. */
export interface ExitInput {
  readonly app: App;
  readonly views: readonly FileView[];
  readonly findings: readonly Finding[];
  readonly sight: Sight;
  /** Which of the entities in use have a schema. */
  readonly schemas: AppSummary['schemas'];
  /** All files of the app. */
  readonly files: readonly string[];
  /** Files that could not be read or understood. */
  readonly unseenFiles: readonly string[];
  readonly locate: Locate;
}
