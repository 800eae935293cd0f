import type { CreditsSection } from '../../result/credits.js';
import { counted } from '../../counted.js';
import { creditWords, fitWords, middleOf, usersWords } from '../credits-words.js';
import { explanationLines, type CreditsOptions } from './credits/layout.js';
import { priceLines, savingLines, scheduleLines, serviceLines, stopLines } from './credits/parts.js';
import { projectionLines } from './credits/projection.js';
import { triggerSection } from './credits/triggers.js';
import type { Style } from './style.js';

/** What `base44-scan credits` prints. */
export function creditsLines(section: CreditsSection, options: CreditsOptions, style: Style): string[] {
  const parts = [
    projectionLines(section, options, style),
    triggerSection(section, options, style),
    scheduleLines(section, style),
    stopLines(section, options, style),
    serviceLines(section, options, style),
    savingLines(section, options, style),
    priceLines(section, options, style),
    ...(options.explain ? [explanationLines(section.explanations, style)] : []),
  ];
  return parts.filter((part) => part.length > 0).flatMap((part) => [...part, '']);
}

/** One line for the summary of a scan. */
export function creditsBrief(section: CreditsSection): string {
  const { triggers, projection, plans } = section;
  if (triggers.length === 0) return 'no trigger found that costs integration credits';
  const scenario = middleOf(section);
  const label = projection.example ? 'example: ' : '';
  return `${counted(triggers.length, 'trigger')}; ${label}${usersWords(scenario)} use ${creditWords(scenario.total)} a month, smallest plan ${fitWords(scenario.fits, plans)}`;
}
