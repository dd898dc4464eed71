import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapReadingPosition } from '#shared/drafts/map-reading-position.ts';
import { importDraft } from '../drafts-of-text.ts';

const paragraph = (index: number) => `Paragraph ${index} says something. Its figure is ${index * 7}.`;
const numbers = Array.from({ length: 40 }, (_, index) => index);

describe('the reading position in another draft', () => {
  it('a sentence that both drafts have keeps the position in it, wherever it moved', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(numbers, { minLength: 3, maxLength: 12 }),
        fc.nat(),
        fc.constantFrom('paragraph', 'figure'),
        (kept, seed, word) => {
          const from = importDraft(numbers.map(paragraph).join('\n\n'), 'en');
          const to = importDraft(kept.map(paragraph).join('\n\n'), 'en');
          const target = kept[seed % kept.length] ?? 0;
          const words = word === 'paragraph' ? `aragraph ${target} says` : `figure is ${target * 7}.`;
          expect(mapReadingPosition(from, from.text.indexOf(words), to)).toBe(to.text.indexOf(words));
        },
      ),
    );
  });

  it('where the sentence is gone, the position is beside the nearest sentence that was kept', () => {
    const from = importDraft(numbers.map(paragraph).join('\n\n'), 'en');
    const to = importDraft(
      numbers
        .filter((index) => index !== 20)
        .map(paragraph)
        .join('\n\n'),
      'en',
    );
    const at = mapReadingPosition(from, from.text.indexOf('Paragraph 20 says'), to);
    expect(to.text.slice(0, at)).toContain('Paragraph 18');
    expect(to.text.slice(at)).toContain('Paragraph 22');
  });

  it('the position is within the text, whatever the two texts are', () => {
    fc.assert(
      fc.property(fc.lorem(), fc.lorem(), fc.nat(100), (a, b, percent) => {
        const [from, to] = [importDraft(a, 'en'), importDraft(b, 'en')];
        const at = mapReadingPosition(from, Math.floor((from.text.length * percent) / 100), to);
        expect(at >= 0 && at <= to.text.length).toBe(true);
      }),
    );
  });
});
