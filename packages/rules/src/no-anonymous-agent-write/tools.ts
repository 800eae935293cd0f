import { isRecord, memberOf, textOfNode, type App, type JsonDocument } from '@base44-lint/model';
import type { Node } from 'jsonc-parser';
import { contentOf } from '../judge/content.js';

/** Something that an agent may do on behalf of whoever talks to it. */
export interface Tool {
  readonly node: Node;
  readonly entity?: string;
  readonly function?: string;
  /** Of an entity: the writes that are allowed, worst first. */
  readonly writes: readonly Write[];
}

export type Write = 'delete' | 'update' | 'create';

const order: readonly Write[] = ['delete', 'update', 'create'];

/** The tools of an agent's file, in order; unknown shapes are left out. */
export function toolsOf({ root }: JsonDocument): readonly Tool[] {
  const configs = memberOf(root, 'tool_configs');
  return (configs?.type === 'array' ? (configs.children ?? []) : []).flatMap((node): Tool[] => {
    const entity = textOfNode(memberOf(node, 'entity_name'));
    const name = textOfNode(memberOf(node, 'function_name'));
    if (entity !== undefined) return [{ node, entity, writes: writesOf(memberOf(node, 'allowed_operations')) }];
    return name === undefined ? [] : [{ node, function: name, writes: [] }];
  });
}

function writesOf(operations: Node | undefined): readonly Write[] {
  const named = (operations?.type === 'array' ? (operations.children ?? []) : []).map(textOfNode);
  return named.includes('write') ? order : order.filter((operation) => named.includes(operation));
}

/** Anonymous visitors are let in: `"allow_anonymous_access": true`. */
export function isAnonymous({ value }: JsonDocument): boolean {
  return isRecord(value) && value['allow_anonymous_access'] === true;
}

/** Rows that visitors are meant to leave: requests, leads, messages, sign-ups. */
const inboxes =
  /(?:Lead|Request|Inquiry|Enquiry|Contact|Message|Ticket|Feedback|Question|Signup|SignUp|Subscriber|Subscription|Waitlist|Booking|Appointment|Reservation|Log|Event|Conversation|Review|Rating|Submission|Response)s?$/;

export function isInbox(entity: string): boolean {
  return inboxes.test(entity);
}

export function isSensitive(app: App, entity: string): boolean {
  const content = contentOf(app, entity);
  return entity === 'User' || content === 'secret' || content === 'personal' || content === 'owned';
}

/** Names of functions that answer and do nothing else. */
const answers =
  /^(?:get|list|fetch|find|search|lookup|look_up|check|read|show|calculate|calc|estimate|quote|suggest|recommend|answer|faq)/i;

export function onlyAnswers(name: string): boolean {
  return answers.test(name.split('/').at(-1) ?? name);
}
