/** Lower-case parts of names. */
export const nameParticles = new Set(
  'af al ap av bin bint da dal dalla das de dei del della den der di do dos du e el ibn la las le les li lo los ter ten the van vom von y zu zum zur'.split(
    ' ',
  ),
);

/** Agencies and others whose name may stand alone, in lower case. */
export const agencies = new Set(
  (
    'afp|agence france-presse|ansa|ap|apa|associated press|the associated press|bbc|bbc news|belga|bloomberg|bloomberg news|cnn|' +
    'dpa|dpa-afx|efe|epd|europa press|ims|kna|kyodo|kyodo news|lusa|ntb|pa|pa media|press association|pap|reuters|ritzau|sid|stt|tass|' +
    'tt|upi|xinhua|ats|keystone-sda|sda|stpa|anp|tanjug|hina|mti|ctk|čtk|тасс|интерфакс|риа новости|staff|staff reporter|staff writer|editors|the editors|' +
    'the editorial board|editorial board|our correspondent|our staff|our own correspondent|redaktion|redacción|la redacción|la rédaction|redazione|' +
    'adnkronos|agi|agerpres|anadolu|anadolu agency|antara|aap|askanews|bernama|bta|canadian press|the canadian press|interfax|' +
    'interfax-ukraine|irna|pti|ria novosti|ukrinform|yonhap'
  ).split('|'),
);

/** Job titles, which follow the name of the person who holds them. */
export const rolePattern =
  /\b(?:(?:affairs|arts|assistant|associate|business|chief|contributing|crime|culture|deputy|diplomatic|economics?|education|environment|executive|foreign|health|home|international|investigations|investigative|legal|managing|national|news|political|science|security|senior|social|special|sports?|technology|world)\s+)*(?:analysts?|columnists?|contributors?|correspond[ea]nts?|correspondants?|corresponsal|corrispondente|desk|editors?|enviad[ao] especial|envoyée?s?(?: spéciale?s?)?|inviat[ao]|editor-in-chief|freelancers?|journalists?|journalistin|korrespondent(?:in)?|newsroom|photographers?|producers?|redakteur(?:in)?|reporter(?:s|in)?|staff|writers?)\b/iu;

/**
 * Words, in lower case, that occur in phrases and headlines but not in names: "By the Numbers", "Von Anfang an", "Por Qué
 * Importa".
 */
export const noNameWords = new Set(
  (
    'a all also and any are because been being could every had has have how if is its itself last least most next no not now only our ' +
    'since some than that the their them then these they this those today tomorrow tonight under until was were what when where which ' +
    'while who whose why with would yesterday your monday tuesday wednesday thursday friday saturday sunday christmas easter midnight ' +
    'noon night morning evening day days week weeks weekend month months year years hour hours comparison contrast default design ' +
    'numbers phone popular email mail train plane land sea air ' +
    'anfang ende auf aus bis kopf nach nun seiten wegen wird wir ' +
    'avion ailleurs conséquent contre exemple hasard ' +
    'ahora cierto ejemplo eso favor primera qué que supuesto vez ' +
    'exemplo isso enquanto fatto fronte meno nuovo oggi più solito ieri'
  ).split(' '),
);
