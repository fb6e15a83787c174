import { Lozenge, type Tone } from '../../ui/lozenge';
import type { MessageId } from '../../ui/locale';
import { inOneBreath, useWords } from '../../ui/words';
import type { Health } from '../health';

import { basisOf } from './basis';
import { isShortageKnown } from './verdict';
import { verdictSentence } from './verdict-sentence';
import './verdict.css';

type Band = NonNullable<Health['band']>;

interface BandWords {
  readonly tone: Tone;
  readonly word: MessageId;
}

const BANDS = {
  red: { tone: 'danger', word: 'band.red' },
  amber: { tone: 'warning', word: 'band.amber' },
  green: { tone: 'success', word: 'band.green' },
  overstocked: { tone: 'warning', word: 'band.overstocked' },
} as const satisfies Record<Band, BandWords>;

/** The answer in one sentence, and below it what it rests on. */
export function VerdictLine({ health }: { readonly health: Health }) {
  const words = useWords();
  const { id, values } = verdictSentence(words, health);
  const { band: known } = health;
  const isClaimed =
    known !== null && (isShortageKnown(health) || known === 'green' || known === 'overstocked');
  const band = isClaimed ? BANDS[known] : null;
  return (
    <div className="verdict">
      <h2 className="verdict__sentence">
        {words.show(id, {
          ...values,
          mark: (parts) => (
            <strong key="figure" className={`verdict__figure verdict__figure--${isClaimed ? known : 'none'}`}>
              {parts}
            </strong>
          ),
        })}
      </h2>
      <p className="verdict__basis">
        {band !== null && (
          <>
            <Lozenge tone={band.tone}>{words.say(band.word)}</Lozenge>{' '}
          </>
        )}
        {inOneBreath(basisOf(words, health))}
      </p>
    </div>
  );
}
