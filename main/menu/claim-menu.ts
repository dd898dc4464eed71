import { verdicts } from '../../shared/domain/verdict';
import { type CreateItem, type Item, separator } from './menu-items';

/** The Claim menu, with every verdict. */
export function createClaimMenu(item: CreateItem): Item {
  return {
    label: '&Claim',
    submenu: [
      item('mark'),
      separator,
      ...verdicts.map(item),
      separator,
      item('nextClaim'),
      item('previousClaim'),
      separator,
      item('note'),
      item('addSource'),
      item('attachLastSource'),
      item('pasteEvidence'),
      item('adoptReferences'),
      item('resize'),
      item('tagClaim'),
      item('manageTags'),
      item('splitClaim'),
      item('applyCorrections'),
      item('reviewQueue'),
      item('deleteClaim'),
    ],
  };
}
