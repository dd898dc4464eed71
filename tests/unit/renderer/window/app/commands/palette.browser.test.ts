import { expect, onTestFinished, test } from 'vitest';
import { commands } from '#renderer/window/app/commands/commands.ts';
import { createActionItems, findObstacle } from '#renderer/window/app/commands/palette.tsx';
import { closeDialog, useDialogs } from '#renderer/window/state/base/dialogs.ts';
import { useNotices } from '#renderer/window/state/base/notices.ts';
import { menuCommands } from '#shared/contract/menu-commands.ts';

test('the palette has every command but itself, and those that can’t be run come last', () => {
  const items = createActionItems();
  expect(items.map(({ id }) => id).sort()).toEqual(menuCommands.filter((id) => id !== 'palette').sort());
  const firstImpossible = items.findIndex(({ obstacle }) => obstacle !== null);
  expect(items.slice(firstImpossible).every(({ obstacle }) => obstacle !== null)).toBe(true);
});

test.each(menuCommands.filter((command) => findObstacle(command) !== null))(
  'without an article, “%s” does nothing, and says nothing else than the palette does',
  (command) => {
    onTestFinished(closeDialog);
    useNotices.setState({ notices: [] });
    commands[command]();
    const messages = useNotices.getState().notices.map(({ message }) => message);
    expect([[], [findObstacle(command)]]).toContainEqual(messages);
    expect(useDialogs.getState().open).toBeNull();
  },
);
