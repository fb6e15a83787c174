import { useRiskWords } from '../words/risk-words';

import { useListView } from './list-view';

/** What stands where the list would, when it lists nothing: the filter hides everything, or every risk is over. */
export function NothingListed({ isFiltered }: { readonly isFiltered: boolean }) {
  const { say } = useRiskWords();
  const { filterBy, clear, heading } = useListView();
  return (
    <div className="list__none">
      <p className="list__none-title">{say(isFiltered ? 'risk.list.none' : 'risk.list.none-live')}</p>
      <button
        type="button"
        className="link-button"
        onClick={() => {
          if (isFiltered) clear();
          else filterBy({ state: 'all' });
          heading.current?.focus();
        }}
      >
        {say(isFiltered ? 'risk.list.clear' : 'risk.list.show-over')}
      </button>
    </div>
  );
}
