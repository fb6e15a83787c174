/** What tells boards apart for a person. */
export interface NamedBoard {
  readonly id: number;
  readonly name: string;
}

/** Which board somebody means: one, one of several, or none that they may see. */
export type ChosenBoard<Board> =
  | { readonly kind: 'one'; readonly board: Board }
  | { readonly kind: 'several'; readonly boards: readonly Board[] }
  | { readonly kind: 'none' };

const folded = (text: string) => text.trim().toLowerCase();

/**
 * The board that somebody means by (part of) its name. The name letter for letter comes first, then in any case, then any board
 * with the words in its name. Where that leaves several, none is guessed: they are all answered, by name.
 */
export function chooseBoard<Board extends NamedBoard>(
  asked: string,
  boards: readonly Board[],
): ChosenBoard<Board> {
  const wanted = asked.trim();
  const ways = [
    (name: string) => name.trim() === wanted,
    (name: string) => folded(name) === folded(wanted),
    (name: string) => folded(name).includes(folded(wanted)),
  ];
  for (const isMeant of ways) {
    const meant = boards.filter(({ name }) => isMeant(name));
    const [board] = meant;
    if (board === undefined) continue;
    if (meant.length === 1) return { kind: 'one', board };
    const named = meant.toSorted(
      (one, other) => one.name.localeCompare(other.name, 'en') || one.id - other.id,
    );
    return { kind: 'several', boards: named };
  }
  return { kind: 'none' };
}
