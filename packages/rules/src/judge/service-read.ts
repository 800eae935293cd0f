import type { App, EntityCall } from '@base44-lint/model';
import { contentOf } from './content.js';
import { accessFor, ruleStateOf } from './entity.js';
import { isPublicByIntent } from './reader.js';
import { milder, serviceRead, userRead, worse, type Content, type Reader } from './read-severity.js';
import type { Severity } from '../finding.js';

/**
 * How bad it is that a service-role read of an entity's rows, without a condition that keeps any apart, goes back to the
 * caller. Null where it is harmless.
 */
export function serviceReadSeverity(app: App, call: EntityCall, name: string | null, reader: Reader): Severity | null {
  const content = contentBehind(app, call, name);
  const severity = atMost(serviceRead[reader][content], openTo(app, call, name, reader, content));
  if (!severity) return null;
  const shown = call.result.responded === 'projected' ? milder(severity) : severity;
  // A name says what is meant; personal data behind a public name is the leak itself.
  const isMeant = isPublicByIntent(app, call) && (content === 'owned' || content === 'plain');
  return isMeant && worse(shown, 'low') === shown ? 'low' : shown;
}

/** What the same caller could read with a client of their own, where the rules are open; null where they are not. */
function openTo(app: App, call: EntityCall, name: string | null, reader: Reader, content: Content): Severity | null {
  const access = accessFor(app, call, name, 'read');
  const mayRead = ruleStateOf(access) === 'open' && (reader !== 'public' || app.visibility === 'public');
  return mayRead ? userRead.open[app.visibility === 'public' ? 'public' : 'signed-in'][content] : null;
}

/** The service role adds nothing where the rules are open to the same caller. */
function atMost(severity: Severity | null, limit: Severity | null): Severity | null {
  return severity && limit && worse(severity, limit) === severity ? limit : severity;
}

/** Rows that the entity's rules keep to their owner or to a role are somebody's, whatever their fields say. */
function contentBehind(app: App, call: EntityCall, name: string | null): Content {
  const content = contentOf(app, name);
  if (content !== 'plain' && content !== 'reference') return content;
  if (ruleStateOf(accessFor(app, call, name, 'read')) !== 'closed') return content;
  return content === 'plain' ? 'owned' : 'plain';
}
