import { useId } from 'react';
import type { DraftRow } from '../../../shared/domain/draft/draft';
import { getKeptOriginal } from '../../../shared/domain/draft/draft-origin';
import { openStoredFile, saveStoredFile } from '../../state/files/vault';
import { Button } from '../../ui/button';

/** Buttons for the Word file or the page that is kept with a draft. Renders nothing for a draft without one. */
export function KeptFile({ articleId, row }: { articleId: string; row: DraftRow }) {
  const openId = useId();
  const { id, number, origin } = row;
  const { kind, name } = origin;
  if (getKeptOriginal(origin) === null || name === null) return null;
  const noun = kind === 'web' ? 'page' : 'Word file';
  return (
    <>
      <Button id={openId} kind="quiet" onPress={() => void openStoredFile(articleId, { id, name })}>
        {`Open the ${noun} of draft ${number}`}
      </Button>
      {/* Each draft has such a button. */}
      <Button
        kind="quiet"
        aria-describedby={openId}
        onPress={() => void saveStoredFile(articleId, { id, name })}
      >
        Save a copy…
      </Button>
    </>
  );
}
