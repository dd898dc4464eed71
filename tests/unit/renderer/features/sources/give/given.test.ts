import { describe, expect, it } from 'vitest';
import { canBeGiven, readDropped, readPasted } from '../../../../../../renderer/features/sources/give/given';

/** What a drag or the clipboard holds. */
function transfer(data: Record<string, string>, ...names: string[]) {
  const files = names.map((name) => new File(['x'], name));
  return {
    types: [...Object.keys(data), ...(files.length > 0 ? ['Files'] : [])],
    getData: (type: string) => data[type] ?? '',
    // A list of files is all that is read of a `FileList`.
    files: Object.assign(files, { item: (index: number) => files[index] ?? null }),
  };
}

describe('what is dropped', () => {
  it('is a link when it is one, or a text that is an address and nothing else', () => {
    const link = { kind: 'link', url: 'https://harbour.example/a' };
    expect(readDropped(transfer({ 'text/uri-list': '# a link\r\nhttps://harbour.example/a\r\n' }))).toEqual(
      link,
    );
    expect(readDropped(transfer({ 'text/plain': ' https://harbour.example/a ' }))).toEqual(link);
    expect(readDropped(transfer({ 'text/plain': 'https://doi.org/10.1000/182' }))).toEqual({
      kind: 'link',
      url: 'doi:10.1000/182',
    });
  });

  it('is a file before anything that comes with it, unless the file only points to the link', () => {
    const beside = {
      'text/uri-list': 'https://harbour.example/a.png',
      'text/plain': 'https://harbour.example/a.png',
    };
    expect(readDropped(transfer(beside, 'a.png'))).toMatchObject({
      kind: 'files',
      files: [{ name: 'a.png' }],
    });
    expect(readDropped(transfer(beside, 'Harbour.url'))).toMatchObject({ kind: 'link' });
  });

  it('is a record of a bibliography or else a quote', () => {
    const words = 'The ferry carried 1,203,117 passengers, see https://harbour.example.';
    expect(readDropped(transfer({ 'text/plain': `\n${words}\n` }))).toEqual({ kind: 'words', text: words });
    expect(readDropped(transfer({ 'text/plain': '@book{a, title = {One}}' }))).toMatchObject({
      kind: 'record',
    });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x'])('is no link where it could run: %s', (url) => {
    const dropped = readDropped(transfer({ 'text/uri-list': url, 'text/plain': url }));
    expect(dropped).toEqual({ kind: 'words', text: url });
  });

  it('is nothing when there is nothing to give', () => {
    const file = 'file:///etc/passwd';
    expect(readDropped(transfer({}))).toBeNull();
    expect(readDropped(transfer({ 'text/plain': ' \n ' }))).toBeNull();
    expect(readDropped(transfer({ 'text/uri-list': file, 'text/plain': file }))).toBeNull();
  });

  it('is known by its types while it is dragged', () => {
    expect(canBeGiven(['text/html', 'text/plain'])).toBe(true);
    expect(canBeGiven(['Files'])).toBe(true);
    expect(canBeGiven(['application/x-layout'])).toBe(false);
  });
});

describe('what is pasted', () => {
  it('is the words where an office program put a picture of them beside them', () => {
    expect(readPasted(transfer({ 'text/plain': 'The words' }, 'image.png'))).toEqual({
      kind: 'words',
      text: 'The words',
    });
    expect(readPasted(transfer({}, 'image.png'))).toMatchObject({ kind: 'files' });
  });
});
