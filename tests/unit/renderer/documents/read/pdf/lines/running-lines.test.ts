import { expect, test } from 'vitest';
import { namesPageNumber } from '#renderer/documents/read/pdf/lines/running-lines.ts';

test.each(['The Gull – 2 – March', 'Page 2 | The Gull', 'Seite 2 Das Blatt', '2 of 3, as of March'])(
  'a running line names its page: %s',
  (line) => {
    expect(namesPageNumber(line, 1, 3)).toBe(true);
    expect(namesPageNumber(line, 2, 3)).toBe(false);
  },
);

test.each(['Only 2 of 5 bridges are safe', 'Gulls - 2 wins in a row', 'What page 2 says', 'By 2 de 2024'])(
  'a heading with the number of its page is no running line: %s',
  (line) => {
    expect(namesPageNumber(line, 1, 3)).toBe(false);
  },
);
