/** The ways to use fewer credits that the credits article names, in its order. */
export const savingIds = [
  'test-carefully',
  'limit-ai-calls',
  'review-collaborators',
  'simplify-workflows',
  'watch-before-launch',
  'upgrade-last',
] as const;

export type SavingId = (typeof savingIds)[number];

export interface Saving {
  readonly title: string;
  /** What to do, in one or two sentences. */
  readonly advice: string;
  /** What in an app's code shows that it applies; null where no repository shows it. */
  readonly evidence: string | null;
  /** What to ask or look at, where the repository does not show it. */
  readonly ask: string | null;
}

/** In our words, after the article in `sources['integrations-article']` of 2026-06-23. */
export const savings: Readonly<Record<SavingId, Saving>> = {
  'test-carefully': {
    title: 'Test with care',
    advice:
      'Know what one click sets going before you try it again and again, and get the logic right with the paid calls left out.',
    evidence: null,
    ask: 'Who tries out paid features, how often, and against which app?',
  },
  'limit-ai-calls': {
    title: 'Make fewer AI requests',
    advice: 'Ask once and keep the answer; do without where opening or refreshing a page would ask again.',
    evidence:
      'AI requests that run without a person asking, for each element of a list, or several times for one action.',
    ask: null,
  },
  'review-collaborators': {
    title: 'Review who works in the workspace',
    advice: 'Remove people who no longer build, and let one person try out what costs credits.',
    evidence: null,
    ask: 'Who can open the app in the builder, and who tries out paid features there?',
  },
  'simplify-workflows': {
    title: 'Do less in one go',
    advice:
      'Leave out steps that nobody needs and join calls, so that one action does not set several integrations going.',
    evidence: 'One trigger that makes paid or outside calls of three or more kinds.',
    ask: null,
  },
  'watch-before-launch': {
    title: 'Measure before launch',
    advice: 'Run the main features once each and see how the balance changes, before users do it for you.',
    evidence:
      'Triggers whose cost the code alone does not settle: lists of unknown length, unpublished amounts, unknown models.',
    ask: null,
  },
  'upgrade-last': {
    title: 'Upgrade only for growth',
    advice: 'A larger plan pays for more users; first mend what spends credits without them.',
    evidence: 'Findings on repeated paid calls, polling and schedules, which a larger plan would only pay for.',
    ask: null,
  },
};
