/** Texts with which sites lead away from an article, or ask for something. Each is a whole block, or its beginning. */
const beginnings = [
  // More to read
  'read (more|next|also|now)|more (from|on|about|in|stories|news|like|coverage)|see (more|also)|related|recommended|you (may|might) (also )?(like|be interested)|' +
    'don.?t miss|most (read|popular|viewed|shared)|trending|popular|latest( news| stories)?$|also read|up next|watch|listen|in case you missed|must.?reads?|' +
    'continue reading|click (here|to)|for more (information|stories|news|on)\\b.{0,60}$|explore more|what to read next|further reading|more:?$',
  'mehr (zum|zu|über|von)|lesen sie|auch interessant|das könnte sie|weiterlesen|zum thema|siehe auch|meistgelesen',
  'lire (aussi|la suite|plus)|à lire|voir aussi|sur le même|en savoir plus|les plus lus',
  'lea (también|más)|leer más|lee (también|más)|te puede interesar|ver también|más (sobre|noticias)|relacionad[oa]s|le puede interesar|lo más leído',
  'leia (também|mais)|veja também|saiba mais|mais (lidas|sobre|notícias)|leggi anche|potrebbe interessarti|lees (ook|meer)|läs (också|mer)|читайте также|смотрите также|самые популярные|см\\. также|もっと読む|関連記事|相关(阅读|文章)|관련 ?기사',
  // Offers and requests
  'subscribe|sign (up|in)|log ?(in|out)|register|join (us|now|our|the conversation)|get (the|our|more)\\b.*(newsletter|inbox|email|app|delivered)|follow (us|me|him|her|on|@)|' +
    'like us|share( this| on|$)|tweet$|submit$|print( this| article)?$|e-?mail( this|$)|download (the|our) app|support (us|our)|donate|become a (member|subscriber)|' +
    'want more|enjoy(ed|ing) (this|the)|if you (enjoyed|liked)|buy now|shop now|learn more|find out more|order reprints|text size|order (now|here)|tell us what|view author|write to|contact (us|the author)|send (us )?(your )?(tips|feedback|news)|have a (tip|story)',
  'abonnieren|jetzt (abonnieren|anmelden|lesen)|newsletter|folgen sie|teilen$|anmelden|kommentieren',
  's.abonner|abonnez|inscrivez|partager|suivez|suscríb|suscribir|compart(e|ir)|síguenos|assine|inscreva|compartilh|siga |iscriviti|condividi|подпис|поделиться|добавить (отзыв|комментарий)|отзывы$|комментар',
  'a version of this (article|story)|this (article|story|post) (was )?(originally|first) (appeared|published)|originally published|today.s paper|editor.?s.? picks|already a (subscriber|member)|create (an|a free) account|' +
    '(enter )?your e-?mail|by (signing|submitting|subscribing|clicking|entering)|terms (of|and)|privacy policy|we use cookies|this (site|website) uses|please (enable|note: comments|log|sign|subscribe|consider)|' +
    'thank you for (reading|subscribing|signing)|(play|watch) (the )?video|video player|media (playback|caption)|back to top|skip to|loading|next( article| story)?$|previous( article| story)?$|close$|' +
    'buy (it|at|on|from)|check price|view (deal|gallery|photos|comments|all)|see (deal|price|all|full)|price:|(us)?[$£€]\\s?\\d[\\d.,]*\\s*(at|from|on|/|$)|add to (cart|list)|free (trial|newsletter)|stay (up to date|informed|connected|in the know)|keep up|don.t have an account|what do you think|have your say|let us know|tell us|about the author|more by|stay tuned|visit .{0,40}(homepage|website)',
  // Readers, rights and advertisements
  'comments?$|\\d+ comments?|(leave|add|post|write) (a |your )?(comment|reply)|view (all )?comments|commentaires?|kommentare?$|comentarios?$|comentários?$',
  'advert(isement|ising)?$|ad$|sponsored|promoted|paid (post|content)|anzeige$|werbung$|publicité$|publicidad(e)?$|реклама$|story continues below|article continues|scroll (down )?(for|to)',
  '©|copyright|all rights reserved|alle rechte|tous droits|todos los derechos|filed under|tags?:?($|\\n)|topics?:|categor(y|ies):|schlagw|mots.clés|etiquetas|source:|sources?: news|posted in|more in\\b',
  'image (copyright|caption|credit|source|:)|\\(?(image|photo|photograph|picture|credit|getty|reuters|ap photo)\\b[^.]{0,60}$|foto:|bild:|crédit|enlarge|show caption|hide caption',
];
const furnitureBeginning = new RegExp(`^[\\s|•·–—>»→*[(]*(?:${beginnings.join('|')})`, 'iu');

/** Whether a text begins as what leads away from an article does. */
export function soundsLikeFurniture(text: string): boolean {
  return furnitureBeginning.test(text);
}

const agencies =
  'getty images|associated press|shutterstock|afp|reuters|epa|ap photo|ap images|istock|alamy|dpa|pa images|pa wire|picture alliance|bloomberg via getty';
const creditNouns =
  'image|images|photo|photos|photograph|picture|pic|pics|foto|fotos|fotografía|bild|abb|crédit|credit|source|getty|ap|reuters|afp|courtesy|via';
const credit = new RegExp(`[(\\[](?:${creditNouns})\\b[^)\\]]{0,80}[)\\]]\\s*$|(?:${agencies})[\\s)]*$`, 'i');

/** Whether a text ends in the credit of a picture: "(Photo: Ada Fields)". */
export function isCredit(text: string): boolean {
  return credit.test(text);
}
