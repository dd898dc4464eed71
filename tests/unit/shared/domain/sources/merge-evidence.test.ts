import { describe, expect, it } from 'vitest';
import {
  joinLocators,
  joinNotes,
  joinQuotes,
  joinTies,
} from '../../../../../shared/domain/sources/merge-evidence';
import { tie } from '../../../../libraries/sources';

describe('two ties of a claim to one source', () => {
  it('become one that says what either of them says', () => {
    const one = tie({ stance: 'context', locator: 'p. 12', quote: 'closed in March' });
    const other = tie({ locator: 'p. 1', quote: 'in March', note: 'Rang them.' });
    expect(joinTies(one, other)).toEqual(
      tie({ locator: 'p. 12; p. 1', quote: 'closed in March', note: 'Rang them.' }),
    );
    expect(joinTies(one, tie({ stance: 'context' }))).toEqual(one);
    expect(joinTies(tie(), tie())).toEqual(tie());
  });

  it('stay two where they contradict each other, or a text would be longer than it may be', () => {
    expect(joinTies(tie(), tie({ stance: 'refutes' }))).toBeNull();
    const long = (sign: string) => tie({ locator: sign.repeat(1_500) });
    expect(joinTies(long('a'), long('b'))).toBeNull();
  });
});

describe('joined texts', () => {
  it('say once what both say', () => {
    expect(joinLocators('p. 3; p. 9', 'p. 9')).toBe('p. 3; p. 9');
    expect(joinQuotes('it closed', 'closed')).toBe('it closed');
    expect(joinQuotes('closed', 'it opened')).toBe('closed […] it opened');
    expect(joinNotes('Rang them.', ' Rang them. ')).toBe('Rang them.');
    expect(joinNotes('Nothing found.', 'No')).toBe('Nothing found.\nNo');
    expect(joinNotes('', 'Rang them.')).toBe('Rang them.');
  });
});
