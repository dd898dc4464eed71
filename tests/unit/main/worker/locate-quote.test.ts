import { describe, expect, test } from 'vitest';
import { locateQuote } from '#main/worker/locate-quote.ts';
import { choose, chooseExamples } from '#tests/unit/effort.ts';
import { createPages, createText, isFound } from '#tests/unit/shared/import/base/document-texts.ts';

describe('quotes that are found', () => {
  test.each([
    ['as they are', 'The tram cost 12 million.', 'cost 12 million'],
    ['over white space', 'The  tram\n\tcost\r\n 12\u00a0million', 'tram cost 12 million'],
    ['over the style of quotes', 'the “town’s” tram', 'the "town\'s" tram'],
    ['over the style of dashes', 'from 2018–2025 and −5', 'from 2018-2025 and -5'],
    ['over a word that a line end parts', 'the informa-\ntion given', 'the information given'],
    ['over a real hyphen at a line end', 'a well-\n  known tram', 'a well-known tram'],
    ['over a dash at a line end', 'the tram—\nits cost', 'the tram—its cost'],
    ['over a soft hyphen at a line end', 'the informa\u00ad\ntion given', 'the information given'],
    ['over numbers at a line end', 'from 2018-\n2025', '2018–2025'],
    ['over soft hyphens', 'the infor\u00adma\u00adtion\u200b given\ufeff', 'information given'],
    ['over ligatures', 'the ﬁrst oﬀice', 'first office'],
    ['over full width and the Kelvin sign', 'ＡＢ 5\u00a0\u212a', 'AB 5 K'],
    ['over composition', 're\u0301sume\u0301', 'résumé'],
    ['with the first letter in the other case', 'so the tram came', 'The tram'],
    ['with the first letter in the other case', 'The tram came', 'the tram'],
    ['when the quote has marks around it', 'the tram came', ' “The tram came” '],
    ['when the quote was cut at a line end itself', 'the information', 'the informa-\ntion'],
    ['when both are hyphenated at line ends', 'in-\nformation', 'informa-\ntion'],
    ['over an ellipsis', 'The tram, long awaited, came.', 'the tram … came'],
    ['over an ellipsis in brackets', 'The tram, long awaited, came.', 'the tram, [...] came'],
    ['over several', 'one two three four five six', 'one … three . . . five […] six'],
    ['over an ellipsis for nothing', 'one two', 'one … two'],
    ['over an ellipsis in the text itself', 'one ... two', 'one … two'],
    ['when only a later beginning is near enough', `one ${'x '.repeat(1_500)} one two`, 'one … two'],
    ['at a hyphen', 'the well-known tram', 'known tram'],
    ['in a script without spaces', '電車の費用は百万円だった', '費用は百万円'],
    ['in such a script over a line end', '電車の費\n用は百万円', '費用は'],
    ['before a full stop and after a bracket', '(12 million).', '12 million'],
    ['at an end of a range', '2018–2025', '2025'],
    ['after a list of numbers', 'in 2019, 12 million', '12 million'],
    ['after a year', 'in 2019 500 people', '500 people'],
    ['before a note above the line', 'the trams³ came', 'the trams'],
    ['before the mark of a genitive', 'the town’s tram', 'the town'],
  ])('a quote is found %s', (_, text, quote) => expect(isFound(text, quote)).toBe(true));
});

describe('quotes that are not found', () => {
  test.each([
    ['a longer number', 'cost 112 million', '12 million'],
    ['a longer number behind', 'cost 12', 'cost 1'],
    ['a decimal', 'cost 11.1 million', '1.1 million'],
    ['the decimals alone', 'cost 1.1 million', '1 million'],
    ['the whole of a decimal', 'costs 12.5', 'costs 12'],
    ['a decimal without a zero', 'costs .5 million', '5 million'],
    ['thousands', 'cost 12,000', '12'],
    ['the end of thousands', 'the 12,500 people', '500 people'],
    ['thousands with a space', 'the 12 500 people', '500 people'],
    ['thousands with a narrow space', 'cost 12\u202f500', 'cost 12'],
    ['thousands with an apostrophe', 'cost 12’500', 'cost 12'],
    ['a negative number', 'at −5 degrees', '5 degrees'],
    ['a power', 'some 10² times', 'some 10'],
    ['a power for a number', 'some 10² times', 'some 102 times'],
    ['a fraction', 'some 5½ times', 'some 5'],
    ['a fraction for a number', 'some ½ times', 'some 12 times'],
    ['a fraction of digits', 'some 1/2 times', '2 times'],
    ['other digits', 'some 12 times', 'some 13 times'],
    ['other case', 'they told us', 'they told US'],
    ['other case of the first word', 'us trams', 'US trams'],
    ['the beginning of a word', 'the tramway', 'the tram'],
    ['the end of a word', 'bathe tram', 'the tram'],
    ['what a word is turned round by', 'they can’t come', 'they can'],
    ['a word without its hyphen', 'to re-sign it', 'to resign it'],
    ['a word with a hyphen', 'to resign it', 'to re-sign it'],
    ['words with a hyphen for a space', 'the well known', 'the well-known'],
    ['the rest of a parted word', 'the informa-\ntion', 'tion'],
    ['an accent more', 'they resume\u0301', 'they resume'],
    ['what is too far behind an ellipsis', `one ${'x '.repeat(1_100)} two`, 'one … two'],
    ['text with the fragments in the other order', 'two one', 'one … two'],
    ['the same words twice', 'one two', 'one … two … two'],
    ['part of a word at an ellipsis', 'information given', 'infor… given'],
    ['nothing', 'a b', ' “” '],
    ['an ellipsis alone', 'a b', '…'],
  ])('a quote is not found in %s', (_, text, quote) => expect(isFound(text, quote)).toBe(false));
});

describe('the location of a quote', () => {
  test('it is a line of a text, or a page of a document with pages', () => {
    expect(locateQuote(createText('one\n\ntwo three'), 'three')).toEqual({
      state: 'found',
      page: null,
      line: 3,
    });
    expect(locateQuote(createPages('one\ntwo', '', 'three'), 'three')).toEqual({
      state: 'found',
      page: 3,
      line: null,
    });
  });
  test('it is where the quote starts', () => {
    const place = { state: 'found', page: 1, line: null };
    expect(locateQuote(createPages('the informa-', 'tion given'), 'information given')).toEqual(place);
    expect(locateQuote(createPages('the well', 'known'), 'well … known')).toEqual(place);
    expect(locateQuote(createText('a\nwell-\nknown'), 'well-known')).toMatchObject({ line: 2 });
  });
  test('it is the first of several', () => {
    expect(locateQuote(createPages('the Tram', 'the tram'), 'tram')).toMatchObject({ page: 1 });
  });
  test('a document without text is told apart from one without the quote', () => {
    expect(locateQuote({ state: 'noText' }, 'a')).toEqual({ state: 'noText' });
    expect(locateQuote(createPages('', ' \n '), 'a')).toEqual({ state: 'noText' });
    expect(locateQuote({ state: 'unreadable', why: 'No.' }, 'a')).toEqual({
      state: 'unreadable',
      why: 'No.',
    });
  });
});

describe('a large text', () => {
  const lines = choose(32_000, 320_000);
  const hay = 'The tram line cost more than the council had planned for it. \n'.repeat(lines);
  test('a text of many MB is searched in time', () => {
    expect(locateQuote(createText(`${hay}It cost 12 million.`), 'it cost 12 million')).toEqual({
      state: 'found',
      page: null,
      line: lines + 1,
    });
    expect(isFound(hay, 'the tram … 12 million')).toBe(false);
  });
  const signs = ['a-', '1 234 ', '…', 'a', ' ', '\n', '-', "'", '.', '1', '-\n', 'a\u00ad\n', '漢'];
  test.each(chooseExamples(signs, 3))('a text of %j alone is searched in time', (sign) => {
    const run = sign.repeat(Math.ceil(choose(200_000, 1_000_000) / sign.length));
    expect(['notFound', 'noText']).toContain(locateQuote(createText(run), 'b').state);
    expect(locateQuote(createText('b'), run.slice(0, 100_000)).state).toBe('notFound');
    expect(['notFound', 'noText']).toContain(locateQuote(createText(run), `${run.slice(0, 5_000)}b`).state);
  });
});
