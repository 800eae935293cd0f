import type { Span } from '@base44-lint/model';
import type { Location } from '../result.js';
import { Positions } from './positions.js';

/** Turns a span of any file of the app into lines and columns. */
export type Locate = (file: string, span: Span) => Location;

/** @param read Text of a file of the app. Each file is read once, and only when a place in it is asked for. */
export function locator(read: (file: string) => string): Locate {
  const places = new Map<string, Positions>();
  return (file, span) => {
    let positions = places.get(file);
    if (!positions) places.set(file, (positions = new Positions(read(file))));
    return positions.locate(file, span);
  };
}
