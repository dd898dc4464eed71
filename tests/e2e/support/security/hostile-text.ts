/** Snippets that set the global variable `pwned` if they run. */
export const hostileSnippets = [
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

/** Control characters, a terminal escape sequence, characters that change the writing direction, and a noncharacter. */
const strangeCharacters =
  'bell\u0007 red\u001b[31m del\u007f c1\u0085\u009f \u202egpj.exe\u202c \u2067isolated\u2069 \ufffe';

/** The paragraphs of a hostile article. The screen must show exactly this text. */
export const hostileParagraphs = ['Hostile <b>title</b>', ...hostileSnippets, strangeCharacters];

/** Hostile links and pictures in Markdown. */
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

/** Lines that break a program which inserts text into HTML, Markdown, JSON, citations or templates without escaping. */
export const hostileLines = [
  ...hostileSnippets,
  `"><script>pwned = 'closing'</script>`,
  `'><svg/onload=pwned='slash'>`,
  `<a href="data:text/html,<script>pwned='data'</script>">x</a>`,
  `<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<link rel=stylesheet href=https://evil.example/x.css><style>@import 'https://evil.example/y.css'</style>`,
  `<base href="https://evil.example/"><form action="https://evil.example/"><input autofocus onfocus=pwned=1>`,
  `<math><mi xlink:href="javascript:pwned='math'">x</mi></math><object data="javascript:pwned='object'">`,
  `[runs](javascript:pwned='md') ![picture](https://evil.example/x.png) <https://evil.example/>`,
  '[^c1]: mine ^[inline] [^c1]',
  '| a | b |',
  '```',
  '# head',
  '> quote',
  '1. one',
  '- item',
  '***bold*** __b__ ~~gone~~ `code` $x$ \\*',
  '&lt;b&gt; &copy; &#0; &#x3c;script&#x3e; %3Cscript%3E',
  `<i>Homo</i> <b>x</b> <sc>y</sc> <span class="nocase">z</span> $& $1 $$`,
  `{{7*7}} #{alert(1)} %s %d %n {0} ' OR 1=1 -- ; DROP TABLE claims`,
  'undefined null NaN __proto__ constructor hasOwnProperty',
  '“quoted” "straight" ’single’ «guillemets» a -- b … , ;',
  '👩‍👩‍👧 🇦🇹 Ｆｕｌｌ ﷺ Z̷a̷l̷g̷o̷ 田中さん שלום مرحبا \u202ereversed\u202c \u200bzero\u200b',
  'half \ud83d a letter',
  strangeCharacters,
] as const;
