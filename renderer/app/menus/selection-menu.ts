import { judgedVerdicts, statusLooks } from '../../../shared/domain/verdict';
import { markSelection, setCurrentVerdict } from '../../features/claims/claim-actions';
import type { MenuEntry } from '../../state/context-menu';
import { copyText } from '../../state/copy-text';
import { getKeyName, nameFixedKey } from '../../state/keys';
import type { Session } from '../../state/review/session';
import { findText } from '../../state/view/find';
import { useReviewView } from '../../state/view/review-view';
import { commands } from '../commands/commands';
import { createReadingMenu } from './reading-menu';

/** The context menu of the words selected in the article. */
export function createSelectionMenu(session: Session): MenuEntry[][] {
  const { draft, readOnly } = session;
  const { selection, currentClaimId, queue } = useReviewView.getState();
  if (!selection) return [];
  const words = draft.text.slice(selection.start, selection.end);
  // While the menu has the focus, the selection may change, so the entries restore it.
  const onSelection = (run: () => void) => () => {
    useReviewView.setState({ selection });
    run();
  };
  const marking: MenuEntry[][] = [
    [
      { label: 'Mark as claim', keys: getKeyName('mark'), run: onSelection(markSelection) },
      ...(currentClaimId === null
        ? []
        : [
            {
              label: 'Resize the current claim to this',
              keys: getKeyName('resize'),
              run: onSelection(commands.resize),
            },
          ]),
    ],
    judgedVerdicts.map((verdict) => ({
      label: statusLooks[verdict].label,
      keys: getKeyName(verdict),
      run: onSelection(() => setCurrentVerdict(verdict)),
    })),
  ];
  const attaching = [
    [{ label: 'Attach the claim here', keys: getKeyName('resize'), run: onSelection(commands.resize) }],
  ];
  const changing = queue ? attaching : [...marking, ...createReadingMenu(session, selection)];
  return [
    ...(readOnly ? [] : changing),
    [
      { label: 'Copy', keys: nameFixedKey('ctrl+c'), run: () => void copyText(words) },
      {
        label: 'Find in the article',
        keys: getKeyName('find'),
        run: () => {
          findText(draft, words);
          commands.find();
        },
      },
    ],
  ];
}
