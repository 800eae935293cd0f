import { exitFramework, exitWeightIds, exitWeights, exitWeightsVersion } from '@base44-lint/catalog';
import type { Settings } from '@base44-lint/model';
import type { ExitEstimate, ExitTerm } from '../../result/exit.js';
import type { Range } from '../../result/common.js';
import type { Counts } from './counts.js';
import { stepsOf } from './steps.js';

const { hours: hoursBounds, weeks: weeksBounds, cost: costBounds } = exitFramework;

/**
 * Hours, weeks and cost of a move, from counts alone: the same counts and rate give the same figures, and more of
 * anything never lowers them.
 *
 * Each count times its weight is a term; the terms add up to the sum; the sum is cut at the bounds of the framework;
 * weeks and cost lie on the straight line between the smallest and the largest migration of the framework.
 */
export function estimateOf(counts: Counts, exit: Settings['exit']): ExitEstimate {
  const terms = termsOf(counts);
  const sum = { low: total(terms.map(({ hours }) => hours.low)), high: total(terms.map(({ hours }) => hours.high)) };
  const hours = { low: Math.floor(within(sum.low)), high: Math.ceil(within(sum.high)) };
  const weeks = { low: Math.floor(onLine(hours.low, weeksBounds)), high: Math.ceil(onLine(hours.high, weeksBounds)) };
  const rate = rateOf(exit.hourlyRate, hours);
  const cost = costOf(exit.hourlyRate, hours);
  const beyond = sum.high > hoursBounds.high ? 'above' : sum.low < hoursBounds.low ? 'below' : 'within';
  const estimate = { weightsVersion: exitWeightsVersion, terms, sum, beyond, hours, weeks, cost, rate } as const;
  return { ...estimate, steps: stepsOf(estimate) };
}

function termsOf(counts: Counts): ExitTerm[] {
  return exitWeightIds
    .filter((id) => counts[id] > 0)
    .map((id) => {
      const { group, unit, units, hours } = exitWeights[id];
      const count = round(counts[id]);
      return {
        weight: id,
        group,
        what: count === 1 ? unit : units,
        count,
        hoursEach: { ...hours },
        hours: { low: round(count * hours.low), high: round(count * hours.high) },
      };
    });
}

function within(hours: number): number {
  return Math.min(hoursBounds.high, Math.max(hoursBounds.low, hours));
}

/** The value at a number of hours on the line from the smallest migration to the largest. */
function onLine(hours: number, bounds: Range): number {
  const share = (hours - hoursBounds.low) / (hoursBounds.high - hoursBounds.low);
  return bounds.low + share * (bounds.high - bounds.low);
}

/** Rounded outwards, so that rounding never narrows a range. */
const roundedTo = 100;

function costOf(hourlyRate: Settings['exit']['hourlyRate'], hours: Range): Range {
  const set = setRate(hourlyRate);
  const low = set ? hours.low * set.low : onLine(hours.low, costBounds);
  const high = set ? hours.high * set.high : onLine(hours.high, costBounds);
  return { low: Math.floor(low / roundedTo) * roundedTo, high: Math.ceil(high / roundedTo) * roundedTo };
}

/** Without a rate of the settings, what the framework's cost at these hours comes to by the hour: more hours are cheaper. */
function rateOf(hourlyRate: Settings['exit']['hourlyRate'], hours: Range): ExitEstimate['rate'] {
  const set = setRate(hourlyRate);
  if (set) return { dollars: set, source: 'settings' };
  const at = (one: number): number => round(onLine(one, costBounds) / one);
  return { dollars: { low: at(hours.high), high: at(hours.low) }, source: 'framework' };
}

function setRate(hourlyRate: Settings['exit']['hourlyRate']): Range | null {
  if (hourlyRate === undefined) return null;
  return typeof hourlyRate === 'number'
    ? { low: hourlyRate, high: hourlyRate }
    : { low: hourlyRate[0], high: hourlyRate[1] };
}

function total(numbers: readonly number[]): number {
  return round(numbers.reduce((sum, number) => sum + number, 0));
}

/** To hundredths, so that no figure shows the dust of binary fractions. */
function round(number: number): number {
  return Math.round(number * 100) / 100;
}
