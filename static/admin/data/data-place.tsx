import { useCallback, useId } from 'react';
import { FormattedDate } from 'react-intl';

import Spinner from '@atlaskit/spinner';

import type { DataState } from '#src/contract/admin/data';

import { usePlatform } from '../../ui/bridge-context';
import { FailureNotice } from '../../ui/failure-notice';
import { useAnswer } from '../../ui/use-answer';
import { useWords } from '../../ui/words';

import { ExportPart } from './export-part';
import { ImportPart } from './import-part';
import '../place.css';
import './data.css';

function Report({ lastReport, underWaySince }: DataState) {
  const { say, show } = useWords();
  if (lastReport === null) {
    return (
      <p className="data__text">
        {say(underWaySince === null ? 'admin.data.report.never' : 'admin.data.report.first')}
      </p>
    );
  }
  const { finishedAt, accounts, closed } = lastReport;
  const at = <FormattedDate value={finishedAt} dateStyle="medium" />;
  return (
    <>
      <p className="data__text">{show('admin.data.report.last', { at, accounts, closed })}</p>
      {underWaySince !== null && <p className="data__text">{say('admin.data.report.under-way')}</p>}
    </>
  );
}

/** Everything that is stored: taking it out, putting it back, and what becomes of it. */
export function DataPlace() {
  const { say } = useWords();
  const { bridge } = usePlatform();
  const ask = useCallback(async () => await bridge.call('get-data-state', {}), [bridge]);
  const { asked, askAgain } = useAnswer(ask);
  const [stored, privacy, removing] = [useId(), useId(), useId()];
  if (asked.data === null) {
    return asked.failure === null ? (
      <p className="data__state" role="status">
        <Spinner size="small" /> {say('admin.data.loading')}
      </p>
    ) : (
      <FailureNotice failure={asked.failure} onRetry={askAgain} />
    );
  }
  return (
    <div className="data">
      <ExportPart />
      <ImportPart />
      <section aria-labelledby={stored}>
        <h2 id={stored} className="admin-heading">
          {say('admin.data.stored.title')}
        </h2>
        <p className="data__text">{say('admin.data.stored.body')}</p>
        <p className="data__text">{say('admin.data.stored.people')}</p>
      </section>
      <section aria-labelledby={privacy}>
        <h2 id={privacy} className="admin-heading">
          {say('admin.data.report.title')}
        </h2>
        <p className="data__text">{say('admin.data.report.body')}</p>
        <Report {...asked.data} />
      </section>
      <section aria-labelledby={removing}>
        <h2 id={removing} className="admin-heading">
          {say('admin.data.removing.title')}
        </h2>
        <p className="data__text">{say('admin.data.removing.body')}</p>
      </section>
    </div>
  );
}
