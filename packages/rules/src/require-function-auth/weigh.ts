import type { BackendFunction } from '@base44-lint/model';
import { milder, worse } from '../judge/read-severity.js';
import type { Act, CalledAct } from './act.js';
import { isJobByName, isPublicByName, isUpheavalByName } from './subjects.js';

/** In a module that several functions share it takes a look at each to say which of them is meant to do this for everyone. */
export function ofHelper(act: Act, { execution }: CalledAct['call']): Act {
  const entries = new Set(execution.triggers.filter(({ kind }) => kind === 'serve').map(({ place }) => place.file));
  return entries.size === 1 ? act : { ...act, confidence: 'possible' };
}

/** What the function's name says about who is meant to call it. */
export function weighed(act: Act, fn: BackendFunction): Act {
  if (act.known !== 'none') return act;
  if (isUpheavalByName(fn.name) && /^(?:deletes|adds)/.test(act.does))
    return { ...act, confidence: 'likely', severity: worse(act.severity, 'medium') };
  if (isPublicByName(fn.name) && act.severity !== 'critical') {
    const once = milder(act.severity);
    return { ...act, severity: act.valuable ? once : milder(once) };
  }
  if (act.chosen) return act;
  const isStarted = fn.triggers.length > 0 || isJobByName(fn.name);
  return isStarted
    ? { ...act, confidence: 'possible', severity: worse(act.severity, 'low') === act.severity ? 'low' : act.severity }
    : act;
}
