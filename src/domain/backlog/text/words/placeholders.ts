/** How one language says "to be defined", in alternatives as a pattern takes them. */
export interface Statement {
  /** Words that the marker may follow: "is still". */
  readonly links: string;
  readonly markers: string;
}

/** German, French, Spanish and Portuguese, Italian, Dutch, Polish. */
export const STATEMENTS: readonly Statement[] = [
  {
    links: 'ist|sind|bleibt|bleiben|noch|wird|werden|muss|müssen',
    markers:
      'noch (?:zu (?:klären|definieren|bestimmen|ergänzen|entscheiden)|(?:geklärt|definiert|ergänzt|entschieden|festgelegt)(?: werden)?)|folgt noch|zu (?:klären|definieren|bestimmen|ergänzen)',
  },
  {
    links: 'reste|restent|encore|est|sont',
    markers: 'à (?:définir|préciser|déterminer|compléter|confirmer|clarifier)',
  },
  {
    links: 'está|están|queda|quedan|aún|todavía|é|fica|ficam|ainda',
    markers:
      '(?:por|a|pendientes? de|pendentes? de) (?:definir|determinar|confirmar|aclarar|esclarecer|concretar|completar)|a ser definid[oa]s?',
  },
  {
    links: 'è|sono|ancora|resta|restano',
    markers: 'da (?:definire|determinare|confermare|chiarire|decidere|completare|stabilire)',
  },
  {
    links: 'is|zijn|moet|moeten',
    markers:
      '(?:nog|nader) te (?:bepalen|definiëren|definieren|beslissen|bevestigen)|nog in te vullen|n\\.?t\\.?b\\.?',
  },
  {
    links: 'jest|są|jeszcze|wciąż',
    markers: 'do (?:ustalenia|uzupełnienia|określenia|potwierdzenia|doprecyzowania|zdefiniowania)',
  },
];

/** "Undefined" (未定義) is a term of code. */
export const JAPANESE_STATEMENT =
  '(?:未定(?!義)|未確定|要確認|要検討|再検討|検討中|調整中|(?:後で|後ほど|追って)(?:記載|記入|追記|書く|決める))';
