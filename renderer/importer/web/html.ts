import { refuseUnsupported } from '../../../shared/import/problems';
import type { Format } from '../format';
import { isHtml, readHtml } from './html-text';

export const html: Format = {
  fits: isHtml,
  draft: ({ origin }) => refuseUnsupported(origin.name, 'a web page'),
  text: readHtml,
};
