import type { Readable, Writable } from 'node:stream';
import { isCancel, log, select } from '@clack/prompts';
import type { CriterionId } from '@base44-lint/catalog';
import type { Level, Settings } from '@base44-lint/model';
import { printable } from '../report/printable.js';
import type { ReadinessCriterion, ReadinessSection } from '../result/readiness.js';

/** Where to ask; the terminal unless a test says otherwise. */
export interface Console {
  readonly input?: Readable;
  readonly output?: Writable;
}

type Answers = Settings['readiness'];

/** Asks for the level of each criterion that nobody answered yet. Ctrl-C ends the questions and keeps the answers so far. */
export async function askReadiness({ criteria }: ReadinessSection, console: Console = {}): Promise<Answers> {
  const answers: Partial<Record<CriterionId, Level>> = {};
  for (const criterion of criteria.filter(({ answer }) => answer === null)) {
    const answer = await ask(criterion, console);
    if (answer === 'stop') break;
    if (answer !== 'skip') answers[criterion.id] = answer;
  }
  // Plain text, so that it can be copied.
  if (Object.keys(answers).length > 0)
    (console.output ?? process.stdout).write(
      `\nTo keep these answers, put this into base44-lint.config.jsonc:\n\n  "readiness": ${JSON.stringify(answers)}\n\n`,
    );
  return answers;
}

async function ask(
  { number, question, levels, cap, evidence }: ReadinessCriterion,
  console: Console,
): Promise<Level | 'skip' | 'stop'> {
  const [first] = evidence;
  if (first) log.message(`The export: ${printable(first.reason)}`, console);
  const answer = await select<Level | 'skip'>({
    ...console,
    message: `${number} of 8  ${question}`,
    options: [
      ...levels.map(({ level, text }) => ({
        value: level,
        label: `${level}  ${text}`,
        ...(level > cap && { hint: 'the export speaks against it' }),
      })),
      { value: 'skip' as const, label: 'I cannot say' },
    ],
  });
  return isCancel(answer) ? 'stop' : answer;
}
