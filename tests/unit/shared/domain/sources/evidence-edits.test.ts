import { describe, expect, it } from 'vitest';
import { stances } from '#shared/domain/base/evidence.ts';
import { joinLocators, joinNotes, joinQuotes, mergeEvidence } from '#shared/domain/sources/evidence-edits.ts';
import { createEvidenceFields } from '#tests/libraries/sources.ts';

describe('mergeEvidence', () => {
  it('merged evidence contains what either of the two says', () => {
    const one = createEvidenceFields({ stance: 'context', locator: 'p. 12', quote: 'closed in March' });
    const other = createEvidenceFields({ locator: 'p. 1', quote: 'in March', note: 'Rang them.' });
    expect(mergeEvidence(one, other)).toEqual(
      createEvidenceFields({ locator: 'p. 12; p. 1', quote: 'closed in March', note: 'Rang them.' }),
    );
    expect(mergeEvidence(one, createEvidenceFields({ stance: 'context' }))).toEqual(one);
    expect(mergeEvidence(createEvidenceFields(), createEvidenceFields())).toEqual(createEvidenceFields());
  });

  it('a chosen stance takes precedence over one that nobody chose, and two of those stay so', () => {
    for (const stance of stances) {
      const chosen = createEvidenceFields({ stance });
      const unchosen = { ...chosen, stance: null };
      expect(mergeEvidence(chosen, unchosen)).toEqual(chosen);
      expect(mergeEvidence(unchosen, chosen)).toEqual(chosen);
      expect(mergeEvidence(unchosen, unchosen)).toEqual(unchosen);
    }
  });

  it('evidence that contradicts, or would be too long, is not merged', () => {
    expect(mergeEvidence(createEvidenceFields(), createEvidenceFields({ stance: 'refutes' }))).toBeNull();
    const long = (character: string) => createEvidenceFields({ locator: character.repeat(1_500) });
    expect(mergeEvidence(long('a'), long('b'))).toBeNull();
  });
});

describe('joined texts', () => {
  it('a joined text contains once what both texts say', () => {
    expect(joinLocators('p. 3; p. 9', 'p. 9')).toBe('p. 3; p. 9');
    expect(joinQuotes('it closed', 'closed')).toBe('it closed');
    expect(joinQuotes('closed', 'it opened')).toBe('closed […] it opened');
    expect(joinNotes('Rang them.', ' Rang them. ')).toBe('Rang them.');
    expect(joinNotes('Nothing found.', 'No')).toBe('Nothing found.\nNo');
    expect(joinNotes('', 'Rang them.')).toBe('Rang them.');
  });
});
