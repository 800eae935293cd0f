import { limitationIds, limitations, type Limitation, type LimitationId } from '@base44-lint/catalog';
import type { AnyRule } from '@base44-lint/rules';
import type { Counts, Finding, LimitationVerdict } from '../result.js';
import { counted } from '../counted.js';
import { blindSpot, type Coverage } from './blind-spots.js';

/** One verdict for each limitation of the catalogue, in its order. */
export function verdictsOf(findings: readonly Finding[], coverage: Coverage): LimitationVerdict[] {
  return limitationIds.map((id) => {
    const record: Limitation = limitations[id];
    const mapped = findings.filter((finding) => finding.limitations.includes(id));
    const { since, status } = record.today;
    return {
      id,
      title: record.title,
      category: record.category,
      ...judge(id, record, mapped, coverage),
      counts: countsOf(mapped),
      today: status,
      since: since ? `${since.package} ${since.version}` : null,
      state: record.today.summary,
      checkedOn: record.today.checkedOn,
      consequence: record.consequence,
      workaround: record.workaround,
      question: record.auditorQuestion,
    };
  });
}

/** Findings by severity; suppressed ones count only as suppressed. */
export function countsOf(findings: readonly Finding[]): Counts {
  const counts: Counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0, suppressed: 0 };
  for (const { severity, suppression } of findings) counts[suppression ? 'suppressed' : severity]++;
  return counts;
}

type Judgement = Pick<LimitationVerdict, 'verdict' | 'reason'>;

function judge(id: LimitationId, record: Limitation, mapped: readonly Finding[], coverage: Coverage): Judgement {
  const weighty = mapped.filter(({ severity }) => severity !== 'info');
  if (weighty.length > 0) return { verdict: 'found', reason: foundReason(weighty) };
  const notChecked = (reason: string): Judgement => ({ verdict: 'not-checked', reason });

  if (record.visibility === 'manual') return notChecked(`An export does not show this; ask: ${record.auditorQuestion}`);
  const ran = coverage.ran.filter(({ meta }) => meta.limitations.includes(id));
  const off = coverage.off.filter(({ meta }) => meta.limitations.includes(id));
  if (off.length > 0)
    return notChecked(`${names(off)} ${off.length === 1 ? 'is' : 'are'} switched off by the settings of this app.`);
  if (ran.length === 0) return notChecked('No rule of this version covers it.');
  const blind = blindSpot(id, coverage);
  if (blind) return notChecked(blind);
  const notes = mapped.length > 0 ? ` and left ${counted(mapped.length, 'note')}` : '';
  return { verdict: 'clear', reason: `${names(ran)} ran and found nothing at low or above${notes}.` };
}

function foundReason(findings: readonly Finding[]): string {
  const files = new Set(findings.map(({ location }) => location.file)).size;
  const suppressed = findings.filter(({ suppression }) => suppression).length;
  const aside =
    suppressed === 0 ? '' : suppressed === findings.length ? ', all suppressed' : `, ${suppressed} of them suppressed`;
  return `${counted(findings.length, 'finding')} in ${counted(files, 'file')}${aside}.`;
}

/** "The rule a", "The rules a, b". */
function names(rules: readonly AnyRule[]): string {
  return `The rule${rules.length === 1 ? '' : 's'} ${rules.map(({ meta }) => meta.name).join(', ')}`;
}
