import { z } from 'zod';
import { severity } from '../result/common.js';

const hash = z.string().regex(/^[0-9a-f]{32}$/);
const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/** A day of the calendar, `yyyy-mm-dd`; as text, days are in order. */
const day = z.string().refine(isDay, { error: 'expected a day as yyyy-mm-dd' }).meta({ format: 'date' });

/** One accepted finding. What identifies it stands first; the rest is for people, or set by them. */
export const baselineEntry = z
  .strictObject({
    identity: hash.describe('Identity of the finding: by content, never by line.'),
    contentIdentity: hash.describe('The same without the file, for findings that move.'),
    rule: z.string().min(1),
    severity: severity.describe('The most that is accepted: a finding that grows more severe counts again.'),
    file: z.string().min(1).describe('Relative to the app, with `/`.'),
    symbol: z.string().optional().describe('Functions around the finding, outermost first; left out at top level.'),
    excerpt: z.string().describe('First line of the finding, for people. Secrets are masked.'),
    reason: z.string().min(1).optional().describe('Why the finding is accepted.'),
    expires: day.optional().describe('Last day on which the entry counts, `yyyy-mm-dd`.'),
    addedOn: day.optional().describe('Day on which the entry was written, `yyyy-mm-dd`.'),
  })
  .describe('A finding that is accepted.');

export type BaselineEntry = z.infer<typeof baselineEntry>;
