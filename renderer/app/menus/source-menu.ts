import { sourceInWords } from '../../../shared/references/source-as-text';
import { removeSource } from '../../features/sources/card/remove-source';
import { openLink } from '../../features/sources/evidence/open-link';
import type { MenuEntry } from '../../state/context-menu';
import { showPanel } from '../../state/reading/panels';
import { showSource, useReviewView } from '../../state/review/review-view';
import type { Session } from '../../state/review/session';
import { commands } from '../commands';
import { copyText } from './copy-text';

function goToStanding(sourceId: string): void {
  showPanel('card');
  showSource(sourceId);
  // The card may come with this.
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-source-id] [role="radio"][aria-checked="true"]')?.focus(),
  );
}

/** What can be done with a source, in its row, on its card, or where it is tied to a claim. */
export function sourceMenu(session: Session, sourceId: string): MenuEntry[][] {
  const { review, readOnly } = session;
  const source = review.sources.get(sourceId);
  if (!source) return [];
  const { url, archiveUrl, confidential } = source;
  const links: MenuEntry[] = [
    ...(url === null ? [] : [{ label: 'Open link', run: () => void openLink(url) }]),
    ...(archiveUrl === null ? [] : [{ label: 'Open archived', run: () => void openLink(archiveUrl) }]),
  ];
  const looking: MenuEntry[] = [
    {
      label: 'Show source',
      run: () => {
        showPanel('card');
        showSource(sourceId);
      },
    },
    // Whoever means to give a confidential source away can still write it down.
    ...(confidential ? [] : [{ label: 'Copy reference', run: () => void copyText(sourceInWords(source)) }]),
  ];
  if (readOnly) return [links, looking];
  return [
    links,
    looking,
    [
      {
        label: 'Edit source',
        run: () => {
          showPanel('card');
          useReviewView.setState({ card: { show: 'editSource', sourceId } });
        },
      },
      { label: 'Stands, withdrawn or wrong …', run: () => goToStanding(sourceId) },
    ],
    [{ label: 'Delete source', run: () => removeSource(session, source, commands.undo) }],
  ];
}
