import type { Position, Suppression, UnusedSuppression } from '../result.js';
import { takesDirectives } from './comments.js';
import { directivesAt, directivesOf, type Directive } from './directives.js';
import type { Positions } from './positions.js';

/** What comments of the scanned app may do. */
export interface CommentOptions {
  /** False in an audit: comments switch nothing off. */
  readonly count: boolean;
  /** True where a comment without a reason switches nothing off. */
  readonly needReason: boolean;
  /** True for a rule that exists. */
  readonly isRule: (name: string) => boolean;
  /** True where the verdict of a rule on a file is known, so that a comment can be called useless. */
  readonly hasJudged: (rule: string, file: string) => boolean;
}

/** The comments of one file that switch rules off, and which of them were of any use. */
export class Suppressions {
  readonly #file: string;
  readonly #positions: Positions;
  readonly #options: CommentOptions;
  readonly #hide: (words: string) => string;
  readonly #directives: readonly Directive[];
  readonly #counting: readonly Directive[];
  /** The rules that a comment switched off, or would have with a reason. */
  readonly #used = new Map<Directive, Set<string>>();

  /** @param hide makes words of the file fit to be shown */
  constructor(
    file: string,
    text: string,
    positions: Positions,
    options: CommentOptions,
    hide: (words: string) => string,
  ) {
    this.#file = file;
    this.#positions = positions;
    this.#options = options;
    this.#hide = hide;
    this.#directives = options.count ? directivesOf(file, text, positions) : [];
    this.#counting = this.#directives.filter((directive) => this.#counts(directive));
  }

  /** What switches a rule off at a place; null where nothing does. */
  at(rule: string, place: Position): Suppression | null {
    for (const directive of directivesAt(rule, place, this.#directives, this.#positions)) {
      const rules = this.#used.get(directive) ?? new Set();
      this.#used.set(directive, rules.add(rule));
    }
    const [found] = directivesAt(rule, place, this.#counting, this.#positions);
    if (!found) return null;
    const { reason, rules, span } = found;
    return {
      kind: 'comment',
      reason: reason && this.#hide(reason),
      all: rules.length === 0,
      location: this.#positions.locate(this.#file, span),
    };
  }

  /**
   * Call it after every finding of the file has been asked for. A comment that names no rule belongs to whoever lints
   * the app, so it is of interest only where it would have switched off one of ours.
   */
  unused(): UnusedSuppression[] {
    if (!takesDirectives(this.#file)) return [];
    return this.#directives
      .filter(({ kind }) => kind !== 'enable')
      .flatMap((directive) =>
        (directive.rules.length === 0 ? [''] : directive.rules).flatMap((rule) => {
          const why = this.#fault(directive, rule);
          if (why === undefined) return [];
          const reason = directive.reason && this.#hide(directive.reason);
          return [{ rule, why, reason, location: this.#positions.locate(this.#file, directive.span) }];
        }),
      );
  }

  #fault(directive: Directive, rule: string): UnusedSuppression['why'] | undefined {
    const used = this.#used.get(directive);
    if (rule === '' ? used !== undefined : used?.has(rule)) return this.#counts(directive) ? undefined : 'no-reason';
    if (rule === '') return undefined;
    if (!this.#options.isRule(rule)) return 'unknown-rule';
    return this.#options.hasJudged(rule, this.#file) ? 'nothing-found' : undefined;
  }

  #counts({ kind, reason }: Directive): boolean {
    return kind === 'enable' || reason !== null || !this.#options.needReason;
  }
}
