import type { Readable, Writable } from 'node:stream';
import { complianceNeeds, type CriterionId } from '@base44-lint/catalog';
import type { Level } from '@base44-lint/model';
import { isCancel, log, multiselect, select } from '@clack/prompts';
import { printable } from '../report/printable.js';
import type { Answers } from '../scan.js';
import type { ReadinessCriterion, ReadinessSection } from '../result/readiness.js';

/** Where to ask; the terminal unless a test says otherwise. */
export interface Console {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** Asks for the level of each criterion that nobody answered yet. Ctrl-C ends the questions and keeps the answers so far. */
export async function askReadiness({ criteria }: ReadinessSection, console: Console = {}): Promise<Answers> {
  const readiness: Partial<Record<CriterionId, Level>> = {};
  let needs: Answers['complianceNeeds'] = [];
  for (const criterion of criteria.filter(({ answer }) => answer === null)) {
    const answer = await ask(criterion, console);
    if (answer === 'stop') break;
    if (answer === 'skip') continue;
    readiness[criterion.id] = answer;
    if (criterion.id === 'regulatory-compliance' && answer === 0) needs = await askNeeds(console);
  }
  const answers: Answers = { readiness, complianceNeeds: needs };
  // Plain text, so that it can be copied.
  if (Object.keys(readiness).length > 0)
    (console.output ?? process.stdout).write(
      `\nTo keep these answers, put this into base44-lint.config.jsonc:\n\n${entries(answers)}\n\n`,
    );
  return answers;
}

/** The lowest level reads differently today for some frameworks. */
async function askNeeds(console: Console): Promise<Answers['complianceNeeds']> {
  const names = { hipaa: 'HIPAA', pci: 'PCI Level 1', soc2: 'SOC 2' };
  const chosen = await multiselect({
    ...console,
    message: 'Which of these must it satisfy?',
    options: complianceNeeds.map((value) => ({ value, label: names[value] })),
    required: false,
  });
  return isCancel(chosen) ? [] : chosen;
}

/** The answers as lines of the settings file. */
function entries(answers: Answers): string {
  return Object.entries(answers)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([key, value]) => `  "${key}": ${JSON.stringify(value)},`)
    .join('\n');
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
