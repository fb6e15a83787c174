import { useNamesOf } from '../../ui/use-names';
import { useDesk } from '../desk';

/** The display names of accounts: of those that the screen knows already, and of these. @param accountIds Joined by commas. */
export function useNames(accountIds: string): Readonly<Record<string, string>> {
  const { people } = useDesk().health.words;
  return { ...people, ...useNamesOf(accountIds) };
}
