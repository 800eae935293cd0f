import { describe, expect, test } from 'vitest';
import { callOf } from './testing/view.js';

/** Whether an entity call in this attribute runs on each keystroke. */
const typed = (element: string) =>
  callOf(
    `import { base44 } from '@/api/base44Client';\nexport default function A() { const run = () => base44.entities.Task.list(); return ${element}; }`,
  ).execution.triggers.some(({ typing }) => typing);

describe('a handler that runs on each keystroke', () => {
  test.each([
    '<input onChange={run} />',
    '<input onChange={() => run()} />',
    '<Textarea onInput={run} />',
    '<RichTextEditor onChange={run} />',
    '<SearchBar onValueChange={run} />',
    '<TextField onChangeText={run} />',
    '<input type="text" onKeyUp={run} />',
    '<input type="search" onKeyDown={run} />',
    '<input type={kind} onChange={run} />',
  ])('%s', (element) => expect(typed(element)).toBe(true));

  test.each([
    '<input onBlur={run} />',
    '<button onChange={run} />',
    '<Select onValueChange={run} />',
    '<input type="file" onChange={run} />',
    '<input type="checkbox" onChange={run} />',
    '<input type="datetime-local" onChange={run} />',
    '<Form.Input onChange={run} />',
    '<InputLabel onChange={run} />',
    '<form onSubmit={run} />',
  ])('not %s', (element) => expect(typed(element)).toBe(false));
});
