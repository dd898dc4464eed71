import { findChild, getChildValue } from '../../../xml';
import { readToggle } from '../../document/styles';

/** Content controls whose content programs replace: they choose, compute or fetch it (ECMA-376, part 1: 17.5.2). */
const replacedContent = [
  'dataBinding',
  'dropDownList',
  'comboBox',
  'date',
  'picture',
  'checkbox',
  'citation',
];

/** Whether the content of a content control (`sdt`) is its own, so that a comment in it stays. */
export function isOpenControl(control: Element): boolean {
  const properties = findChild(control, 'sdtPr');
  return (
    readToggle(properties, 'showingPlcHdr') !== true &&
    replacedContent.every((name) => findChild(properties, name) === null)
  );
}

/** Whether the content of a content control may not be edited (17.5.2.23). */
export function isContentLocked(control: Element): boolean {
  return /^(contentLocked|sdtContentLocked)$/.test(getChildValue(findChild(control, 'sdtPr'), 'lock') ?? '');
}
