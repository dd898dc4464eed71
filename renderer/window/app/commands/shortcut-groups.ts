import type { Shortcut, ShortcutGroup } from '#renderer/window/features/help/shortcuts-dialog.tsx';
import { getKeyNames, nameFixedKey } from '#renderer/window/state/keys.ts';
import {
  type CommandGroup,
  commandGroups,
  commandInfo,
  menuCommands,
} from '#shared/contract/menu-commands.ts';
import { verdicts } from '#shared/domain/base/verdict.ts';

/** Keys that can't be changed, because their effect depends on what has the focus. */
const fixedShortcuts: Readonly<Record<CommandGroup, readonly Shortcut[]>> = {
  Claims: [
    { keys: [nameFixedKey('ctrl+v')], description: 'Paste a link, text or a file as evidence' },
    { keys: ['Esc'], description: 'Close the claim' },
  ],
  'In the article': [
    { keys: ['↓', '↑'], description: 'Next and previous sentence' },
    { keys: ['→', '←'], description: 'Next and previous word' },
    { keys: ['Shift', '↓ ↑ → ←'], description: 'Extend the selection' },
    { keys: ['Alt+Shift', '→ ←'], description: 'Extend the selection by a character' },
    { keys: ['Enter', 'Shift+Enter'], description: 'In Find: next and previous match' },
    { keys: ['Esc'], description: 'In Find: back to the article, with the match selected' },
    { keys: ['↓', '↑'], description: 'In Find: go through what was found' },
  ],
  'Drafts and reports': [],
  Everywhere: [
    { keys: ['Shift+F10'], description: 'Context menu' },
    { keys: [nameFixedKey('ctrl+shift++'), '− 0'], description: 'Zoom the window' },
  ],
};

/** The keys of the queue. Those of verdicts and of the next and previous claim are the same as elsewhere. */
function createQueueGroup(): ShortcutGroup {
  return {
    title: 'Claims of a new draft that need review',
    shortcuts: [
      { keys: ['Enter'], description: 'Still as before: keep the verdict and go on' },
      { keys: verdicts.flatMap(getKeyNames), description: 'Set the verdict' },
      { keys: ['P'], description: 'Postpone: move to the end of the queue' },
      { keys: ['1', '…', '9'], description: 'Choose one of the possible places' },
      { keys: getKeyNames('resize'), description: 'Attach elsewhere' },
      { keys: ['Backspace'], description: 'Retire the claim' },
      { keys: ['A'], description: 'Confirm all claims whose sentence changed' },
      {
        keys: [...getKeyNames('nextClaim'), ...getKeyNames('previousClaim')],
        description: 'Next and previous claim of the queue',
      },
    ],
  };
}

/** The keys of the list of claims, which can't be changed: they are those of lists everywhere. */
const listGroup: ShortcutGroup = {
  title: 'In the list of claims',
  shortcuts: [
    { keys: ['↓', '↑'], description: 'Next and previous claim' },
    { keys: ['Shift', '↓ ↑'], description: 'Select several claims' },
    { keys: [nameFixedKey('ctrl+space')], description: 'Select one more, or one less' },
    { keys: [nameFixedKey('ctrl+a')], description: 'Select all claims of the list' },
    { keys: ['Esc'], description: 'Select none' },
  ],
};

function createLibraryGroup(): ShortcutGroup {
  return {
    title: 'In the library',
    shortcuts: [
      { keys: getKeyNames('find'), description: 'Search' },
      { keys: ['Enter'], description: 'Open the article' },
      { keys: ['↓', '↑'], description: 'Next and previous article' },
      { keys: ['F2'], description: 'Rename the article' },
      { keys: ['Delete'], description: 'Move the article to the bin' },
      { keys: [nameFixedKey('ctrl+v')], description: 'Paste an article' },
    ],
  };
}

function createCommandGroup(title: CommandGroup): ShortcutGroup {
  const shortcuts = menuCommands
    .filter((command) => commandInfo[command].group === title)
    .map((command) => {
      const { label, description = label.replace('…', '') } = commandInfo[command];
      return { keys: getKeyNames(command), description };
    });
  return { title, shortcuts: [...shortcuts, ...fixedShortcuts[title]] };
}

/**
 * The keys that the dialog of keyboard shortcuts shows: those of all commands as they are now, and those of single screens.
 * Commands without a key are left out.
 */
export function createShortcutGroups(): ShortcutGroup[] {
  const [claims, article, reports, everywhere] = commandGroups.map(createCommandGroup);
  return [
    claims,
    article,
    listGroup,
    createQueueGroup(),
    {
      title: 'Comparing drafts',
      shortcuts: [
        {
          keys: [...getKeyNames('nextClaim'), ...getKeyNames('previousClaim')],
          description: 'Next and previous change',
        },
      ],
    },
    reports,
    createLibraryGroup(),
    everywhere,
  ].flatMap((group) => {
    const shortcuts = group?.shortcuts.filter(({ keys }) => keys.length > 0) ?? [];
    return group && shortcuts.length > 0 ? [{ ...group, shortcuts }] : [];
  });
}
