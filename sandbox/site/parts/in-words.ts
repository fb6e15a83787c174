const dateTime = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** An instant of Jira's in words, UTC. */
export const inWords = (instant: string) => dateTime.format(new Date(instant));
