import { refuse, refuseDamaged, refuseUnread } from '../../../shared/import/problems';
import type { Imported } from '../../../shared/import/proposal';
import type { Fault } from './zip-check';

/** Why a package is not read, in sentences to show. */
export function refuseFault(name: string | null, fault: Fault): Imported {
  if (fault.kind === 'damaged') return refuseDamaged(name);
  return fault.kind === 'protected' ? refuseProtected(name) : refuseUnread(name, fault.why);
}

export function refuseProtected(name: string | null): Imported {
  return refuse(
    'protected',
    `${name ?? 'What was pasted'} is protected by a password`,
    'Open it in the program that made it, save it without the password, and open it here again.',
  );
}

export function refuseNoDocument(name: string | null): Imported {
  return refuse(
    'unsupported',
    `${name ?? 'What was pasted'} is called a Word document but holds none`,
    'Open it in the program that made it and save it as .docx, or copy the text and use Paste.',
  );
}
