import { expect, test } from 'vitest';
import { collapseWhitespace } from '../../../../../shared/text/format/collapse-whitespace';

test('a text is put on one line with single spaces', () => {
  expect(collapseWhitespace(' \t The\u00a0 tram\r\n\n opened \n')).toBe('The tram opened');
  expect(collapseWhitespace(' \n ')).toBe('');
});
