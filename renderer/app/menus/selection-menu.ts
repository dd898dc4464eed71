import { standingLooks, verdicts } from '../../../shared/domain/verdict';
import { giveVerdict, markSelection } from '../../features/claims/claim-steps';
import { verdictKeys } from '../../features/claims/verdict-keys';
import type { MenuEntry } from '../../state/context-menu';
import { find } from '../../state/reading/find';
import { useReviewView } from '../../state/review/review-view';
import type { Session } from '../../state/review/session';
import { commands } from '../commands';
import { copyText } from './copy-text';

/** What can be done with the words selected in the article. */
export function selectionMenu({ draft, readOnly }: Session): MenuEntry[][] {
  const { selection, current, queue } = useReviewView.getState();
  if (!selection) return [];
  const words = draft.text.slice(selection.start, selection.end);
  /** The menu had the focus meanwhile; what was selected then is meant. */
  const onSelection = (run: () => void) => () => {
    useReviewView.setState({ selection });
    run();
  };
  const marking: MenuEntry[][] = [
    [
      { label: 'Mark as claim', keys: 'C', run: onSelection(markSelection) },
      ...(current === null
        ? []
        : [{ label: 'Resize the current claim to this', keys: 'R', run: onSelection(commands.resize) }]),
    ],
    verdicts.slice(0, 3).map((verdict) => ({
      label: standingLooks[verdict].label,
      keys: verdictKeys[verdict],
      run: onSelection(() => giveVerdict(verdict)),
    })),
  ];
  const attaching = [[{ label: 'Attach the claim here', keys: 'R', run: onSelection(commands.resize) }]];
  const changing = queue ? attaching : marking;
  return [
    ...(readOnly ? [] : changing),
    [
      { label: 'Copy', keys: 'Ctrl+C', run: () => void copyText(words) },
      {
        label: 'Find in the article',
        keys: 'Ctrl+F',
        run: () => {
          find(draft, words);
          commands.find();
        },
      },
    ],
  ];
}
