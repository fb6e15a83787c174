import { daysBefore, type Day } from '#src/domain/trend/day';

/** A board is watched for as many days after somebody opened it. */
export const DAYS_WATCHED = 30;

/** The first day on which a board must have been opened to be watched today. */
export const watchedSince = (today: Day): Day => daysBefore(today, DAYS_WATCHED);
