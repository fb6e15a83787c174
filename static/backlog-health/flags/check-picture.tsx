import { checkName } from '../../findings/findings';
import { Lozenge } from '../../ui/lozenge';
import { useWords } from '../../ui/words';

import { rateOf, sideInWords, VERDICTS } from './flag-words';
import type { FlagRecord, ScoredCheck, Side } from './record';
import { TurnOff } from './turn-off';

const place = (share: number) => `${Math.round(share * 1000) / 10}%`;

/** Where the rate of one side is, and where it may be. Flagged issues have a filled dot, others a ring. */
function Track({ side, isFlagged }: { readonly side: Side; readonly isFlagged: boolean }) {
  const words = useWords();
  const { say, percent } = words;
  const rate = rateOf(side);
  return (
    <div className={`flags__side flags__side--${isFlagged ? 'flagged' : 'others'}`}>
      <span className="flags__of" aria-hidden="true">
        {say(isFlagged ? 'flags.flagged' : 'flags.others')}
      </span>
      <span className="flags__track" aria-hidden="true">
        <span
          className="flags__likely"
          style={{ insetInlineStart: place(side.low), width: place(side.high - side.low) }}
        />
        <span className="flags__dot" style={{ insetInlineStart: place(rate) }} />
      </span>
      <span className="flags__count" aria-hidden="true">
        <b>{percent(Math.round(rate * 100) / 100)}</b>{' '}
        {say('flags.count', { troubled: side.troubled, issues: side.issues })}
      </span>
      <span className="for-readers">{sideInWords(words, side, isFlagged)}</span>
    </div>
  );
}

/** One check: what is said of it, and the two rates that it rests on. */
export function CheckPicture({
  record: { board, canChange, isLicensed },
  check,
  wasSwitched,
  onSwitched,
}: {
  readonly record: FlagRecord;
  readonly check: ScoredCheck;
  /** Since the view was opened, so that it can be undone. */
  readonly wasSwitched: boolean;
  readonly onSwitched: (isOn: boolean, told: string) => void;
}) {
  const words = useWords();
  const { say } = words;
  const { label, tone } = VERDICTS[check.verdict];
  const isAdvisedOff = check.verdict === 'consider-off';
  return (
    <li className="flags__check">
      <div className="flags__head">
        <h3 className="flags__name">{checkName(words, check.check)}</h3>
        <Lozenge tone={check.isOn ? tone : 'neutral'}>{say(check.isOn ? label : 'flags.is-off')}</Lozenge>
        {isAdvisedOff && isLicensed && canChange && (check.isOn || wasSwitched) && (
          <TurnOff boardId={board.id} check={check} onDone={onSwitched} />
        )}
        {isAdvisedOff && isLicensed && !canChange && check.isOn && (
          <p className="flags__ask">{say('flags.ask-admin')}</p>
        )}
      </div>
      <div className="flags__sides">
        <Track side={check.flagged} isFlagged />
        <Track side={check.unflagged} isFlagged={false} />
      </div>
    </li>
  );
}
