import { useMemo } from 'react';
import { standingOf } from '../../shared/domain/standing';
import type { Standing } from '../../shared/domain/verdict';
import { useSession, useShownClaims, useUnplaced } from './session-context';

/** How each claim stands, those among them that wait for a place in the draft. */
export function useStandings(): readonly Standing[] {
  const { review, draft } = useSession();
  const shown = useShownClaims();
  const unplaced = useUnplaced();
  return useMemo(
    () => [
      ...shown.map(({ standing }) => standing),
      ...unplaced.map(({ claim }) => standingOf(review, draft, claim, null)),
    ],
    [review, draft, shown, unplaced],
  );
}
