import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** Writes a day: "6 Dec", with the year where it is another than that of `today`. */
export function useDay(): (date: string, today: string) => string {
  const intl = useIntl();
  return useCallback(
    (date, today) =>
      intl.formatDate(`${date}T00:00:00Z`, {
        timeZone: 'UTC',
        day: 'numeric',
        month: 'short',
        ...(date.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
      }),
    [intl],
  );
}
