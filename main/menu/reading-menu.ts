import { type CreateItem, type Item, separator } from './menu-items';

/** The Reading menu: going through the sentences that nobody looked at, and through spotted words. */
export function createReadingMenu(item: CreateItem): Item {
  return {
    label: '&Reading',
    submenu: [
      item('Next unread sentence', 'nextUnread', 'N'),
      item('Previous unread sentence', 'previousUnread', 'Shift+N'),
      separator,
      item('Nothing to check here', 'dismissHere', 'Space'),
      item('Nothing to check in the rest of the paragraph', 'dismissParagraph', 'B'),
      item('Check this after all', 'reopenHere'),
      separator,
      item('Next spotted words', 'nextSpot', '.'),
      item('Previous spotted words', 'previousSpot', ','),
      item('Mark spotted words as claim', 'markSpot'),
    ],
  };
}
