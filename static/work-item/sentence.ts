import type { WorkItem } from '#src/contract/work-item/calls';

import { useWords } from '../ui/words';

/** What is said of an issue that is judged, as one sentence: ready or not, with how many flags; null for any other. */
export function useSentence(item: WorkItem | null): string | null {
  const { say } = useWords();
  const issue = item?.health?.issues[0];
  if (issue === undefined) return null;
  const grave = issue.findings.filter(({ severity }) => severity !== 'info').length;
  if (!issue.isReady) return say('item.not-ready', { flags: grave });
  return grave === 0 ? say('item.ready') : say('item.ready-with-flags', { flags: grave });
}
