/** A query that Jira refuses, with all its reasons in Jira's words. */
export class JqlError extends Error {
  override readonly name = 'JqlError';
  readonly messages: readonly string[];

  constructor(messages: readonly string[]) {
    super(messages.join(' '));
    this.messages = messages;
  }
}

/** A query that Jira would answer and this site cannot: saying that the field does not exist would mislead. */
export class JqlNotSimulated extends Error {
  override readonly name = 'JqlNotSimulated';
}
