import { verdictKeys } from '../../shared/contract/verdict-keys';
import { statusLooks, verdicts } from '../../shared/domain/verdict';
import { type CreateItem, type Item, separator } from './menu-items';

/** The Claim menu, with every verdict. */
export function createClaimMenu(item: CreateItem): Item {
  return {
    label: '&Claim',
    submenu: [
      item('Mark as claim', 'mark', 'C'),
      separator,
      ...verdicts.map((verdict) => item(statusLooks[verdict].label, verdict, verdictKeys[verdict])),
      separator,
      item('Next claim', 'nextClaim', 'J'),
      item('Previous claim', 'previousClaim', 'K'),
      separator,
      item('Note', 'note', 'Enter'),
      item('Add source…', 'addSource', 'S'),
      item('Paste as evidence', 'pasteEvidence'),
      item('Accept or add its source', 'adoptReferences', 'E'),
      item('Resize to selection', 'resize', 'R'),
      item('Tag…', 'tagClaim', 'G'),
      item('Manage tags…', 'manageTags'),
      item('Split by sentence', 'splitClaim', 'B'),
      item('Apply corrections…', 'applyCorrections'),
      item('Claims that need review', 'reviewQueue', 'Q'),
      item('Delete claim', 'deleteClaim', 'Delete'),
    ],
  };
}
