import type { ExitSection, ExitService } from '../../result/exit.js';
import type { FileView, Place, SdkCall } from '@base44-lint/model';
import { isRecord } from '@base44-lint/model';
import { compare } from '../findings.js';
import type { ExitInput } from './input.js';

type Part = Pick<ExitInput, 'app' | 'views' | 'locate'>;

/** Services that the app's own code calls, by name; calls to addresses that only the run knows are left out. */
export function outsideServicesOf({ views, locate }: Part): ExitService[] {
  const services = new Map<string, ExitService>();
  for (const { service, kind, ownersKey, zone, file, span } of views.flatMap(({ outside }) => outside)) {
    if (service === null || zone === 'other') continue;
    const known = services.get(service);
    services.set(service, {
      name: service,
      kind: known?.kind ?? kind,
      calls: (known?.calls ?? 0) + 1,
      ownersKey: (known?.ownersKey ?? false) || ownersKey,
      first: known?.first ?? locate(file, span),
    });
  }
  return [...services.values()].sort((a, b) => compare(a.name, b.name));
}

/** Agents of the export, and agents that only the code names. */
export function agentsOf({ app, views, locate }: Part): ExitSection['agents'] {
  const files = app.agents.map(({ name, file, value }) => {
    const own = isRecord(value) ? value['name'] : undefined;
    return { name: typeof own === 'string' ? own : name, place: { file, start: 0, end: 0 } };
  });
  const named = callsOf(views, /^agents\./).flatMap((call) => {
    const [first] = call.args;
    const name = first?.t === 'object' ? first.props.find(([key]) => key === 'agent_name')?.[1] : first;
    const isName = call.member.endsWith('createConversation') || /ConnectURL$/.test(call.member);
    return isName && name?.t === 'literal' && typeof name.value === 'string'
      ? [{ name: name.value, place: placeOf(call) }]
      : [];
  });
  return namedOnce([...files, ...named], locate);
}

/** Connectors of the export, and connectors that only the code names. */
export function connectorsOf({ app, views, locate }: Part): ExitSection['connectors'] {
  const files = app.connectors.map(({ name, file, value }) => {
    const type = isRecord(value) ? value['type'] : undefined;
    return { name: typeof type === 'string' ? type : name, place: { file, start: 0, end: 0 } };
  });
  const calls = callsOf(views, /^connectors\./);
  const named = calls.flatMap((call) => {
    const [first] = call.args;
    return first?.t === 'literal' && typeof first.value === 'string'
      ? [{ name: first.value, place: placeOf(call) }]
      : [];
  });
  const all = [...files, ...named];
  const [unnamed] = all.length === 0 ? calls : [];
  return namedOnce(unnamed ? [{ name: 'named at run time', place: placeOf(unnamed) }] : all, locate);
}

/** Workflows, and what `function.jsonc` says starts a function. */
export function automationsOf({ app, locate }: Part): ExitSection['automations'] {
  const workflows = app.workflows.map(({ name, file, value }) => ({
    name: isRecord(value) && typeof value['name'] === 'string' ? value['name'] : name,
    kind: 'workflow',
    active: true,
    location: locate(file, { start: 0, end: 0 }),
  }));
  const files = new Set(app.workflows.map(({ file }) => file));
  const own = app.functions.flatMap(({ name, automations }) =>
    automations
      .filter(({ place }) => !files.has(place.file))
      .map((automation) => ({
        name: automation.name ?? name,
        kind: automation.kind,
        active: automation.active,
        location: locate(automation.place.file, automation.place),
      })),
  );
  return [...workflows, ...own].sort((a, b) => compare(a.name, b.name) || compare(a.location.file, b.location.file));
}

export function callsOf(views: readonly FileView[], member: RegExp): readonly SdkCall[] {
  return views
    .flatMap(({ sdkCalls }) => sdkCalls)
    .filter((call) => call.zone !== 'other' && call.origin === 'sdk' && member.test(call.member));
}

export function placeOf({ file, span }: Pick<SdkCall, 'file' | 'span'>): Place {
  return { file, ...span };
}

interface Named {
  readonly name: string;
  readonly place: Place;
}

/** Each name once, at its first place; files of the export come before calls. */
function namedOnce(all: readonly Named[], locate: ExitInput['locate']): ExitSection['agents'] {
  const byName = new Map<string, Named>();
  for (const one of all) if (!byName.has(one.name)) byName.set(one.name, one);
  return [...byName.values()]
    .map(({ name, place }) => ({ name, location: locate(place.file, place) }))
    .sort((a, b) => compare(a.name, b.name));
}
