import { makePdf, streamOf } from '../../../unit/renderer/importer/make-pdf';

const form = '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources';

/** Makes a PDF that takes practically for ever to read: twelve forms, each of which draws the next one twelve times. */
export function makeEndlessPdf(): Uint8Array<ArrayBuffer> {
  const forms = Array.from({ length: 12 }, (_, index) =>
    index === 11
      ? streamOf('BT /F 12 Tf 50 700 Td (a) Tj ET', `${form} << /Font << /F 4 0 R >> >>`)
      : streamOf('/X Do '.repeat(12), `${form} << /XObject << /X ${12 + index} 0 R >> >>`),
  );
  return makePdf({ pages: [], contents: ['/X Do'], more: forms });
}
