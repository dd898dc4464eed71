import { statusLooks, type Verdict, verdicts, verdictTraits } from '../domain/base/verdict.ts';
import { createRecord, listKeys } from '../text/sequences/records.ts';

/** The headings under which commands and their keys are listed. */
export const commandGroups = ['Claims', 'In the article', 'Drafts and reports', 'Everywhere'] as const;

export type CommandGroup = (typeof commandGroups)[number];

/** The needs of commands: `claim` is the current one, `report` a newest draft to make one of, `newestText` the text of that draft. */
export type CommandNeed =
  | 'article'
  /** The article's text is on the screen, and not the review queue. */
  | 'text'
  | 'newestText'
  | 'newestDraft'
  | 'report'
  | 'claim'
  /** The current claim, or those that are selected in the list. */
  | 'claims'
  | 'claimOfNewestDraft'
  | 'writableLibrary';

interface CommandInfo {
  /** The name of the command in the menu bar, the command palette and the settings. */
  label: string;
  group: CommandGroup;
  /** Says more than the label, for the list of keyboard shortcuts. */
  description?: string;
  /** The usual keys, as `parseChord` (`keys/chord.ts`) reads them. Buttons and menus show the first one. */
  keys?: readonly string[];
  /** A key that can't be changed, because its effect depends on the focus. Another file listens to it. */
  fixedKey?: string;
  /**
   * Whether its keys only work while the article, the row of a claim or nothing has the focus. Elsewhere they have another
   * meaning.
   */
  onlyInArticle?: boolean;
  /** Whether it acts on the current claim, or the claim whose row has the focus. */
  actsOnClaim?: boolean;
  /** Without this, the command can't be run, and the command palette shows the reason. */
  needs?: CommandNeed;
}

function describeVerdict(verdict: Verdict): CommandInfo {
  const { label } = statusLooks[verdict];
  const description = `${label}: the selection or the claim`;
  return {
    label,
    group: 'Claims',
    description,
    keys: [verdictTraits[verdict].key],
    actsOnClaim: true,
    needs: 'newestDraft',
  };
}

/**
 * The commands of the menu bar that the window carries out. The menu bar, the command palette, the settings, the list of keyboard
 * shortcuts and everything that shows a key follow this table. If a key was chosen for two commands, the first one here has it.
 */
const table = {
  open: {
    label: 'Open…',
    group: 'Everywhere',
    description: 'Open a file',
    keys: ['ctrl+o'],
    needs: 'writableLibrary',
  },
  importDraft: {
    label: 'Import draft…',
    group: 'Drafts and reports',
    keys: ['ctrl+i'],
    needs: 'newestDraft',
  },
  pasteDraft: { label: 'Paste draft…', group: 'Drafts and reports', needs: 'newestDraft' },
  drafts: { label: 'Drafts…', group: 'Drafts and reports', needs: 'article' },
  compareDrafts: { label: 'Compare drafts…', group: 'Drafts and reports', needs: 'article' },
  applyCorrections: { label: 'Apply corrections…', group: 'Drafts and reports', needs: 'newestDraft' },
  reviewQueue: {
    label: 'Claims that need review',
    group: 'Drafts and reports',
    keys: ['q'],
    needs: 'newestDraft',
  },
  openWeb: { label: 'Open from the web…', group: 'Everywhere', needs: 'writableLibrary' },
  paste: { label: 'Paste article…', group: 'Everywhere', needs: 'writableLibrary' },
  sample: { label: 'Sample article', group: 'Everywhere', needs: 'writableLibrary' },
  library: { label: 'Library', group: 'Everywhere', needs: 'article' },
  export: { label: 'Export report…', group: 'Drafts and reports', keys: ['ctrl+e'], needs: 'report' },
  exportAgain: {
    label: 'Export again',
    group: 'Drafts and reports',
    description: 'Export again, as the last time',
    keys: ['ctrl+shift+e'],
    needs: 'report',
  },
  print: { label: 'Print report…', group: 'Drafts and reports', keys: ['ctrl+p'], needs: 'report' },
  overview: {
    label: 'Overview…',
    group: 'Everywhere',
    description: 'Overview of the article or of the library',
    keys: ['ctrl+shift+o'],
  },
  articleDetails: { label: 'Article details…', group: 'In the article', needs: 'article' },
  settings: { label: 'Settings…', group: 'Everywhere', keys: ['ctrl+,'] },
  undo: { label: 'Undo', group: 'Everywhere', keys: ['ctrl+z'], needs: 'article' },
  redo: { label: 'Redo', group: 'Everywhere', keys: ['ctrl+shift+z', 'ctrl+y'], needs: 'article' },
  selectAll: { label: 'Select all', group: 'Everywhere', fixedKey: 'ctrl+a', needs: 'article' },
  find: {
    label: 'Find…',
    group: 'In the article',
    description: 'Find in the article, claims, notes, corrections and sources',
    keys: ['ctrl+f', '/'],
  },
  findNext: { label: 'Find next', group: 'In the article', keys: ['f3', 'ctrl+g'], needs: 'article' },
  findPrevious: {
    label: 'Find previous',
    group: 'In the article',
    keys: ['shift+f3', 'ctrl+shift+g'],
    needs: 'article',
  },
  librarySearch: {
    label: 'Search the library…',
    group: 'Everywhere',
    description: 'Search all articles',
    keys: ['ctrl+shift+f'],
  },
  mark: {
    label: 'Mark as claim',
    group: 'Claims',
    description: 'Mark the selection as a claim',
    keys: ['c'],
    needs: 'newestDraft',
  },
  ...createRecord(verdicts, describeVerdict),
  addSource: { label: 'Add source…', group: 'Claims', keys: ['s'], actsOnClaim: true, needs: 'claims' },
  attachLastSource: {
    label: 'Attach the last source again',
    group: 'Claims',
    keys: ['shift+s'],
    actsOnClaim: true,
    needs: 'claimOfNewestDraft',
  },
  pasteEvidence: { label: 'Paste as evidence', group: 'Claims', needs: 'claim' },
  adoptReferences: {
    label: 'Accept or add its source',
    group: 'Claims',
    description: 'Open the author’s source to accept it, or add that of its link or note',
    keys: ['e'],
    actsOnClaim: true,
    needs: 'claim',
  },
  links: { label: 'Links in the article…', group: 'In the article', needs: 'article' },
  note: {
    label: 'Note',
    group: 'Claims',
    description: 'Write a note',
    keys: ['enter'],
    onlyInArticle: true,
    actsOnClaim: true,
    needs: 'claim',
  },
  resize: { label: 'Resize to selection', group: 'Claims', keys: ['r'], needs: 'article' },
  splitClaim: {
    label: 'Split by sentence',
    group: 'Claims',
    description: 'Take it apart: one claim for each sentence',
    keys: ['t'],
    actsOnClaim: true,
    needs: 'claimOfNewestDraft',
  },
  deleteClaim: {
    label: 'Delete claim',
    group: 'Claims',
    keys: ['delete'],
    onlyInArticle: true,
    actsOnClaim: true,
    needs: 'claims',
  },
  tagClaim: {
    label: 'Tag…',
    group: 'Claims',
    description: 'Add a tag',
    keys: ['g'],
    actsOnClaim: true,
    needs: 'claims',
  },
  manageTags: { label: 'Manage tags…', group: 'Claims', needs: 'article' },
  nextClaim: { label: 'Next claim', group: 'Claims', keys: ['j'], needs: 'article' },
  previousClaim: { label: 'Previous claim', group: 'Claims', keys: ['k'], needs: 'article' },
  nextUnread: {
    label: 'Next sentence not looked at',
    group: 'In the article',
    keys: ['n'],
    onlyInArticle: true,
    needs: 'text',
  },
  previousUnread: {
    label: 'Previous sentence not looked at',
    group: 'In the article',
    keys: ['shift+n'],
    onlyInArticle: true,
    needs: 'text',
  },
  dismissHere: {
    label: 'Nothing to check in this sentence',
    group: 'In the article',
    description: 'Nothing to check: set the sentence aside and go on',
    keys: ['space'],
    onlyInArticle: true,
    needs: 'newestText',
  },
  dismissParagraph: {
    label: 'Nothing to check in the rest of the paragraph',
    group: 'In the article',
    description: 'Set the rest of the paragraph aside and go on',
    keys: ['b'],
    onlyInArticle: true,
    needs: 'newestText',
  },
  reopenHere: {
    label: 'Look at again',
    group: 'In the article',
    description: 'Look again at sentences that were set aside',
    needs: 'newestText',
  },
  nextSpot: {
    label: 'Next spotted words',
    group: 'In the article',
    keys: ['.'],
    onlyInArticle: true,
    needs: 'text',
  },
  previousSpot: {
    label: 'Previous spotted words',
    group: 'In the article',
    keys: [','],
    onlyInArticle: true,
    needs: 'text',
  },
  markSpot: {
    label: 'Mark spotted words as claim',
    group: 'In the article',
    description: 'On spotted words: mark them as a claim',
    fixedKey: 'enter',
    needs: 'newestText',
  },
  // The second key is that of the plus sign on layouts where plus needs Shift.
  textLarger: { label: 'Larger text', group: 'Everywhere', keys: ['ctrl++', 'ctrl+='] },
  textSmaller: { label: 'Smaller text', group: 'Everywhere', keys: ['ctrl+-'] },
  textUsual: { label: 'Normal text size', group: 'Everywhere', keys: ['ctrl+0'] },
  toggleClaims: {
    label: 'Claims and sources',
    group: 'Everywhere',
    description: 'Show or hide claims and sources',
    needs: 'article',
  },
  toggleCard: {
    label: 'Claim card',
    group: 'Everywhere',
    description: 'Show or hide the claim card',
    needs: 'article',
  },
  toggleList: {
    label: 'Switch list',
    group: 'Claims',
    description: 'Switch between claims and sources',
    keys: ['l'],
    needs: 'article',
  },
  showReading: {
    label: 'Queries and words worth checking',
    group: 'In the article',
    keys: ['w'],
    needs: 'article',
  },
  toggleColoring: { label: 'Colour claims by verdict or by source', group: 'Everywhere' },
  verifyFiles: { label: 'Verify files', group: 'In the article', needs: 'article' },
  checkLibrary: { label: 'Check library…', group: 'Everywhere' },
  keys: { label: 'Keyboard shortcuts', group: 'Everywhere', keys: ['?'] },
  changeKeys: { label: 'Change keyboard shortcuts…', group: 'Everywhere' },
  palette: { label: 'Command palette…', group: 'Everywhere', keys: ['ctrl+k', 'ctrl+shift+p'] },
  about: { label: 'About Stet', group: 'Everywhere' },
} satisfies Record<string, CommandInfo>;

export type MenuCommand = keyof typeof table;

export const commandInfo: Readonly<Record<MenuCommand, CommandInfo>> = table;

export const menuCommands = listKeys(table);
