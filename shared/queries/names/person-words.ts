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
  aussenministerin ministerprasident ministerprasidentin vorsitzende vorsitzender geschaftsfuhrer geschaftsfuhrerin president`.split(/\s+/),
);

export function isTitle(key: string): boolean {
  return titles.has(key);
}

/** Verbs of saying, thinking and doing of which a person is the subject. */
const verbs = new Set(
  `said says added adds told tells explained explains asked asks wrote writes argued argues noted notes warned warns announced announces
  insisted insists replied replies recalled recalls admitted admits denied denies claimed claims thinks thought believes believed
  hopes hoped wants wanted expects expected suggested suggests stressed stresses predicted predicts declined refused agreed joked
  laughed testified acknowledged confirmed continued concluded described emphasized estimated pointed points observed remarked
  promised proposed responded stated stepped resigned died grew joined led leads worked works spent moved started founded studied
  sagte sagt erklarte erklart betonte betont meinte meint fugte fugt berichtete berichtet warnte warnt fragte fragt antwortete
  antwortet erzahlte erzahlt schrieb schreibt forderte fordert kritisierte kritisiert lobte lobt versicherte raumte raumt
  bestatigte bestatigt kundigte kundigt wies weist verwies verweist hofft hoffte glaubt glaubte findet fand halt hielt sieht sah
  will wollte spricht sprach nannte nennt rechnet rechnete zeigte zeigt verteidigte entgegnete mahnte verlangte versprach
  schatzt arbeitet arbeitete leitet leitete lebt lebte`.split(/\s+/),
);

export function isVerbOfPerson(key: string): boolean {
  return verbs.has(key);
}
