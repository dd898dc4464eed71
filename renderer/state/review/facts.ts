import { nanoid } from 'nanoid';
import type { Facts } from '../../../shared/domain/history/step';
import { usePreferences } from '../preferences';

/** Who does something now, and a source of ids for it. */
export function factsNow(): Facts {
  const { reviewer } = usePreferences.getState();
  return { by: reviewer, at: new Date().toISOString(), newId: () => nanoid() };
}
