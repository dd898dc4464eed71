/** How characters are set, and where they lead. */
export interface TextStyle {
  bold: boolean;
  italic: boolean;
  /** The address of the link that they are part of. */
  href: string | null;
}

export const plainTextStyle: TextStyle = { bold: false, italic: false, href: null };
