import { commandInfo, type MenuCommand, menuCommands } from '../../../shared/contract/menu-commands';
import type { PaletteItem } from '../../features/palette/search-palette';
import { getKeyName } from '../../state/keys';
import { useReviewView } from '../../state/view/review-view';
import { obstacles } from '../commands/obstacles';
import { runOnClaimOfRow } from '../commands/run-on-claim-of-row';
import { getPaletteTarget } from './open-palette';

/** Runs a command on what was selected and had the focus before the palette opened. */
function runOnTarget(command: MenuCommand): void {
  const { selection, claimIdOfRow } = getPaletteTarget();
  // While the palette has the focus, the selection may change.
  useReviewView.setState({ selection });
  runOnClaimOfRow(command, claimIdOfRow);
}

/** Why a command can't be run now; null if it can. */
export function findObstacle(command: MenuCommand): string | null {
  const { needs } = commandInfo[command];
  return needs === undefined ? null : obstacles[needs]();
}

/** All commands of the window as items of the palette; those that can't be run now come last. */
export function createActionItems(): PaletteItem[] {
  const items = menuCommands
    .filter((command) => command !== 'palette')
    .map((command) => {
      const { label, description = '' } = commandInfo[command];
      return {
        id: command,
        label: label.replace(/…$/, ''),
        detail: description,
        keys: getKeyName(command),
        obstacle: findObstacle(command),
        run: () => runOnTarget(command),
      };
    });
  return [
    ...items.filter(({ obstacle }) => obstacle === null),
    ...items.filter(({ obstacle }) => obstacle !== null),
  ];
}
