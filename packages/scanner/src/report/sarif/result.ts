import type { Fix, Result, Suppression as SarifSuppression } from 'sarif';
import type { Finding } from '../../result.js';
import type { ReportOptions } from '../reporter.js';
import { reasonOf } from '../words.js';
import { limits } from './limits.js';
import { physicalLocation, withSnippets } from './location.js';
import { levelOf, ruleId } from './rules.js';
import { plain } from './text.js';

export function resultOf(
  finding: Finding,
  indexes: ReadonlyMap<string, number>,
  { repositoryPath }: ReportOptions,
): Result {
  const { suppression, lineHash, evidence, suggestions } = finding;
  return {
    ruleId: ruleId(finding.rule),
    ruleIndex: indexes.get(finding.rule) ?? -1,
    level: levelOf(finding.severity),
    message: { text: plain(`${finding.message} ${finding.advice}`) },
    locations: [{ physicalLocation: withSnippets(physicalLocation(finding.location, repositoryPath), finding) }],
    ...(evidence.length > 0 && {
      relatedLocations: evidence.slice(0, limits.related).map(({ note, location }, index) => ({
        id: index + 1,
        message: { text: plain(note) },
        physicalLocation: physicalLocation(location, repositoryPath),
      })),
    }),
    partialFingerprints: {
      ...(lineHash !== null && { primaryLocationLineHash: lineHash }),
      'base44Identity/v1': finding.identity,
    },
    ...(suppression && { suppressions: [suppressionOf(suppression, repositoryPath)] }),
    ...(suggestions.length > 0 && { fixes: suggestions.map((suggestion) => fixOf(suggestion, repositoryPath)) }),
    properties: { severity: finding.severity, confidence: finding.confidence, limitations: finding.limitations },
  };
}

/** A comment stands in the code; whatever else switches a finding off stands outside of it. */
function suppressionOf(suppression: NonNullable<Finding['suppression']>, repositoryPath: string): SarifSuppression {
  const reason = suppression.reason === null ? 'No reason given.' : plain(reasonOf(suppression));
  if (suppression.kind !== 'comment') return { kind: 'external', status: 'accepted', justification: reason };
  const location = { physicalLocation: physicalLocation(suppression.location, repositoryPath) };
  return { kind: 'inSource', status: 'accepted', justification: reason, location };
}

function fixOf({ title, edits }: Finding['suggestions'][number], repositoryPath: string): Fix {
  const files = [...new Set(edits.map(({ location }) => location.file))];
  return {
    description: { text: plain(title) },
    artifactChanges: files.map((file) => ({
      artifactLocation: physicalLocation({ ...edits[0]!.location, file }, repositoryPath).artifactLocation!,
      replacements: edits
        .filter(({ location }) => location.file === file)
        .map(({ location, text }) => ({
          deletedRegion: physicalLocation(location, repositoryPath).region!,
          ...(text !== '' && { insertedContent: { text } }),
        })),
    })),
  };
}
