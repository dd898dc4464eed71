import type { Format } from '../format';
import { isPdf } from './open-pdf';
import { draftOfPdf } from './pdf-draft';
import { readPdf } from './pdf-text';

export const pdf: Format = {
  fits: isPdf,
  draft: draftOfPdf,
  text: readPdf,
};
