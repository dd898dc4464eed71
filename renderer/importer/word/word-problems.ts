import type { ZipFault } from '../../../shared/bytes/zip/checked-entries';
import { refuse, refuseDamaged, refuseHostile } from '../../../shared/import/problems';
import type { ImportResult } from '../../../shared/import/proposal';

/** Says why a package is not read, in sentences to show. */
export function refuseZipFault(name: string | null, fault: ZipFault): ImportResult {
  if (fault.kind === 'damaged') return refuseDamaged(name);
  return fault.kind === 'protected' ? refuseProtected(name) : refuseHostile(name, fault.why);
}

export function refuseProtected(name: string | null): ImportResult {
  return refuse(
    'protected',
    `${name ?? 'What was pasted'} is protected by a password`,
    'Open it in the program that made it, save it without the password, and open it here again.',
  );
}

export function refuseNoDocument(name: string | null): ImportResult {
  return refuse(
    'unsupported',
    `${name ?? 'What was pasted'} has the name of a Word document but is not one`,
    'Open it in the program that made it and save it as .docx, or copy the text and use “Paste text”.',
  );
}

export function refuseNoWords(name: string | null): ImportResult {
  return refuse(
    'noText',
    `${name ?? 'What was pasted'} holds pictures but no words`,
    'Ask for a document with the text of the article, or type the words in the pictures and use “Paste text”.',
  );
}

/** The text is in documents within the document or beside it (ECMA-376, part 1: 17.17.2), which Word can make part of it. */
export function refuseEmbedded(name: string | null): ImportResult {
  return refuse(
    'noText',
    `${name ?? 'What was pasted'} holds its text only in embedded or linked documents, which are not read`,
    'Open it in Word, save it with those documents in it, and open that file here.',
  );
}
