import { getTypeByStyleName } from '../../flow/style-names';
import type { RtfReader } from '../rtf-reader';
import { type Open, openAll, skip } from './open';

const ignored = [
  ...['colortbl', 'operator', 'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn'],
  ...['xe', 'tc', 'tcn', 'sp', 'sn', 'sv', 'shprslt', 'nonesttables', 'upr', 'objdata'],
];

/** The tables of a document, its properties, and what is no text (RTF 1.9.1, "Document Area"). */
export const tableDestinations: Record<string, Open> = {
  fonttbl: ({ group }) => {
    group.destination = 'fonts';
  },
  stylesheet: ({ group }) => {
    group.destination = 'styles';
  },
  info: skip,
  title: (reader) => reader.capture((text) => Object.assign(reader.properties, { title: text })),
  author: (reader) => reader.capture((text) => Object.assign(reader.properties, { creator: text })),
  generator: (reader) =>
    reader.capture((text) => {
      reader.isFromLibreOffice = text.startsWith('LibreOffice');
    }),
  ...openAll(ignored, skip),
};

/** Begins the definition of a style or font in its table. */
export function openDefinition(reader: RtfReader, isOptional: boolean): boolean {
  if (isOptional || reader.group.destination === 'fonts') {
    if (isOptional) skip(reader);
    return isOptional;
  }
  if (reader.definedStyle) return false;
  const style = { number: 0, name: '', bold: false, italic: false, outlineLevel: null, type: null };
  reader.definedStyle = style;
  reader.group.onClose = () => {
    const styleName = style.name.replace(/;.*$/s, '').trim();
    reader.styles.set(style.number, { ...style, name: styleName, type: getTypeByStyleName(styleName) });
    reader.definedStyle = null;
  };
  return false;
}
