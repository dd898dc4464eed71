import { create } from 'zustand';

interface ComparedDrafts {
  beforeId: string;
  afterId: string;
}

/** The ids of the two drafts that the dialog compares. */
export const useComparedDrafts = create<ComparedDrafts>()(() => ({ beforeId: '', afterId: '' }));

export function setComparedDrafts(drafts: Partial<ComparedDrafts>): void {
  useComparedDrafts.setState(drafts);
}
