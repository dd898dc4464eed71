/** Words before a name that say who somebody is, and are no first name. Lower case, without accents. */
const titles = new Set(
  `mr mrs ms miss mx dr prof professor sir lord lady dame rev reverend father sister brother herr herrn frau m mme mlle monsieur
  madame sr sra president chancellor minister secretary senator representative congressman congresswoman governor mayor judge justice
  king queen prince princess pope bishop archbishop general colonel captain major lieutenant sergeant officer detective inspector
  coach manager director chairman chairwoman chair chief ambassador attorney spokesman spokeswoman spokesperson prasident prasidentin
  kanzler kanzlerin bundeskanzler bundeskanzlerin ministerin burgermeister burgermeisterin oberburgermeister oberburgermeisterin
  landrat landratin senatorin sprecher sprecherin trainer trainerin chef chefin direktor direktorin leiter leiterin professorin richter
  richterin staatsanwalt staatsanwaltin anwalt anwaltin rechtsanwalt rechtsanwaltin pfarrer pfarrerin bischof papst konig konigin
  intendant intendantin abgeordnete abgeordneter innenminister innenministerin finanzminister finanzministerin aussenminister
  aussenministerin ministerprasident ministerprasidentin vorsitzende vorsitzender geschaftsfuhrer geschaftsfuhrerin lt col cmdr gen sgt capt maj adm sen rep gov hon pres dipl ing mag`.split(
    /\s+/,
  ),
);

/** How German words for what somebody does end, which stand before a name without an article: `Chefärztin`, `Landwirt`. */
const roleEnding =
  /(?:minister|leiter|meister|dezernent|sekretar|prasident|direktor|sprecher|vorsitzende|anwalt|referent|sprecher|trainer|leger|lehrer|richter|forscher|spieler|forster|arbeiter|arzt|psycholog|biolog|hydrolog|geolog|soziolog|historiker|politiker|ingenieur|autor|architekt|experte?|wirt|pfleger|beamt|chef|okonom|chemik|physik)(?:e|er|in)?$|(?:arztin|login|loge|hebamme|gartner|backer|kapitan|witwe|kaufmann|kauffrau|autorin|inhaber|inhaberin)$/u;

/** Whether a word says what somebody is rather than whom one means. */
export function isTitle(key: string): boolean {
  return titles.has(key) || roleEnding.test(key);
}

/** Verbs of saying, thinking and doing of which a person is the subject. */
const verbs = new Set(
  `said says added adds told tells explained explains asked asks wrote writes argued argues noted notes warned warns announced announces
  insisted insists replied replies recalled recalls admitted admits denied denies claimed claims thinks thought believes believed
  hopes hoped wants wanted expects expected suggested suggests stressed stresses predicted predicts declined refused agreed joked
  laughed testified acknowledged confirmed continued concluded described emphasized estimated pointed observed remarked
  promised proposed responded stated stepped resigned died joined founded
  sagte sagt erklarte erklart betonte betont meinte meint fugte fugt berichtete berichtet warnte warnt fragte fragt antwortete
  antwortet erzahlte erzahlt schrieb schreibt forderte fordert kritisierte kritisiert lobte lobt versicherte raumte raumt
  bestatigte bestatigt kundigte kundigt wies weist verwies verweist hofft hoffte glaubt glaubte findet fand halt hielt sieht sah
  will wollte spricht sprach nannte nennt rechnet rechnete zeigte zeigt verteidigte entgegnete mahnte verlangte versprach
  schatzt arbeitet arbeitete leitet leitete lebt lebte`.split(/\s+/),
);

export function isVerbOfPerson(key: string): boolean {
  return verbs.has(key);
}

/** Last words of the names of organizations, laws and places. Lower case, without accents. */
const organizationWords = new Set(
  `act agency administration association authority bank board bureau center centre church city club college commission committee company
  congress corporation corps council county court department district federation forum foundation fund government group guide hall
  hospital house initiative institute island lab labs lake law league library ministry museum network office parliament park party police
  press program project report republic river road school senate service services society state states station street study team times
  treasury tribune trust union university post herald amt ausschuss bahn behorde bund fraktion gemeinde gericht gesellschaft gruppe haus
  institut kirche kreis land ministerium partei polizei rat schule senat stadt stiftung universitat verband verein werk zeitung`.split(
    /\s+/,
  ),
);

/** Whether a word says that a name is not of a person. */
export function isOrganizationWord(key: string): boolean {
  return organizationWords.has(key);
}
