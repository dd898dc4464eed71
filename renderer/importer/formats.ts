import { doc } from './doc/doc';
import type { Format } from './format';
import { googleZip } from './google/google-zip';
import { eml } from './mail/eml';
import { msg } from './mail/msg';
import { news } from './news/news';
import { odt } from './odt/odt';
import { pdf } from './pdf/pdf';
import { plain } from './plain';
import { rtf } from './rtf/rtf';
import { subtitles } from './subtitles/subtitles';
import { html } from './web/html';
import { mhtml } from './web/mhtml';
import { word } from './word/word';

/** All formats. The first one that matches reads the file; `plain` matches every file. */
export const formats: readonly Format[] = [
  pdf,
  odt,
  rtf,
  word,
  doc,
  googleZip,
  eml,
  msg,
  subtitles,
  news,
  mhtml,
  html,
  plain,
];
