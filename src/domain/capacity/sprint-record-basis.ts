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
 * Whether a record's figures of what was delivered are those of a count by this estimation field and these done statuses: of items, whatever
 * the field is.
 */
export function isSameCount(
  recordBasis: string,
  { fieldId, doneStatusIds }: { readonly fieldId: string; readonly doneStatusIds: readonly string[] },
  unit: 'points' | 'items',
): boolean {
  const [field, done] = recordBasis.split('/');
  return done === doneStatusIds.toSorted().join(',') && (unit === 'items' || field === fieldId);
}
