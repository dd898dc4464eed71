/** Controls that stand for characters (RTF 1.9.1, "Special Characters"). An optional hyphen is none. */
export const characters = new Map(
  Object.entries({
    ...{ tab: '\t', emdash: '—', endash: '–', bullet: '•' },
    ...{ emspace: '\u2003', enspace: '\u2002', qmspace: '\u2005' },
    ...{ lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
    ...{ '~': '\u00a0', _: '\u2011', '\\': '\\', '{': '{', '}': '}' },
    ...{ zwj: '\u200d', zwnj: '\u200c', ltrmark: '\u200e', rtlmark: '\u200f' },
  }),
);
