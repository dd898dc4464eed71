import { create } from 'zustand';

interface ComparedDrafts {
  beforeId: string;
  afterId: string;
}

export const useComparedDrafts = create<ComparedDrafts>()(() => ({ beforeId: '', afterId: '' }));

export function setComparedDrafts(drafts: Partial<ComparedDrafts>): void {
  useComparedDrafts.setState(drafts);
}
