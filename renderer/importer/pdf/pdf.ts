import type { Format } from '../format';
import { isPdf } from './pages/open-pdf';
import { draftOfPdf } from './pdf-draft';
import { readPdf } from './text/pdf-text';

export const pdf: Format = {
  fits: isPdf,
  draft: draftOfPdf,
  text: readPdf,
};
