import { findChildren, getAttribute, getChildValue, parseXml } from '../../../xml';
import { findRelatedParts } from '../../office-package';
import type { EditedPackage } from '../package/edited-package';

type StyleType = 'paragraph' | 'character' | 'table';

/** The id of a style by its built-in name, which is the same in every language of Word; null when the file does not have it. */
export type FindStyle = (type: StyleType, name: string) => string | null;

/** Reads the styles of a document once, to look some of them up. No style is ever added: the part keeps its bytes. */
export function readStyleIds(pkg: EditedPackage, mainPart: string): FindStyle {
  const [name] = findRelatedParts(pkg.parts, mainPart, 'styles');
  const styles = findChildren(parseXml(pkg.getPart(name ?? '')), 'style');
  const ids = new Map(
    styles.map((style) => [
      `${getAttribute(style, 'type')} ${getChildValue(style, 'name')?.toLowerCase()}`,
      getAttribute(style, 'styleId'),
    ]),
  );
  return (type, wanted) => ids.get(`${type} ${wanted.toLowerCase()}`) ?? null;
}
