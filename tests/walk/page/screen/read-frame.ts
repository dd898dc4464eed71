import type { PageTools } from '../tools/page-tools';

/** Which screen is shown, and what its bars and dialogs say. */
export interface FrameState {
  kind: 'article' | 'queue' | 'library' | 'other';
  /** The title of the dialog that is open. */
  dialog: string | null;
  /** The name of the draft in the title bar. */
  draft: string | null;
  statusBar: string;
  /** The list whose tab is selected. */
  list: 'claims' | 'sources';
  /** How many claims need the reviewer, by the banner above the article or the title of the queue; null where neither is shown. */
  queueCount: number | null;
  /** The notices that are no errors, with the labels of their buttons. */
  notices: { text: string; buttons: string[] }[];
}

/** Runs in the window, where it is sent as source text. */
export function readFrame({
  collapseWhitespace,
  findAll,
  findVisible,
  findArticleText,
}: PageTools): FrameState {
  const queue = document.querySelector('section[aria-label^="Claims of draft"]');
  const readKind = () => {
    if (queue) return 'queue';
    if (findArticleText()) return 'article';
    return document.querySelector('main li, main section') ? 'library' : 'other';
  };

  const dialog = findVisible('[role="dialog"], [role="alertdialog"]').at(-1);
  // In a narrow window the button exists and is hidden.
  const draft = findAll('header button')
    .map(({ textContent }) => collapseWhitespace(textContent))
    .find((name) => /^Draft \d+$/.test(name));
  const statusBar = findAll('footer').find((footer) => !footer.closest('main'));
  const tab = document.querySelector('[role="tab"][aria-selected="true"]');

  const announcements = [queue?.querySelector('h1'), ...findAll('main [role="status"] p')].map((element) =>
    collapseWhitespace(element?.textContent),
  );
  const [queueCount] = announcements.flatMap(
    (text) => /(\d+) claims?( of draft \d+)? needs? review/.exec(text)?.[1] ?? [],
  );

  return {
    kind: readKind(),
    dialog: dialog ? collapseWhitespace(dialog.querySelector('h1, h2, [slot="title"]')?.textContent) : null,
    draft: draft ?? null,
    statusBar: collapseWhitespace([...(statusBar?.children ?? [])].map((part) => part.textContent).join(' ')),
    list: tab?.textContent === 'Sources' ? 'sources' : 'claims',
    queueCount: queueCount ? Number(queueCount) : null,
    notices: findAll('section[aria-label="Messages"] [role="status"] > div').map((notice) => ({
      text: collapseWhitespace(notice.querySelector('p')?.textContent),
      buttons: findAll('button', notice).map((button) => collapseWhitespace(button.textContent)),
    })),
  };
}
