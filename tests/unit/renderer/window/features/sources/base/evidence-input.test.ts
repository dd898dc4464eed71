import { describe, expect, it } from 'vitest';
import {
  canBeEvidence,
  readDroppedEvidence,
  readPastedEvidence,
} from '#renderer/window/features/sources/base/evidence-input.ts';

/** The data of a drag or of the clipboard. */
function createTransfer(data: Record<string, string>, ...names: string[]) {
  const files = names.map((name) => new File(['x'], name));
  return {
    types: [...Object.keys(data), ...(files.length > 0 ? ['Files'] : [])],
    getData: (type: string) => data[type] ?? '',
    // Enough of a `FileList` to be read like one.
    files: Object.assign(files, { item: (index: number) => files[index] ?? null }),
  };
}

describe('dropped evidence', () => {
  it('is a link if it is one, or if it is text with nothing but an address', () => {
    const link = { kind: 'link', url: 'https://harbour.example/a' };
    expect(
      readDroppedEvidence(createTransfer({ 'text/uri-list': '# a link\r\nhttps://harbour.example/a\r\n' })),
    ).toEqual(link);
    expect(readDroppedEvidence(createTransfer({ 'text/plain': ' https://harbour.example/a ' }))).toEqual(
      link,
    );
    expect(readDroppedEvidence(createTransfer({ 'text/plain': 'https://doi.org/10.1000/182' }))).toEqual({
      kind: 'link',
      url: 'doi:10.1000/182',
    });
  });

  it('is a file if it has one, unless the file only points to the dropped link', () => {
    const image = {
      'text/uri-list': 'https://harbour.example/a.png',
      'text/plain': 'https://harbour.example/a.png',
    };
    expect(readDroppedEvidence(createTransfer(image, 'a.png'))).toMatchObject({
      kind: 'files',
      files: [{ name: 'a.png' }],
    });
    expect(readDroppedEvidence(createTransfer(image, 'Harbour.url'))).toMatchObject({ kind: 'link' });
  });

  it('is a record if the text is a bibliography, and otherwise a quote', () => {
    const words = 'The ferry carried 1,203,117 passengers, see https://harbour.example.';
    expect(readDroppedEvidence(createTransfer({ 'text/plain': `\n${words}\n` }))).toEqual({
      kind: 'words',
      text: words,
    });
    expect(readDroppedEvidence(createTransfer({ 'text/plain': '@book{a, title = {One}}' }))).toMatchObject({
      kind: 'record',
    });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x'])('is never a link that runs code: %s', (url) => {
    const dropped = readDroppedEvidence(createTransfer({ 'text/uri-list': url, 'text/plain': url }));
    expect(dropped).toEqual({ kind: 'words', text: url });
  });

  it('is null without text, or for the path of a local file', () => {
    const file = 'file:///etc/passwd';
    expect(readDroppedEvidence(createTransfer({}))).toBeNull();
    expect(readDroppedEvidence(createTransfer({ 'text/plain': ' \n ' }))).toBeNull();
    expect(readDroppedEvidence(createTransfer({ 'text/uri-list': file, 'text/plain': file }))).toBeNull();
  });

  it('is recognized by its types while it is dragged', () => {
    expect(canBeEvidence(['text/html', 'text/plain'])).toBe(true);
    expect(canBeEvidence(['Files'])).toBe(true);
    expect(canBeEvidence(['application/x-layout'])).toBe(false);
  });
});

describe('pasted evidence', () => {
  it('is the text if an office program added a picture of the text', () => {
    expect(readPastedEvidence(createTransfer({ 'text/plain': 'The words' }, 'image.png'))).toEqual({
      kind: 'words',
      text: 'The words',
    });
    expect(readPastedEvidence(createTransfer({}, 'image.png'))).toMatchObject({ kind: 'files' });
  });
});
