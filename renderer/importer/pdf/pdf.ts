import { refuseUnsupported } from '../../../shared/import/problems';
import type { Format } from '../format';
import { isPdf, readPdf } from './pdf-text';

export const pdf: Format = {
  fits: isPdf,
  draft: ({ origin }) => refuseUnsupported(origin.name, 'a PDF'),
  text: readPdf,
};
