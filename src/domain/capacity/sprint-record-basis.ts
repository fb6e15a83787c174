/** What of a board decides the figures of its sprints, besides the issues. */
export interface RecordBasis {
  readonly estimation: { readonly fieldId: string } | null;
  readonly doneStatusIds: readonly string[];
  readonly firstStatusIds?: readonly string[];
  readonly filterId?: string;
}

/** The same text for boards that count alike; another one makes other records. */
export function recordBasisOf({
  estimation,
  doneStatusIds,
  firstStatusIds = [],
  filterId = '',
}: RecordBasis): string {
  const parts = [
    estimation?.fieldId ?? 'items',
    doneStatusIds.toSorted().join(','),
    firstStatusIds.toSorted().join(','),
    filterId,
  ];
  return parts.join('/');
}

/**
 * Whether a record's figures are those that the board has today: of its filter, its done statuses and its estimation field; of items,
 * whatever the field is.
 */
export function isSameCount(recordBasis: string, board: RecordBasis, unit: 'points' | 'items'): boolean {
  const [field, done, , filter] = recordBasis.split('/');
  const [fieldNow, doneNow, , filterNow] = recordBasisOf(board).split('/');
  return done === doneNow && filter === filterNow && (unit === 'items' || field === fieldNow);
}
