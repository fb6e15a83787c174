/** The headers of a call that sends JSON. */
export const JSON_BODY = { 'Content-Type': 'application/json', Accept: 'application/json' } as const;
