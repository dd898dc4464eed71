import fc from 'fast-check';
import { hostileText, proseText } from '../arbitraries.ts';

const sentence = fc.constantFrom(
  'The tram cost 412 million euros in March. ',
  'The quay opened on Monday, said Ada Keld. ',
  'Nobody asked the harbour office about it. ',
  'It rained. ',
  '“No,” she said. ',
  '雨が降った。',
  'The fund rose by 12% after the vote, twice as much as in the year before.\n\n',
);

/** Two texts that have much in common: sentences from a short list, some of them replaced, removed, inserted or edited. */
const related = fc
  .array(fc.tuple(sentence, sentence, fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 14 })
  .map((parts) => ({
    before: parts.map(([first]) => first).join(''),
    after: parts
      .map(([first, second, how]) =>
        how === 0
          ? ''
          : how === 1
            ? second
            : how === 2
              ? first + second
              : how === 3
                ? first.replace('12', '21')
                : first,
      )
      .join(''),
  }));

/** Pairs of texts, neither of which is empty. */
export const textPairs = fc
  .oneof(
    related,
    fc.record({ before: proseText, after: proseText }),
    fc.record({ before: hostileText, after: hostileText }),
    fc.tuple(hostileText, related).map(([hostile, { before, after }]) => ({
      before: before + hostile,
      after: hostile + after,
    })),
  )
  .filter(({ before, after }) => before !== '' && after !== '');
