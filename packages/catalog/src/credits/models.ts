/**
 * Language models by what a call costs. `automatic`: none is named, so the app's own setting decides. `flash`: small and
 * fast. `large`: the ordinary models of a generation. `frontier`: the largest.
 */
export const modelClasses = ['automatic', 'flash', 'large', 'frontier'] as const;

export type ModelClass = (typeof modelClasses)[number];

export interface Model {
  readonly class: ModelClass;
  /** `named`: a price list names it with its class. `inferred`: we put it beside its siblings. */
  readonly basis: 'named' | 'inferred';
}

/** The names that `InvokeLLM` and agents take for `model`, by the SDK's types and by what exports hold. */
export const models: Readonly<Record<string, Model>> = {
  automatic: { class: 'automatic', basis: 'named' },
  gemini_3_flash: { class: 'flash', basis: 'named' },
  gpt_5_mini: { class: 'flash', basis: 'inferred' },
  gpt_5: { class: 'large', basis: 'named' },
  gpt_5_4: { class: 'large', basis: 'named' },
  gemini_3_1_pro: { class: 'large', basis: 'inferred' },
  claude_sonnet_4_6: { class: 'large', basis: 'inferred' },
  'claude-sonnet-5': { class: 'large', basis: 'inferred' },
  claude_opus_4_6: { class: 'frontier', basis: 'named' },
  claude_opus_4_7: { class: 'frontier', basis: 'named' },
  claude_opus_4_8: { class: 'frontier', basis: 'named' },
  gpt_5_6_sol: { class: 'frontier', basis: 'named' },
};

/** The class of a model; null where no source says what it costs (`gpt_5_6_luna`, another service's name). */
export function modelClassOf(name: string): ModelClass | null {
  return Object.hasOwn(models, name) ? models[name]!.class : null;
}
