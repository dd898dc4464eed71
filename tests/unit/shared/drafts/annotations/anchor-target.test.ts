import { describe, expect, test } from 'vitest';
import { anchorTarget } from '../../../../../shared/drafts/annotations/anchor-target';
import { prepareAnchorText } from '../../../../../shared/drafts/annotations/anchor-text';
import type { TextSelection } from '../../../../../shared/import/web-annotation/imported-annotations';

const text = 'The ferry carried 12 people. 😀 Then the ferry carried 12 people again, and “nobody” cared.';
const anchorText = prepareAnchorText(text);

function quote(exact: string, prefix = '', suffix = ''): TextSelection {
  return { kind: 'quote', exact, prefix, suffix, within: null };
}

function position(start: number, end: number, within: TextSelection | null = null): TextSelection {
  return { kind: 'position', start, end, within };
}

function anchor(selections: TextSelection[], isNarrowed = false) {
  const found = anchorTarget(anchorText, { source: 'http://a.b/c', selections, isNarrowed });
  if (found.state !== 'found') return found.state;
  return {
    words: text.slice(found.span.start, found.span.end),
    at: found.span.start,
    isExact: found.isExact,
  };
}

const second = text.lastIndexOf('12');

describe('An annotation stands', () => {
  test('on the only words that it quotes', () => {
    expect(anchor([quote('again')])).toEqual({ words: 'again', at: text.indexOf('again'), isExact: true });
  });

  test('on the words at its position, when they are those that it quotes', () => {
    const start = Array.from(text.slice(0, second)).length;
    expect(anchor([quote('12'), position(start, start + 2)])).toMatchObject({ at: second, isExact: true });
    expect(anchor([quote('12', 'carried '), position(18, 20)])).toMatchObject({ at: 18, isExact: true });
  });

  test('on the words that have the quoted text around them', () => {
    expect(anchor([quote('12', '', ' people again')])).toMatchObject({ at: second, isExact: true });
    expect(anchor([quote('12', 'the ferry carried ', '')])).toMatchObject({ at: second, isExact: true });
  });

  test('inexactly, where the text around the words changed, or only their typography fits', () => {
    expect(anchor([quote('again', 'Once ')])).toMatchObject({ words: 'again', isExact: false });
    expect(anchor([quote('12', '', ' people againX')])).toMatchObject({ at: second, isExact: false });
    expect(anchor([quote('and "nobody" cared')])).toMatchObject({
      words: 'and “nobody” cared',
      isExact: false,
    });
    expect(anchor([position(18, 20)])).toEqual({ words: '12', at: 18, isExact: false });
    expect(anchor([quote('again')], true)).toMatchObject({ isExact: false });
  });

  test('within a wider selection, and in a range', () => {
    const sentence = quote('Then the ferry carried 12 people again');
    expect(anchor([{ kind: 'quote', exact: '12', prefix: '', suffix: '', within: sentence }])).toMatchObject({
      at: second,
    });
    expect(anchor([position(9, 14, sentence)])).toMatchObject({ words: 'ferry' });
    expect(
      anchor([{ kind: 'range', start: quote('Then'), end: quote(' again'), within: null }]),
    ).toMatchObject({
      words: 'Then the ferry carried 12 people',
    });
  });

  test('on whole characters', () => {
    expect(anchor([position(29, 30)])).toMatchObject({ words: '😀' });
  });
});

test('A frequent word is found by the text around it, however often it occurs', () => {
  const many = prepareAnchorText(`${'a b '.repeat(5_000)}then a c ${'a b '.repeat(5_000)}`);
  const selections = [quote('a', 'then ', ' c')];
  expect(anchorTarget(many, { source: 'http://a.b/c', selections, isNarrowed: false })).toMatchObject({
    ...{ state: 'found', span: { start: 20_005 }, isExact: true },
  });
});

describe('An annotation has no place', () => {
  test('when its words are not there', () => {
    expect(anchor([quote('a train')])).toBe('lost');
    expect(anchor([quote('a train'), position(18, 20)])).toBe('lost');
    expect(anchor([position(80, 500)])).toBe('lost');
    expect(anchor([], true)).toBe('lost');
  });

  test('when they are there several times, and nothing tells which', () => {
    expect(anchor([quote('12')])).toBe('ambiguous');
    expect(anchor([quote('12', 'carried ', ' people')])).toBe('ambiguous');
  });

  test('when it is about no words', () => {
    expect(anchor([])).toBe('whole');
  });
});
