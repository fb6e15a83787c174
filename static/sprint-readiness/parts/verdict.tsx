import type { MessageId } from '../../ui/locale';
import type { Words } from '../../ui/words';
import { useWords } from '../../ui/words';

import './verdict.css';

/** The one sentence of a sprint; its message has a `mark` around what matters. */
export interface Sentence {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, string | number>>;
  readonly tone: 'good' | 'warning' | 'problem' | 'plain';
}

/** The sentence as it is read aloud. */
export function spokenSentence({ say }: Words, { id, values }: Sentence): string {
  return say(id, { ...values, mark: (parts) => parts.join('') });
}

/** The answer in one sentence, and below it what it rests on. */
export function Verdict({
  sentence,
  basis,
}: {
  readonly sentence: Sentence;
  readonly basis: readonly string[];
}) {
  const { show } = useWords();
  return (
    <div className="sprint-verdict">
      <h2 className="sprint-verdict__sentence">
        {show(sentence.id, {
          ...sentence.values,
          mark: (parts) => (
            <strong key="mark" className={`sprint-verdict__mark sprint-verdict__mark--${sentence.tone}`}>
              {parts}
            </strong>
          ),
        })}
      </h2>
      {basis.map((line) => (
        <p key={line} className="sprint-verdict__basis">
          {line}
        </p>
      ))}
    </div>
  );
}
