import { expect, test } from 'vitest';
import { formatPages } from '../../../../../shared/text/format/format-pages';

test.each([
  [[], ''],
  [[3], 'page 3'],
  [[3, 4], 'pages 3 and 4'],
  [[3, 5, 6, 7], 'pages 3 and 5–7'],
  [[1, 3, 5], 'pages 1, 3 and 5'],
  [[2, 3, 4], 'pages 2–4'],
])('the pages %j are written as “%s”', (pages, text) => {
  expect(formatPages(pages)).toBe(text);
});
