import { expect, it } from 'vitest';
import { describeFieldChanges } from '../../../../../../renderer/features/claims/card/describe-fields';
import { openSample } from '../../../../shared/reviews';

it('the title of a person is called the name, as in the form', () => {
  const context = { ...openSample(), maxQuoteLength: 80 };
  const describeTitle = (kind: 'person' | 'webPage') =>
    describeFieldChanges({ title: 'Bo' }, { title: 'Bo Keld' }, context, kind);
  expect(describeTitle('person')).toEqual(['Name changed from “Bo” to “Bo Keld”']);
  expect(describeTitle('webPage')).toEqual(['Title changed from “Bo” to “Bo Keld”']);
});
