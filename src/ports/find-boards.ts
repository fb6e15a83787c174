import type { BoardSummary } from '#src/ports/boards';

/** A board as it is found by somebody who looks for it. */
export interface FoundBoard extends BoardSummary {
  /** The project it is located in; null for a person's own board. */
  readonly projectKey: string | null;
}

/**
 * Boards whose name has the text in it, as far as the asker may see them: the first fifty that Jira names.
 * @throws ReadFailure
 */
export type SearchBoards = (text: string) => Promise<readonly FoundBoard[]>;

/** The site's own address, such as `https://acme.atlassian.net`, without a trailing slash. @throws ReadFailure */
export type ReadSiteAddress = () => Promise<string>;
