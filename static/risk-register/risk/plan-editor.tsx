import { useEffect, useId, useRef, useState } from 'react';

import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { MarkType } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { EditorState, type Command } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

import type { AdfNode } from '#src/domain/backlog/issue';

import { useLatest } from '../parts/use-latest';
import { useRiskWords } from '../words/risk-words';

import { planFromEditor, planToEditor } from './plan-document';
import { PLAN_SCHEMA } from './plan-schema';
import './plan.css';

const { nodes, marks } = PLAN_SCHEMA;
const known = <T,>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The schema of plans has no such part.');
  return value;
};
const LIST_ITEM = known(nodes['listItem']);
const BULLETS = known(nodes['bulletList']);
const NUMBERS = known(nodes['orderedList']);
const STRONG = known(marks['strong']);
const EM = known(marks['em']);

/** Tab leaves the field, as it does everywhere: it indents nothing. */
const KEYS = keymap({
  'Mod-b': toggleMark(STRONG),
  'Mod-i': toggleMark(EM),
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  'Mod-]': sinkListItem(LIST_ITEM),
  'Mod-[': liftListItem(LIST_ITEM),
  Enter: splitListItem(LIST_ITEM),
});

const RULES = inputRules({
  rules: [wrappingInputRule(/^\s*[-*]\s$/, BULLETS), wrappingInputRule(/^\s*1\.\s$/, NUMBERS)],
});

function isMarked(state: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  return empty
    ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
    : state.doc.rangeHasMark(from, to, type);
}

/** Writes a plan with the little that plans need: bold, italic, lists. Everything else that is in it stays as it is. */
export function PlanEditor({
  plan,
  label,
  isReadOnly = false,
  describedBy,
  onChange,
}: {
  /** As it is when the editor appears; later values are its own. */
  readonly plan: AdfNode | null;
  readonly label: string;
  readonly isReadOnly?: boolean;
  readonly describedBy?: string | undefined;
  readonly onChange: (plan: AdfNode | null) => void;
}) {
  const { say } = useRiskWords();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const first = useRef(plan);
  const told = useLatest(onChange);
  const [state, setState] = useState<EditorState | null>(null);
  const hint = useId();

  useEffect(() => {
    if (place.current === null) return undefined;
    const start = planToEditor(first.current);
    const editor = new EditorView(place.current, {
      state: EditorState.create({ doc: start, plugins: [RULES, KEYS, keymap(baseKeymap), history()] }),
      editable: () => !isReadOnly,
      attributes: {
        class: 'plan__text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        ...(isReadOnly ? { 'aria-readonly': 'true', tabindex: '0' } : {}),
        ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
      },
      dispatchTransaction(transaction) {
        const next = editor.state.apply(transaction);
        editor.updateState(next);
        setState(next);
        if (!transaction.docChanged) return;
        // Taken back to where it began, it is what it was, to the letter.
        told.current(next.doc.eq(start) ? first.current : planFromEditor(next.doc));
      },
    });
    view.current = editor;
    setState(editor.state);
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [label, isReadOnly, describedBy, told]);

  const run = (command: Command) => {
    const editor = view.current;
    if (editor === null) return;
    command(editor.state, editor.dispatch, editor);
    editor.focus();
  };
  const tool = (text: string, command: Command, isOn: boolean | null) => (
    <button
      type="button"
      className="plan__tool"
      {...(isOn !== null && { 'aria-pressed': isOn })}
      disabled={state === null || !command(state)}
      onMouseDown={(event) => {
        // The selection stays where it is.
        event.preventDefault();
      }}
      onClick={() => {
        run(command);
      }}
    >
      {text}
    </button>
  );

  return (
    <div className={isReadOnly ? 'plan plan--read-only' : 'plan'}>
      {!isReadOnly && (
        <div className="plan__tools" role="group" aria-label={say('risk.plan.tools')}>
          {tool(say('risk.plan.bold'), toggleMark(STRONG), state !== null && isMarked(state, STRONG))}
          {tool(say('risk.plan.italic'), toggleMark(EM), state !== null && isMarked(state, EM))}
          {tool(say('risk.plan.bullets'), wrapInList(BULLETS), null)}
          {tool(say('risk.plan.numbers'), wrapInList(NUMBERS), null)}
          {tool(say('risk.plan.outdent'), liftListItem(LIST_ITEM), null)}
        </div>
      )}
      <div ref={place} id={hint} />
    </div>
  );
}
