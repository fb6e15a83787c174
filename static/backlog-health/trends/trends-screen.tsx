import { useCallback, useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import type { Trend } from '#src/contract/trend';

import { usePlatform } from '../../ui/bridge-context';
import { failureTitle, FailureNotice } from '../../ui/failure-notice';
import { Notice } from '../../ui/notice';
import { useAnswer } from '../../ui/use-answer';
import { useStagedWords } from '../../ui/use-staged-words';
import { useWords } from '../../ui/words';

import { Frame } from '../frame';

import { spanOf } from './chart-layout';
import { LineChart } from './line-chart';
import { basisOf, sentenceOf } from './sentence';
import { seriesOf, unitOf, type Figure } from './series';
import { TrendTable } from './trend-table';
import './trends.css';

const STAGES = [
  { after: 0, message: 'trends.loading' },
  { after: 8000, message: 'loading.long' },
] as const;

const FIGURES: readonly Figure[] = ['runway', 'ready', 'depth', 'scope', 'sprint', 'open'];

function Charts({ trend }: { readonly trend: Trend }) {
  const { days, today } = trend;
  const span = spanOf(days, today);
  return (
    <div className="trends__charts">
      {FIGURES.map((figure) => (
        <LineChart
          key={figure}
          series={seriesOf(trend, figure)}
          span={span}
          unit={unitOf(trend) ?? 'items'}
          today={today}
        />
      ))}
    </div>
  );
}

function Answer({ trend }: { readonly trend: Trend }) {
  const words = useWords();
  const { say } = words;
  const [isTable, setIsTable] = useState(false);
  const shown = useId();
  if (trend.days.length === 0) {
    return (
      <Notice title={say('trends.empty.title')} tone="empty">
        <p className="notice__text">{say('trends.empty.body')}</p>
      </Notice>
    );
  }
  return (
    <>
      <h2 className="trends__sentence">{sentenceOf(words, trend)}</h2>
      <p className="trends__basis">{basisOf(words, trend).join(' ')}</p>
      <div className="trends__switch">
        <Button
          aria-controls={shown}
          onClick={() => {
            setIsTable(!isTable);
          }}
        >
          {say(isTable ? 'trends.as-charts' : 'trends.as-table')}
        </Button>
      </div>
      <div id={shown}>{isTable ? <TrendTable trend={trend} /> : <Charts trend={trend} />}</div>
    </>
  );
}

/** How a board's figures went in the last 90 days. */
export default function TrendsScreen({
  boardId,
  onOtherBoard,
}: {
  readonly boardId: number;
  /** Present where the viewer chose the board here. */
  readonly onOtherBoard?: () => void;
}) {
  const words = useWords();
  const { say } = words;
  const { bridge } = usePlatform();
  const ask = useCallback(async () => await bridge.call('get-trend', { boardId }), [bridge, boardId]);
  const { asked, askAgain } = useAnswer(ask);
  const { data, failure, isAsking } = asked;
  const waiting = useStagedWords(STAGES, isAsking);
  const failed = failure && failureTitle(words, failure);
  const told =
    data === null ? '' : data.days.length === 0 ? say('trends.empty.title') : sentenceOf(words, data);
  return (
    <Frame
      title={say('views.trends')}
      spoken={failed ?? (isAsking ? waiting : told)}
      actions={
        onOtherBoard !== undefined && <Button onClick={onOtherBoard}>{say('screen.other-board')}</Button>
      }
    >
      {data !== null && <Answer trend={data} />}
      {data === null && failure !== null && <FailureNotice failure={failure} onRetry={askAgain} />}
      {data === null && failure === null && (
        <div className="trends__waiting" aria-hidden="true">
          <div className="trends__bar" />
          <div className="trends__charts">
            {FIGURES.map((figure) => (
              <div key={figure} className="trends__block" />
            ))}
          </div>
        </div>
      )}
    </Frame>
  );
}
