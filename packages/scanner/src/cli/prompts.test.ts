import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { ReadinessSection } from '../result/readiness.js';
import { askReadiness } from './prompts.js';

const levels = [0, 2, 4].map((level) => ({ level, text: `answer ${level}` }));
const criterion = (id: string, number: number, more: object = {}) => ({
  id,
  number,
  question: `What about ${id}?`,
  levels,
  cap: 4,
  answer: null,
  evidence: [],
  ...more,
});
const section = {
  criteria: [
    criterion('regulatory-compliance', 1),
    criterion('data-sensitivity', 2, { cap: 2, evidence: [{ reason: 'Contact holds phone numbers.' }] }),
    criterion('performance', 4, { answer: 3 }),
    criterion('availability', 5),
  ],
} as unknown as ReadinessSection;

const [down, enter, interrupt] = ['\u001B[B', '\r', '\u0003'];

/** Answers with these keys, one after the other, and gives back the answers and what was on the screen. */
async function answering(...keys: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let screen = '';
  output.setEncoding('utf8').on('data', (text: string) => (screen += text));
  const typing = setInterval(() => (pending.length > 0 ? input.write(pending.shift()) : clearInterval(typing)), 20);
  const pending = [...keys];
  const answers = await askReadiness(section, { input, output });
  clearInterval(typing);
  return { answers, screen };
}

test('asks for what nobody answered, and says what to put into the settings', async () => {
  const { answers, screen } = await answering(down, enter, down, enter, down, down, enter);
  expect(answers).toEqual({
    readiness: { 'regulatory-compliance': 2, 'data-sensitivity': 2, availability: 4 },
    complianceNeeds: [],
  });
  expect(screen).toContain('What about regulatory-compliance?');
  expect(screen).toContain('The export: Contact holds phone numbers.');
  expect(screen).not.toContain('What about performance?');
  expect(screen).toContain('"readiness": {"regulatory-compliance":2,"data-sensitivity":2,"availability":4},');
});

test('leaves a criterion open that the person cannot speak to', async () => {
  const { answers } = await answering(down, down, down, enter, enter, enter);
  expect(answers).toEqual({ readiness: { 'data-sensitivity': 0, availability: 0 }, complianceNeeds: [] });
});

test('keeps the answers so far when the person stops', async () => {
  expect((await answering(down, enter, interrupt)).answers).toEqual({
    readiness: { 'regulatory-compliance': 2 },
    complianceNeeds: [],
  });
  expect((await answering(interrupt)).answers).toEqual({ readiness: {}, complianceNeeds: [] });
});

test('asks which framework rules the platform out, since one of them no longer does', async () => {
  const { answers, screen } = await answering(enter, down, down, ' ', enter, interrupt);
  expect(answers).toEqual({ readiness: { 'regulatory-compliance': 0 }, complianceNeeds: ['soc2'] });
  expect(screen).toContain('"complianceNeeds": ["soc2"],');
});
