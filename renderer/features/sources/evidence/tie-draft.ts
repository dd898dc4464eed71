import { joinLocators, joinNotes, joinQuotes } from '../../../../shared/domain/sources/merge-evidence';
import type { KeptForm } from '../form/kept-forms';
import { type SourceDraft, sourceTexts } from '../form/source-draft';

/**
 * The form of a tie with what was filled in for a second tie to the same source. What was changed of a picked source is
 * changed; a source that was typed anew only fills what is empty. Quoted words, place and note stand beside those there are.
 */
export function fillOverTie(
  tie: SourceDraft,
  { base, draft, picked }: Pick<KeptForm, 'base' | 'draft' | 'picked'>,
): SourceDraft {
  const isChanged = (name: keyof SourceDraft) => draft[name] !== base[name];
  // The two rule each other out, so they are carried together.
  const isRankChanged = isChanged('primary') || isChanged('secondary');
  const texts = sourceTexts.filter((name) => (picked ? isChanged(name) : tie[name] === ''));
  return {
    ...tie,
    ...Object.fromEntries(texts.map((name) => [name, draft[name]])),
    ...(picked && isChanged('kind') && { kind: draft.kind }),
    ...(picked && isChanged('derivedFrom') && { derivedFrom: draft.derivedFrom }),
    ...(isRankChanged && { primary: draft.primary, secondary: draft.secondary }),
    ...(isChanged('stance') && { stance: draft.stance }),
    confidential:
      picked && isChanged('confidential') ? draft.confidential : tie.confidential || draft.confidential,
    locator: joinLocators(tie.locator, draft.locator),
    quote: joinQuotes(tie.quote, draft.quote),
    note: joinNotes(tie.note, draft.note),
  };
}
