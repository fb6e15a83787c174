import { useMemo } from 'react';
import { useIntl } from 'react-intl';

import type { CalendarDate } from '#src/domain/risk/calendar';
import type { Level } from '#src/domain/risk/level';
import type { Scale } from '#src/domain/risk/rating';

import type { ScreenContext } from '../ui/bridge';
import { useWords, type Words } from '../ui/words';

/** `Words` that know days, levels and the steps of a matrix. */
export interface OverviewWords extends Words {
  /** "6 Dec", with the year where it is another than that of `today`. */
  readonly day: (date: CalendarDate, today: CalendarDate) => string;
  readonly level: (level: Level) => string;
  readonly step: (step: number, scale: Scale) => string;
}

export function useOverviewWords(): OverviewWords {
  const words = useWords();
  const intl = useIntl();
  return useMemo(() => {
    const { say } = words;
    return {
      ...words,
      day: (date, today) =>
        intl.formatDate(`${date}T00:00:00Z`, {
          timeZone: 'UTC',
          day: 'numeric',
          month: 'short',
          ...(date.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
        }),
      level: (level) => say('overview.level', { level }),
      step: (step, scale) => say(scale === 3 ? 'overview.step.three' : 'overview.step.five', { step }),
    };
  }, [words, intl]);
}

/** Whether the screen is about a space or about the whole site. */
export const scopeOf = ({ spaceId }: Pick<ScreenContext, 'spaceId'>) =>
  spaceId === undefined ? 'site' : 'space';
