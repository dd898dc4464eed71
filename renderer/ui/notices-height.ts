import { create } from 'zustand';

/** The height that notices take at the foot of the window, in CSS pixels. Dialogs stay clear of it. */
export const useNoticesHeight = create<{ pixels: number }>()(() => ({ pixels: 0 }));
