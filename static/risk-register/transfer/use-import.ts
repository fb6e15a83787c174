import { useState } from 'react';

import { LIMITS } from '#src/domain/risk/limits';

import { usePlatform } from '../../ui/bridge-context';

import { useChange } from '../change-log';
import { useDesk } from '../desk';
import { useNav } from '../nav';
import type { Outcome } from '../state/send-change';
import { notDoneWords } from '../words/problem-words';
import { useRiskWords } from '../words/risk-words';

import { lookUpIssues, lookUpPeople } from './look-up';
import { draftRows, readFile, valuesOf, type CsvFile, type DraftedRow } from './read-file';

/** As many as one call makes. */
const BATCH = 20;
const LARGEST = 5 * 1024 * 1024;

/** A file that was read, and what would become of it. */
export interface Preview {
  readonly name: string;
  readonly file: CsvFile;
  readonly rows: readonly DraftedRow[];
  /** Ids of the risks to be, so that trying again makes none twice. */
  readonly ids: ReadonlyMap<number, string>;
}

/** Whether a row is a risk now; `same` is one of an attempt whose answer got lost. */
const isMade = (outcome: Outcome | undefined): boolean =>
  outcome?.kind === 'done' || outcome?.kind === 'same';

/** Reads a file, and makes risks of its lines in batches. What was made stays made when a batch fails; trying again goes on there. */
export function useImport() {
  const words = useRiskWords();
  const { say } = words;
  const { register, risks, people, mitigations, opened, acts } = useDesk();
  const { back } = useNav();
  const { noteAll } = useChange();
  const { bridge } = usePlatform();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [isReading, setIsReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [made, setMade] = useState<ReadonlyMap<number, Outcome>>(new Map());

  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setProblem(null);
    setPreview(null);
    setMade(new Map());
    if (chosen.size > LARGEST) {
      setProblem(say('risk.import.too-big'));
      return;
    }
    setIsReading(true);
    try {
      const file = readFile(await chosen.text());
      const wanted = [
        ...valuesOf(file, 'owner'),
        ...valuesOf(file, 'ownerId'),
        ...valuesOf(file, 'acceptedById'),
      ];
      const [{ accounts, people: found }, issueIds] = await Promise.all([
        lookUpPeople(bridge, [...new Set(wanted)], people.names),
        mitigations === null ? null : lookUpIssues(bridge, valuesOf(file, 'issues')),
      ]);
      people.learn(found);
      const rows = draftRows(file, {
        scale: register.scale,
        categories: register.categories.map((each) => ({ id: each.id, name: words.category(each.id) })),
        accounts,
        issueIds,
        today: opened.today,
      });
      setPreview({
        name: chosen.name,
        file,
        rows,
        ids: new Map(rows.map(({ line }) => [line, crypto.randomUUID()])),
      });
    } catch {
      setProblem(say('risk.import.unreadable'));
    } finally {
      setIsReading(false);
    }
  };

  const ready = preview?.rows.filter(({ invalid }) => invalid.length === 0) ?? [];
  const room = LIMITS.risksInRegister - risks.length;
  const isOverFull = ready.length > room;
  const left = ready.filter(({ line }) => !isMade(made.get(line)));

  const run = async () => {
    if (preview === null) return;
    setProblem(null);
    const now = new Map(made);
    for (let at = 0; at < left.length; at += BATCH) {
      setProgress(ready.length - left.length + at);
      const batch = left.slice(at, at + BATCH);
      const outcomes = await acts.create(
        batch.map(({ line, fields }) => ({
          id: preview.ids.get(line) ?? crypto.randomUUID(),
          fields,
          origin: { kind: 'import' },
        })),
      );
      batch.forEach(({ line }, index) => {
        const outcome = outcomes[index];
        if (outcome !== undefined) now.set(line, outcome);
      });
      setMade(new Map(now));
      const failed = outcomes.find(({ kind }) => kind === 'failed' || kind === 'refused');
      if (failed !== undefined) {
        setProgress(null);
        const count = [...now.values()].filter(isMade).length;
        setProblem(
          say('risk.import.stopped', { count, all: ready.length, reason: notDoneWords(words, failed) ?? '' }),
        );
        return;
      }
    }
    setProgress(null);
    const done = [...now.values()].flatMap((outcome) => (outcome.kind === 'done' ? [outcome] : []));
    noteAll(say('risk.import.done', { count: [...now.values()].filter(isMade).length }), done);
    back();
  };

  return {
    /** null until a file was read. */
    preview,
    isReading,
    problem,
    /** How many are made while it runs; null otherwise. */
    progress,
    /** The rows that can become risks, and those of them that have not yet. */
    ready,
    left,
    /** How many more risks the register takes, and whether that is too few. */
    room,
    isOverFull,
    choose,
    run,
  };
}
