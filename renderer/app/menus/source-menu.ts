import { formatSourceAsText } from '../../../shared/references/claim-as-text';
import { removeSource } from '../../features/sources/source-card';
import type { MenuEntry } from '../../state/context-menu';
import { copyText } from '../../state/copy-text';
import { openLink } from '../../state/open-link';
import type { Session } from '../../state/review/session';
import { showSource } from '../../state/view/navigate';
import { showPanel } from '../../state/view/panels';
import { useReviewView } from '../../state/view/review-view';

function focusStanding(sourceId: string): void {
  showPanel('card');
  showSource(sourceId);
  // The card may not be rendered yet.
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-source-id] [role="radio"][aria-checked="true"]')?.focus(),
  );
}

/** The context menu of a source: on its row, on its card, or on evidence. */
export function createSourceMenu(session: Session, sourceId: string): MenuEntry[][] {
  const { review, readOnly } = session;
  const source = review.sources.get(sourceId);
  if (!source) return [];
  const { url, archiveUrl, confidential } = source;
  const links: MenuEntry[] = [
    ...(url === null ? [] : [{ label: 'Open link', run: () => void openLink(url) }]),
    ...(archiveUrl === null ? [] : [{ label: 'Open archived copy', run: () => void openLink(archiveUrl) }]),
  ];
  const looking: MenuEntry[] = [
    {
      label: 'Show source',
      run: () => {
        showPanel('card');
        showSource(sourceId);
      },
    },
    // A confidential source is not copied by accident.
    ...(confidential
      ? []
      : [{ label: 'Copy reference', run: () => void copyText(formatSourceAsText(source)) }]),
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
      { label: 'Withdrawn or wrong…', run: () => focusStanding(sourceId) },
    ],
    [{ label: 'Delete source', run: () => removeSource(session, source) }],
  ];
}
