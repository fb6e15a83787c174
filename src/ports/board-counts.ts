/**
 * How many issues of a board are not done, by Jira's index, as far as whoever asks may see them.
 * @throws ReadFailure `not-found` or `no-access` when there is no such board for them, `rate-limited` when Jira has no capacity.
 */
export type CountOpenItems = (boardId: number) => Promise<number>;

/**
 * How many issues of a board are in running sprints, done ones too; null when no sprint runs on it: one without issues cannot be started.
 * @throws ReadFailure as `CountOpenItems` does.
 */
export type CountSprintItems = (boardId: number) => Promise<number | null>;
