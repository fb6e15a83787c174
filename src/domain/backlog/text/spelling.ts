/** Umlauts that people without the key write out. Dropping the dots would make another word: "würde" (would), "wurde" (was). */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
};
/** Letters that Unicode does not take apart. */
const STROKES: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i' };
const ACCENTED = /[ß-öø-ÿĀ-ſ]/gu;

/**
 * A pattern that takes its words without their accents, too ("zeby" for "żeby"), and with umlauts written out ("moechte").
 * @param pattern In lower case, without accented letters in character classes.
 */
export function spelledLoosely(pattern: string): string {
  return pattern.replace(ACCENTED, (letter) => {
    const written = WRITTEN_OUT[letter];
    if (written !== undefined) return `(?:${letter}|${written})`;
    const plain = STROKES[letter] ?? letter.normalize('NFD').charAt(0);
    return plain === letter ? letter : `[${letter}${plain}]`;
  });
}

const UMLAUT = /[äöüßœæ]/gu;
const STROKE = /[łøđı]/gu;

/** A text in lower case with its umlauts written out. */
export function withUmlautsWrittenOut(text: string): string {
  return text.replace(UMLAUT, (letter) => WRITTEN_OUT[letter] ?? letter);
}

/** A text in lower case without strokes through its letters, which taking accents away leaves. */
export function withoutStrokes(text: string): string {
  return text.replace(STROKE, (letter) => STROKES[letter] ?? letter);
}
