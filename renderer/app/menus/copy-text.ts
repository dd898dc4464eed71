import { mention, say, settleProblems } from '../../state/notices';

/** Puts text on the clipboard, as the person asked. */
export async function copyText(text: string): Promise<void> {
  settleProblems('copying');
  try {
    await navigator.clipboard.writeText(text);
    mention('Copied.');
  } catch {
    // Refused while another window has the focus.
    say('Nothing was copied: the window was not in front. Try again.', 'copying');
  }
}
