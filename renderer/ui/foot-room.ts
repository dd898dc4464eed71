import { create } from 'zustand';

/** How much of the window's foot is taken by messages, in CSS pixels: a dialog keeps clear of it. */
export const useFootRoom = create<{ pixels: number }>()(() => ({ pixels: 0 }));
