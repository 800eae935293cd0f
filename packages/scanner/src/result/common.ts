import { limitationIds } from '@base44-lint/catalog';
import { z } from 'zod';

export const severity = z.enum(['critical', 'high', 'medium', 'low', 'info']);
export const confidence = z.enum(['certain', 'likely', 'possible']);
export const limitationId = z.enum(limitationIds);
export const count = z.int().min(0);

/** Characters of a line in an excerpt; a line of this length may have been cut. */
export const longestExcerptLine = 180;

export const position = z
  .strictObject({ line: z.int().min(1), column: z.int().min(1) })
  .describe('A place in a text; line and column start at 1, columns count UTF-16 code units.');

export const location = z
  .strictObject({
    file: z.string().describe('Path relative to the scanned path, with `/`.'),
    start: position,
    end: position.describe('First position behind the range.'),
  })
  .describe('A range in a file.');

export const placed = z
  .strictObject({ note: z.string(), location: location.nullable() })
  .describe('A fact in words, with its place where it has one.');

export const range = z
  .strictObject({ low: z.number(), high: z.number() })
  .describe('From lowest to highest; equal where there is no doubt.');

export const explanation = z
  .strictObject({
    number: z.string().describe('Which number of this section, as a path: `total.low`, `triggers[0].cost`.'),
    value: z.string().describe('The number as it is printed.'),
    formula: z.string().describe('How it follows from the facts, with their values filled in.'),
    facts: z.array(placed),
  })
  .describe('Where a number comes from.');

export type Placed = z.infer<typeof placed>;
export type Range = z.infer<typeof range>;
export type Explanation = z.infer<typeof explanation>;
export type Position = z.infer<typeof position>;
export type Location = z.infer<typeof location>;
