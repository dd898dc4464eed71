import type { Format } from './format';
import { pdf } from './pdf/pdf';
import { plain } from './plain';
import { html } from './web/html';
import { mhtml } from './web/page/mhtml';
import { word } from './word/word';

/** Every format there is: the first that fits reads the file. */
export const formats: readonly Format[] = [pdf, word, mhtml, html, plain];
