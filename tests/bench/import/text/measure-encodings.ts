import { createEncodingNotices, decodeText } from '../../../../shared/import/text/decode-text';
import { encodeAs } from '../../../unit/shared/import/text/encodings/encode-as';
import { texts } from '../../../unit/shared/import/text/encodings/texts';
import { type Print, reportAtLeast, reportAtMost } from '../../support/report-metrics';

const unicodeEncodings = ['utf-8', 'utf-16le', 'utf-16be'];

/** Every text in every encoding of its language, with its encoding declared and without, with a byte order mark and without. */
function createFiles() {
  return texts.flatMap(({ text, encodings }) => [
    ...encodings.flatMap((encoding) =>
      [[], [encoding]].map((declared) => ({ text, declared, bytes: encodeAs(text, encoding) })),
    ),
    ...unicodeEncodings.flatMap((encoding) =>
      ['', '\ufeff'].map((mark) => ({ text, declared: [], bytes: encodeAs(mark + text, encoding) })),
    ),
  ]);
}

/** Measures how many texts in old and new encodings are read right, and how many wrong without a word. */
export function measureEncodings(print: Print): void {
  const files = createFiles();
  const results = files.map(({ text, declared, bytes }) => {
    const decoded = decodeText('a.txt', bytes, declared);
    if (decoded.ok && decoded.text === text) return 'right';
    return !decoded.ok || createEncodingNotices(decoded).length > 0 ? 'said' : 'silent';
  });
  const count = (wanted: string) => results.filter((result) => result === wanted).length;
  print(`Encodings (${files.length} texts in ${texts.length} languages)`);
  reportAtMost(print, { what: 'wrong without a word', value: count('silent'), bound: 0 });
  reportAtLeast(print, {
    what: 'right, in percent',
    value: (100 * count('right')) / files.length,
    bound: 95,
  });
}
