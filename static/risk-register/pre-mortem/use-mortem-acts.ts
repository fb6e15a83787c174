import { useRef, useState } from 'react';

import { draftFromReason, type Reason } from '#src/domain/risk/pre-mortem';

import { useDesk } from '../desk';
import { emptyRisk } from '../risk/empty-risk';
import { troubleTitle } from '../trouble';
import { notDoneWords } from '../words/problem-words';
import { useRiskWords } from '../words/risk-words';

import type { usePreMortem, Written } from './use-pre-mortem';

/** What can be done with reasons. Why something was not done, and what was, is kept in words. */
export function useMortemActs(write: ReturnType<typeof usePreMortem>['write']) {
  const words = useRiskWords();
  const { say } = words;
  const { register, acts } = useDesk();
  const [problem, setProblem] = useState<string | null>(null);
  const [spoken, setSpoken] = useState('');
  // One id for as long as a risk is made of the same reason: sent twice, it is there once.
  const riskIds = useRef(new Map<string, string>());

  const reasonWhyNot = (written: Written): string | null => {
    if (written.kind === 'written') return null;
    if (written.kind === 'failed') return troubleTitle(words, written.failure);
    const { problem: found } = written;
    switch (found.kind) {
      case 'empty':
        return say('risk.mortem.empty');
      case 'too-long':
        return say('risk.problem.too-long', { limit: found.limit, over: found.length - found.limit });
      case 'too-many':
        return say('risk.mortem.too-many', { limit: found.limit });
    }
  };
  const add = async (id: string, text: string) => {
    if (text.trim() === '') {
      setProblem(say('risk.mortem.empty'));
      return false;
    }
    const why = reasonWhyNot(await write({ kind: 'reason', id, text }));
    setProblem(why);
    if (why === null) setSpoken(say('risk.mortem.added'));
    return why === null;
  };
  const like = async (reason: Reason) => {
    setProblem(
      reasonWhyNot(await write({ kind: 'like', reasonId: reason.id, isLiked: !reason.isLikedByViewer })),
    );
  };
  const merge = async (chosen: readonly Reason[]) => {
    const reasonIds = [...chosen].sort((a, b) => b.likes - a.likes).map((reason) => reason.id);
    const why = reasonWhyNot(await write({ kind: 'merge', id: crypto.randomUUID(), reasonIds, text: null }));
    setProblem(why);
    if (why === null) setSpoken(say('risk.mortem.merged', { count: reasonIds.length }));
    return why === null;
  };
  const toRisk = async (reason: Reason) => {
    const { probability, impact } = emptyRisk(register);
    const riskId = riskIds.current.get(reason.id) ?? crypto.randomUUID();
    riskIds.current.set(reason.id, riskId);
    const fields = draftFromReason(reason, { probability, impact });
    const [outcome] = await acts.create([
      { id: riskId, fields, origin: { kind: 'pre-mortem', reasonId: reason.id } },
    ]);
    if (outcome === undefined) return;
    setProblem(notDoneWords(words, outcome));
    if (outcome.kind !== 'done' && outcome.kind !== 'same') return;
    setSpoken(say('risk.mortem.made', { number: String(outcome.risk.number) }));
    await write({ kind: 'risk', reasonId: reason.id, riskId });
  };

  return { problem, spoken, add, like, merge, toRisk };
}
