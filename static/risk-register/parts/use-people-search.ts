import { useEffect, useState } from 'react';

import { usePlatform } from '../../ui/bridge-context';

import { findPeople, type Person } from '../state/people';

const WAIT_FOR_TYPING = 250;
const SHORTEST = 2;

/** Where a search for people is. */
export interface PeopleSearch {
  /** `idle` while too little is typed to search for. */
  readonly state: 'idle' | 'searching' | 'found' | 'failed';
  /** While more is typed, those that were found last. */
  readonly people: readonly Person[];
  readonly again: () => void;
}

/** Searches the site's people for what is typed, once the typing pauses. Answers that come late are passed over. */
export function usePeopleSearch(wanted: string): PeopleSearch {
  const { bridge } = usePlatform();
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{
    readonly to: string;
    readonly attempt: number;
    /** null where Confluence did not answer. */
    readonly people: readonly Person[] | null;
  } | null>(null);
  const isLong = wanted.length >= SHORTEST;

  useEffect(() => {
    if (!isLong) return undefined;
    let isWanted = true;
    const answered = (people: readonly Person[] | null) => {
      if (isWanted) setAnswer({ to: wanted, attempt, people });
    };
    const timer = setTimeout(() => {
      findPeople(bridge, wanted).then(answered, () => {
        answered(null);
      });
    }, WAIT_FOR_TYPING);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [bridge, wanted, isLong, attempt]);

  const again = () => {
    setAttempt((last) => last + 1);
  };
  if (!isLong) return { state: 'idle', people: [], again };
  const people = answer?.people ?? [];
  if (answer?.to !== wanted || answer.attempt !== attempt) return { state: 'searching', people, again };
  return { state: answer.people === null ? 'failed' : 'found', people, again };
}
