import { Lozenge } from '../../ui/lozenge';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';

import { VERDICTS } from './flag-words';
import { knownVerdict } from './last-record';
import type { ScoredCheck } from './record';

/** What the record says of a check, where it was read before and says something; nothing is asked for it. */
export function KnownVerdict({ check }: { readonly check: ScoredCheck['check'] }) {
  const { say } = useWords();
  const { boardId } = useDesk();
  const verdict = knownVerdict(boardId, check);
  if (verdict !== 'earns-its-place' && verdict !== 'consider-off') return null;
  const { label, tone } = VERDICTS[verdict];
  return <Lozenge tone={tone}>{say(label)}</Lozenge>;
}
