import { describe, expect, test } from 'vitest';
import { classifyChanges } from '#shared/text-changes/classify-changes.ts';

const noStart = { before: false, after: false };
const bothStart = { before: true, after: true };

describe('material changes', () => {
  test.each([
    ['number', 'It cost 12 million.', 'It cost 21 million.', '12', '21'],
    ['number', 'It cost 12 million.', 'It cost 12 billion.', 'million', 'billion'],
    ['number', 'It cost 3.5 euros.', 'It cost 3,5 euros.', '3.5', '3,5'],
    ['number', 'some 1,000 people', 'some 1000 people', '1,000', '1000'],
    ['number', 'at -5 degrees', 'at 5 degrees', '-5', '5'],
    ['number', 'one in 12, 5 and 7', 'one in 12,5 and 7', '12, 5', '12,5'],
    ['date', 'It opened on Monday.', 'It opened on Tuesday.', 'Monday', 'Tuesday'],
    ['date', 'in March 2014', 'in April 2014', 'March', 'April'],
    ['name', 'said Ada Keld', 'said Ada Solvane', 'Keld', 'Solvane'],
    ['unit', 'rose by 5%', 'rose by 5', '%', ''],
    ['unit', 'cost €5', 'cost $5', '€', '$'],
    ['unit', 'ran 5 miles', 'ran 5 kilometres', 'miles', 'kilometres'],
    ['unit', 'at 5 PM', 'at 5 pm', 'PM', 'pm'],
    ['negation', 'It was true.', 'It was not true.', '', 'not'],
    ['negation', 'It does work.', 'It doesn’t work.', 'does', 'doesn’t'],
    ['hedge', 'It reportedly cost 5.', 'It cost 5.', 'reportedly', ''],
    ['words', 'Prices rose.', 'Prices fell.', 'rose', 'fell'],
    ['words', 'Everyone knew its name.', "Everyone knew it's name.", 'its', "it's"],
    ['words', 'we recovered it', 'we re-covered it', 'recovered', 're-covered'],
    ['hedge', 'may be true', 'maybe true', 'may be', 'maybe'],
    ['question', 'It was true.', 'It was true?', '.', '?'],
    ['quotation', 'He called it a fraud.', 'He called it “a fraud”.', '', '“'],
    ['sign', 'it fell', 'it \u202efell', '', '\u202e'],
    ['sign', 'see gsa.gov now', 'see gsa gov now', '.', ''],
    ['date', 'in May it rained', 'in may it rained', 'May', 'may'],
    ['words', '他没有说', '他有说', '没', ''],
  ])('a material change of kind %s is found: %s -> %s', (reason, before, after, removed, added) => {
    const changes = classifyChanges(before, after, bothStart);
    expect(changes).toContainEqual({ before: removed, after: added, material: true, reason });
  });

  test('as many added as removed words are classified word by word', () => {
    expect(classifyChanges('some 12 million people', 'some 21 billion people', noStart)).toEqual([
      { before: '12', after: '21', material: true, reason: 'number' },
      { before: 'million', after: 'billion', material: true, reason: 'number' },
    ]);
  });

  test('a change of case within a sentence is material', () => {
    expect(classifyChanges('the US said', 'the us said', noStart)).toMatchObject([{ material: true }]);
    expect(classifyChanges('The US. Polish it', 'The US. polish it', noStart)).toMatchObject([
      { material: true },
    ]);
  });
});

describe('immaterial changes', () => {
  test.each([
    ['spacing', 'the  rain\nfell', 'the rain fell'],
    ['spacing', 'the rain\n\nfell', 'the rain fell'],
    ['spacing', '5 %', '5%'],
    ['spacing', 'mil\u00adlion', 'million'],
    ['spacing', '10\u202f000 people', '10 000 people'],
    ['spacing', 'the\u200b rain', 'the rain'],
    ['quotes', 'it’s', "it's"],
    ['quotes', '“No”', '"No"'],
    ['quotes', '«No»', '‘No’'],
    ['dashes', 'the rain — cold — fell', 'the rain – cold – fell'],
    ['dashes', 'the rain—cold—fell', 'the rain -- cold -- fell'],
    ['dashes', 'from 1914–1918', 'from 1914-1918'],
    ['dashes', 'at −5', 'at -5'],
    ['punctuation', 'In March, it rained', 'In March it rained'],
    ['punctuation', 'It rained; it poured', 'It rained: it poured'],
    ['punctuation', 'It rained...', 'It rained…'],
    ['case', 'It rained. The sun', 'It rained; the sun'],
  ])('a change of style of kind %s is found, and no other: %s -> %s', (reason, before, after) => {
    const changes = classifyChanges(before, after, noStart);
    expect(changes.map(({ reason }) => reason)).toContain(reason);
    expect(changes.filter(({ material }) => material)).toEqual([]);
  });

  test('a change of case is immaterial only at the start of a sentence', () => {
    const starts = { before: true, after: false };
    expect(classifyChanges('Prices rose', 'prices rose', starts)).toEqual([
      { before: 'Prices', after: 'prices', material: false, reason: 'case' },
    ]);
    expect(classifyChanges('prices rose', 'Prices rose', starts)).toMatchObject([{ material: true }]);
  });

  test('canonically equivalent strings are the same text', () => {
    expect(classifyChanges('café', 'cafe\u0301', noStart)).toEqual([]);
  });
});
