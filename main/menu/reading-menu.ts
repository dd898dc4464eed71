import { type CreateItem, type Item, separator } from './menu-items';

/** The Reading menu: going through the sentences that were not looked at, and through spotted words. */
export function createReadingMenu(item: CreateItem): Item {
  return {
    label: '&Reading',
    submenu: [
      item('nextUnread'),
      item('previousUnread'),
      separator,
      item('dismissHere'),
      item('dismissParagraph'),
      item('reopenHere'),
      separator,
      item('nextSpot'),
      item('previousSpot'),
      item('markSpot'),
    ],
  };
}
