/** A value that Jira refuses, for the list of errors by field. */
export class FieldRefusal extends Error {
  override readonly name = 'FieldRefusal';
}

/** The words for a parent that is not exactly one level above. */
export const WRONG_PARENT = 'Given parent work item does not belong to appropriate hierarchy.';

/** The words for a field that this request may not set. */
export function notSettable(fieldId: string): FieldRefusal {
  return new FieldRefusal(
    `Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`,
  );
}
