import type { LimitationVerdict } from '../../result.js';
import type { ReportOptions } from '../reporter.js';
import { todayOf, verdictWords } from '../words.js';
import { fit, type Style } from './style.js';

const order: readonly LimitationVerdict['verdict'][] = ['found', 'clear', 'not-checked'];

/** One line for each limitation: verdict, title, state of the platform, why. */
export function limitationLines(
  limitations: readonly LimitationVerdict[],
  options: ReportOptions,
  style: Style,
): string[] {
  const widest = Math.max(...limitations.map(({ title }) => title.length));
  const lines = order.flatMap((verdict) =>
    limitations
      .filter((limitation) => limitation.verdict === verdict)
      .map((limitation) => {
        const label = verdictWords[verdict].padEnd(11);
        const rest = fit(
          `${limitation.title.padEnd(widest)}  ${todayOf(limitation)}; ${limitation.reason}`,
          options.width && options.width - 13,
        );
        const [title, why] = [rest.slice(0, widest), rest.slice(widest)];
        return `${style.verdict(verdict, label)}  ${title}${style.dim(why)}`;
      }),
  );
  return [style.apply(['bold', 'underline'], 'Limitations of the platform'), ...lines];
}
