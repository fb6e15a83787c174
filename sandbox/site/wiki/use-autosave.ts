import { useEffect, useRef, useState } from 'react';

import type { Adf } from '#sandbox/jira/model';

import { type Content, documentOf } from './editor-document';
import { act, type PageData } from './wiki-client';

const AUTOSAVE_MS = 700;

/** Keeps the draft on the site a moment after each change. Answers what to say about it. */
export function useAutosave(page: PageData, content: Content, basedOn: number) {
  const [state, setState] = useState('');
  const first = useRef(content);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (content === first.current) return undefined;
    timer.current = setTimeout(() => {
      act({
        act: 'saveDraft',
        pageId: page.id,
        title: content.title,
        body: documentOf(content) as Adf,
        basedOn,
      }).then(
        () => {
          setState('Draft saved');
        },
        (error: unknown) => {
          setState(error instanceof Error ? error.message : String(error));
        },
      );
    }, AUTOSAVE_MS);
    return () => {
      clearTimeout(timer.current);
    };
  }, [content, page.id, basedOn]);
  return {
    state,
    stop: () => {
      clearTimeout(timer.current);
    },
  };
}
