/** Every piece of it sets `pwned` where it comes to run. */
export const hostilePieces = [
  `<script>pwned = 'script'</script>`,
  `<img src=x onerror="pwned = 'image'">`,
  `<svg onload="pwned = 'drawing'"><animate onbegin="pwned = 'animation'"/></svg>`,
  `<iframe srcdoc="<script>parent.pwned = 'frame'</script>"></iframe>`,
  `<a href="javascript:pwned = 'link'">a link</a>`,
  `<details open ontoggle="pwned = 'details'">`,
  `</title></style></textarea></script><script>pwned = 'closed'</script>`,
  `--><script>pwned = 'comment'</script><!--`,
  `"' onmouseover="pwned = 'attribute'" autofocus onfocus='pwned = 'focus'`,
  `\${pwned = 1} {{ pwned = 2 }} <%= pwned = 3 %>`,
];

/** Controls, an escape of a terminal, signs that turn the reading direction, half a letter, a letter that is none. */
export const strangeLetters =
  'bell\u0007 red\u001b[31m del\u007f c1\u0085\u009f \u202egpj.exe\u202c \u2067isolated\u2069 \ufffe';

/** A hostile article of plain text: what has to stand on the screen is what stands here. */
export const hostileParagraphs = ['Hostile <b>title</b>', ...hostilePieces, strangeLetters];

/** What Markdown alone makes links and pictures of. */
export const hostileMarkdown = [
  `[runs](javascript:pwned='md-link')`,
  `[runs](<JaVaScRiPt:pwned='case'>)`,
  `[runs](data:text/html,<script>pwned='data'</script>)`,
  '[reads](file:///etc/passwd)',
  `![picture](x" onerror="pwned='md-image')`,
  `<javascript:pwned='auto'>`,
  `<https://evil.example/"onmouseover="pwned='quoted'>`,
  '[ref]',
  '',
  `[ref]: javascript:pwned='reference' "' onmouseover='pwned=4"`,
].join('\n');
