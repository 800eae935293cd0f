import type { LimitationId } from '../limitation-ids.js';
import { architecture } from './architecture.js';
import { auth } from './auth.js';
import { data } from './data.js';
import { exit } from './exit.js';
import { faq } from './faq.js';
import { integration } from './integration.js';
import type { Limitation } from './limitation.js';
import { operations } from './operations.js';
import { performance } from './performance.js';
import { security } from './security.js';

/** Every limitation of the catalogue by id; the order of a report is that of `limitationIds`. */
export const limitations: Readonly<Record<LimitationId, Limitation>> = {
  ...architecture,
  ...data,
  ...auth,
  ...integration,
  ...performance,
  ...security,
  ...operations,
  ...exit,
  ...faq,
};
