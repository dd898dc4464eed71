import { importPastedText } from '#renderer/documents/read/text/import-text.ts';
import type { Draft } from '#shared/domain/base/draft.ts';

/** Imports a pasted text as a draft. */
export function importDraft(pasted: string, language: string | null = null): Draft {
  const imported = importPastedText(pasted);
  if (!imported.ok) throw new Error(imported.problem.message);
  const { origin, blocks, marks, text } = imported.proposal;
  return {
    id: 'd',
    number: 1,
    importedAt: '2026-11-24T10:00:00.000Z',
    origin,
    sha256: 'a'.repeat(64),
    language: language ?? imported.proposal.language,
    account: null,
    earlierComments: [],
    text,
    blocks,
    marks,
  };
}
