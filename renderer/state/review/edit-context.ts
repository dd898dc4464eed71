import { nanoid } from 'nanoid';
import type { EditContext } from '../../../shared/domain/history/step';
import { usePreferences } from '../preferences';

/** The reviewer's name, the time now and a source of new ids, for an edit that is made now. */
export function currentEditContext(): EditContext {
  const { reviewer } = usePreferences.getState();
  return { by: reviewer, at: new Date().toISOString(), newId: () => nanoid() };
}
