import { create } from 'zustand';

interface ComparedDrafts {
  beforeId: string;
  afterId: string;
}

/** The two drafts that are compared. */
export const useComparedDrafts = create<ComparedDrafts>()(() => ({ beforeId: '', afterId: '' }));

export function chooseDrafts(drafts: Partial<ComparedDrafts>): void {
  useComparedDrafts.setState(drafts);
}
