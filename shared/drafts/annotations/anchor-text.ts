import { type CodePoints, indexCodePoints } from '../../text/characters/code-points';
import { type SearchableText, toSearchableText } from '../../text/find-in-text';

/** The text of a draft, prepared for finding the places of many annotations. */
export interface AnchorText {
  readonly text: string;
  readonly codePoints: CodePoints;
  /** For quotes whose typography is not that of the draft. Prepared when the first one asks. */
  getSearchable(): SearchableText;
}

/** Our own files, like all JSON in UTF-8, have � in place of a lone surrogate. It has the same length, so offsets stay. */
function replaceLoneSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

export function prepareAnchorText(draftText: string): AnchorText {
  let searchable: SearchableText | null = null;
  const text = replaceLoneSurrogates(draftText);
  return {
    text,
    codePoints: indexCodePoints(text),
    getSearchable() {
      searchable ??= toSearchableText(text.replace(/\s/g, ' '));
      return searchable;
    },
  };
}
