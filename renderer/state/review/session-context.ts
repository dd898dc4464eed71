import { createContext } from 'react';
import type { Session } from './session';

/** The open review. Apart from the hooks that read it, which the library does without. */
export const SessionContext = createContext<Session | null>(null);
