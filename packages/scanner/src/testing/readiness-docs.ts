import {
  criterionIds,
  decisionTree,
  extensiveHardeningIds,
  hardeningEffort,
  hardeningIds,
  hoursPerWeek,
  readinessBands,
  readinessCriteria,
  readinessPositions,
  readinessScenarios,
  rereadings,
  workItems,
  type Criterion,
  type WorkId,
} from '@base44-lint/catalog';
import { readinessOf } from '../assess/readiness/index.js';
import { readinessBrief, readinessLines } from '../report/terminal/readiness.js';
import { Style } from '../report/terminal/style.js';
import { client, entity, readinessInput } from './readiness.js';

/** The parts of docs/readiness.md that must not drift from the catalogue and the reports, by their names in the page. */
export const blocks: Readonly<Record<string, () => string>> = {
  criteria: () => criterionIds.map((id) => criterion(readinessCriteria[id])).join('\n\n'),
  tree: () =>
    decisionTree
      .map(
        ({ zero, totals, text }, index) =>
          `${index + 1}. ${zero ? `\`${zero}\` at 0` : `Total ${span(totals!)}`}: ${text}`,
      )
      .join('\n'),
  bands: () => readinessBands.map(({ totals, text }) => `- ${span(totals)}: ${text}.`).join('\n'),
  positions: () => {
    const { readyFor, notReadyFor, grayZone } = readinessPositions;
    return [
      ['Ready for', readyFor],
      ['Not ready for', notReadyFor],
      ['In between', grayZone],
    ]
      .map(
        ([title, list]) =>
          `**${title as string}**\n\n${(list as readonly string[]).map((one) => `- ${one}`).join('\n')}`,
      )
      .join('\n\n');
  },
  hardening: () => items(hardeningIds),
  extensive: () => items(extensiveHardeningIds),
  effort: () =>
    Object.values(hardeningEffort)
      .map(({ weeks, text }, index) => `- ${Object.keys(hardeningEffort)[index]}: ${text}, ${hours(weeks)} hours`)
      .join('\n'),
  scenarios: () =>
    readinessScenarios
      .map(
        ({ id, app, total, conclusion, verdict, difference }) =>
          `- **${id}.** ${app}. ${total === null ? 'No total' : `Total ${total}`}; the article: ${conclusion}. The tree: \`${verdict}\`.${difference ? ` ${difference}` : ''}`,
      )
      .join('\n'),
  today: () =>
    rereadings
      .map(
        ({ criterion: id, level, becomes, limitation, member, text }) =>
          `- \`${id}\` ${level}, by \`${limitation}\`: reads as ${becomes} once lifted${member ? `, which takes \`${member}\` in the SDK of the app` : ''}. ${text}`,
      )
      .join('\n'),
  terminal: () => fenced(sample().lines),
  brief: () => fenced([sample().brief]),
};

function criterion({ number, id, title, question, levels, why, limits }: Criterion): string {
  return [
    `### ${number}. ${title} (\`${id}\`)`,
    question,
    levels.map(({ level, text }) => `- ${level}: ${text}`).join('\n'),
    limits ? `${why} Below ${limits.workableFrom}: ${limits.text}` : why,
  ].join('\n\n');
}

function items(ids: readonly WorkId[]): string {
  return ids.map((id) => `- \`${id}\`: ${workItems[id].text}. ${workItems[id].ask}`).join('\n');
}

function span([from, to]: readonly [number, number]): string {
  return `${from} to ${to}`;
}

function hours([low, high]: readonly [number, number]): string {
  return low === high ? String(low * hoursPerWeek) : span([low * hoursPerWeek, high * hoursPerWeek]);
}

function fenced(lines: readonly string[]): string {
  return `\`\`\`text\n${lines.map((line) => line.trimEnd()).join('\n')}\n\`\`\``;
}

/** A small app: contacts, a chat that is followed live, and an owner who has answered half of the questions. */
function sample(): { readonly lines: readonly string[]; readonly brief: string } {
  const chat = `${client}import { useEffect } from 'react';
export default function Chat() { useEffect(() => base44.entities.ChatMessage.subscribe(show), []); return null; }`;
  const section = readinessOf(
    readinessInput(
      { ...entity('Contact', ['full_name', 'phone']), 'src/pages/Chat.jsx': chat },
      {
        answers: { 'regulatory-compliance': 4, 'user-concurrency': 2, availability: 3, realtime: 3 },
        migration: { hours: { low: 120, high: 300 }, cost: { low: 12_000, high: 30_000 } },
      },
    ),
  );
  const all = readinessLines(section, { all: false, width: 100 }, new Style(false));
  const end = all.indexOf('Hardening');
  const stay = all.indexOf('Stay or leave');
  return { lines: [...all.slice(0, end), '…', '', ...all.slice(stay)], brief: readinessBrief(section) };
}
