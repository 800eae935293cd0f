import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTree, treeOf } from './tree.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tree-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, content: string | Uint8Array = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

describe('readTree', () => {
  it('lists files sorted, with forward slashes, without dependencies, output and dot-folders', () => {
    for (const path of [
      'src/b.js',
      'src/a.jsx',
      'node_modules/x/i.js',
      'dist/a.js',
      '.git/config',
      '.next/p.js',
      'coverage/l.js',
    ]) {
      write(path);
    }
    expect(readTree(root).files).toEqual(['src/a.jsx', 'src/b.js']);
  });

  it('keeps source folders that are only called like output', () => {
    write('src/components/vendor/List.jsx');
    write('base44/functions/build/entry.ts');
    write('vendor/lib.js');
    expect(readTree(root).files).toEqual(['base44/functions/build/entry.ts', 'src/components/vendor/List.jsx']);
  });

  it('sees an .env file that the export itself ignores', () => {
    write('.gitignore', '.env\n');
    write('.env', 'KEY=1');
    expect(readTree(root).files).toContain('.env');
  });

  it('leaves out what the caller ignores, in gitignore syntax', () => {
    write('src/a.js');
    write('legacy/b.js');
    write('src/c.gen.js');
    expect(readTree(root, { ignore: ['legacy/', '*.gen.js'] }).files).toEqual(['src/a.js']);
  });

  it('never follows links and says which ones would have shown code', () => {
    write('outside/secret.js', 'x');
    mkdirSync(join(root, 'app'));
    symlinkSync(join(root, 'outside'), join(root, 'app/linked'));
    symlinkSync(join(root, 'outside/secret.js'), join(root, 'app/secret.js'));
    symlinkSync(join(root, 'nowhere'), join(root, 'app/broken'));
    symlinkSync(join(root, 'outside'), join(root, 'app/node_modules'));
    symlinkSync('circle', join(root, 'app/circle'));
    const tree = readTree(join(root, 'app'));
    expect(tree.files).toEqual([]);
    expect(tree.notChecked.map(({ file }) => file)).toEqual(['linked', 'secret.js']);
  });

  it('does not follow a link that takes the place of a file after the walk', () => {
    write('a.js', 'const a = 1;');
    write('b.txt', 'secret');
    const tree = readTree(root);
    unlinkSync(join(root, 'a.js'));
    symlinkSync(join(root, 'b.txt'), join(root, 'a.js'));
    expect(() => tree.read('a.js')).toThrow('cannot be read (ELOOP)');
  });

  it('does not read what is not in the tree', () => {
    write('a.js');
    expect(() => readTree(root).read('../../etc/passwd')).toThrow('is not a file of this tree');
  });

  it('reports files above the size limit and still takes large lock files', () => {
    write('dump.sql', 'x'.repeat(200));
    write('src/big.js', 'x'.repeat(200));
    write('package-lock.json', ' '.repeat(200));
    const tree = readTree(root, { maxFileSize: 100 });
    expect(tree.files).toEqual(['package-lock.json']);
    expect(tree.notChecked).toEqual([
      { file: 'dump.sql', reason: 'The file is larger than 100 bytes and was not read.' },
      { file: 'src/big.js', reason: 'The file is larger than 100 bytes and was not read.' },
    ]);
  });

  it.skipIf(process.getuid?.() === 0)('reports a folder that may not be opened and reads the rest', () => {
    write('closed/a.js');
    write('open/b.js');
    chmodSync(join(root, 'closed'), 0);
    const tree = readTree(root);
    chmodSync(join(root, 'closed'), 0o755);
    expect(tree.files).toEqual(['open/b.js']);
    expect(tree.notChecked).toEqual([{ file: 'closed', reason: 'The folder cannot be read (EACCES).' }]);
  });

  it('strips a byte-order mark', () => {
    write('a.js', '\uFEFFconst a = "ü";');
    expect(readTree(root).read('a.js')).toBe('const a = "ü";');
  });

  it.each([
    ['a NUL byte', Buffer.from('a\0b'), 'is binary (it holds a NUL byte)'],
    ['Latin-1', Buffer.from([0x61, 0xfc, 0x62]), 'is not valid UTF-8'],
    ['UTF-16', Buffer.from('\uFEFFab', 'utf16le'), 'is UTF-16 text, and only UTF-8 is read'],
  ])('refuses %s with a clause that says so', (_, bytes, message) => {
    write('a.js', bytes);
    expect(() => readTree(root).read('a.js')).toThrow(message);
  });

  it('says in one line that a path is no folder', () => {
    write('file.js');
    expect(() => readTree(join(root, 'missing'))).toThrow(/missing: not a folder that can be read \(ENOENT\)\.$/);
    expect(() => readTree(join(root, 'file.js'))).toThrow(/not a folder that can be read \(ENOTDIR\)\.$/);
  });
});

describe('treeOf', () => {
  it('is a tree in memory', () => {
    const tree = treeOf({ 'b.js': '\uFEFFb', 'a.js': 'a' });
    expect(tree.files).toEqual(['a.js', 'b.js']);
    expect(tree.read('b.js')).toBe('b');
    expect(() => tree.read('c.js')).toThrow('is not a file of this tree');
  });
});
