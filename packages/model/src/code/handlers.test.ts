import { describe, expect, test } from 'vitest';
import { recogniseText } from './recognise.js';

/** How people read of the handler `run`: element, event and words. */
function read(code: string, before = ''): readonly (string | null)[] {
  const { functions } = recogniseText(`const run = () => 1;\n${before}\n${code}`, 'src/pages/Page.jsx');
  const use = functions.find(({ name }) => name === 'run')?.uses.find(({ kind }) => kind === 'handler');
  return use ? [use.element ?? null, use.event ?? null, use.label ?? null] : [];
}

describe('where a handler is set', () => {
  test.each([
    ['const a = <Button onClick={run} />;', ['Button', 'onClick', null]],
    ['const a = <Menu.Item onSelect={run} />;', ['Menu.Item', 'onSelect', null]],
    ['const a = <Ui.Menu.Item onSelect={run} />;', ['Ui.Menu.Item', 'onSelect', null]],
    ['const a = <svg:g onClick={run} />;', ['svg:g', 'onClick', null]],
    ['const a = <Box on:click={run} />;', ['Box', 'on:click', null]],
    ['const a = <Form onSubmit={form.handleSubmit(run)} />;', ['Form', 'onSubmit', null]],
    ['const a = <List>{run}</List>;', ['List', 'children', null]],
    ['const a = <>{run}</>;', [null, null, null]],
    ["addEventListener('keydown', run);", [null, 'keydown', null]],
    ["socket.on('message', run);", [null, 'message', null]],
    ['socket.on(kind, run);', [null, 'on', null]],
    ['socket.on(5, run);', [null, 'on', null]],
    ['Task.subscribe(run);', [null, 'subscribe', null]],
    ['start({ onDone: run });', [null, 'onDone', null]],
    ['socket.onmessage = run;', [null, 'onmessage', null]],
    ["socket['onopen'] = run;", [null, 'onopen', null]],
  ])('%s', (code, expected) => expect(read(code)).toEqual(expected));

  test.each(['socket.message = run;', 'start({ done: run });', 'keep.push(run);', 'run();', 'socket[name] = run;'])(
    'none: %s',
    (code) => expect(read(code)).toEqual([]),
  );
});

describe('the words on an element', () => {
  const on = (jsx: string, before?: string) => read(`const a = ${jsx};`, before)[2];

  test.each([
    ['<b onClick={run}>Save</b>', 'Save'],
    ['<b onClick={run}>\n  Save\n  all  </b>', 'Save all'],
    ["<b onClick={run}>{'Save'} all</b>", 'Save all'],
    ['<b onClick={run}>{5} all</b>', 'all'],
    ['<b onClick={run}>Save {count} rows</b>', 'Save rows'],
    ['<b onClick={run}><Icon name="x" /><i>Save</i> <u>all</u></b>', 'Save all'],
    ['<b onClick={run}><>Save</> all</b>', 'Save all'],
    ["<b onClick={run}>{busy ? 'Saving…' : 'Save'}</b>", 'Save'],
    ["<b onClick={run}>{busy ? 'Saving…' : <i>Save</i>}</b>", 'Save'],
    ["<b onClick={run}>{busy && 'Saving…'}</b>", null],
    ["<b onClick={run}>{t('save')}</b>", null],
    ['<b onClick={run} aria-label="Close" />', 'Close'],
    ['<b onClick={run} title="Close" />', 'Close'],
    ['<b onClick={run} label="Close" />', 'Close'],
    ['<b onClick={run} placeholder="Close" />', 'Close'],
    ['<b onClick={run} alt="Close" />', 'Close'],
    ['<b onClick={run} id="Close" />', null],
    ['<b onClick={run} title=" Close  it " />', 'Close it'],
    ["<b onClick={run} title={'Close'} />", null],
    ['<b onClick={run} title />', null],
    ['<b onClick={run} title="" alt="Close" />', 'Close'],
    ['<b onClick={run} {...rest} title="Close" />', 'Close'],
    ['<b onClick={run} alt="Second" title="First" />', 'First'],
    ['<b onClick={run} title="Close">Save</b>', 'Save'],
    [`<b onClick={run}>${'x'.repeat(60)}</b>`, 'x'.repeat(60)],
    [`<b onClick={run} title="Close">${'x'.repeat(61)}</b>`, null],
    [`<b onClick={run} title="${'x'.repeat(60)}" />`, 'x'.repeat(60)],
    [`<b onClick={run} title="${'x'.repeat(61)}" alt="Close" />`, 'Close'],
    [`<b onClick={run} title="Close">${'<i />'.repeat(60)}</b>`, 'Close'],
    [`<b onClick={run} title="Close">${'<i />'.repeat(61)}</b>`, null],
  ])('%s', (jsx, label) => expect(on(jsx)).toBe(label));
});

describe('what runs on each keystroke', () => {
  const typing = (jsx: string) =>
    recogniseText(`const run = () => 1; const a = ${jsx};`, 'src/pages/Page.jsx').functions[1]!.uses[0]?.typing;

  test.each([
    ['<input onChange={run} />', true],
    ['<input onInput={run} />', true],
    ['<input onKeyUp={run} />', true],
    ['<input onKeyDown={run} />', true],
    ['<input onKeyPress={run} />', true],
    ['<Textarea onValueChange={run} />', true],
    ['<TextField onChangeText={run} />', true],
    ['<SearchBar onChange={run} />', true],
    ['<CodeEditor onChange={run} />', true],
    ['<input type="text" onChange={run} />', true],
    ['<input type={kind} onChange={run} />', true],
    ['<input kind="checkbox" onChange={run} />', true],
    ['<input type="filename" onChange={run} />', true],
    ['<input {...rest} onChange={run} />', true],
    ['<input type="checkbox" onChange={run} />', undefined],
    ['<input type="datetime-local" onChange={run} />', undefined],
    ['<input onBlur={run} />', undefined],
    ['<inputs onChange={run} />', undefined],
    ['<Select onChange={run} />', undefined],
    ['<Ui.Input onChange={run} />', undefined],
    ['<input on:onChange={run} />', undefined],
    ['<input>{run}</input>', undefined],
  ])('%s: %s', (jsx, expected) => expect(typing(jsx)).toBe(expected));
});
