import { decodeText } from '../../../shared/import/text/decode-text';
import { encodeAs } from '../../unit/shared/import/text/encodings/encode-as';
import { texts } from '../../unit/shared/import/text/encodings/texts';
import { type Print, reportAtMost } from '../support/report-metrics';

/** Decodes texts of many languages in old encodings, each with and without the declaration of its encoding. */
export function measureEncodings(print: Print): void {
  const files = texts.flatMap(({ language, text, encodings }) =>
    encodings.flatMap((encoding) => {
      const bytes = encodeAs(text, encoding);
      return [[encoding], []].map((declared) => ({
        name: `${language} in ${encoding}${declared.length > 0 ? ', declared' : ''}`,
        text,
        decoded: decodeText('a.txt', bytes, declared, null),
      }));
    }),
  );
  const wrong = files.filter(({ text, decoded }) => !decoded.ok || decoded.text !== text);
  const silent = wrong.filter(({ decoded }) => decoded.ok && decoded.knownBy !== 'assumed');
  print(`Encodings (${files.length})`);
  reportAtMost(print, {
    what: 'wrong without saying what was assumed',
    value: silent.length,
    bound: 0,
    beside: wrong.length > 0 ? `wrong and said: ${wrong.map(({ name }) => name).join(', ')}` : '',
  });
}
