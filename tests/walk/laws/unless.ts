/** The violations of one condition: none when it holds, else its message. */
export function unless(holds: boolean, message: string): string[] {
  return holds ? [] : [message];
}
