import { useId, useState } from 'react';

import { Shown } from '../parts/states';
import { useLoaded } from '../use-loaded';
import { ActionForm } from './action-form';
import { type Inputs, readAgents, type RovoAction, type RovoAgent, runAction } from './home-client';

/** A use of an action with what it answered. */
interface Turn {
  readonly id: number;
  readonly action: RovoAction;
  readonly inputs: Inputs;
  readonly answer: string;
}

/** What is beside the chat: an issue's key, or the address or the number of a page. */
function besideOf(text: string) {
  const wanted = text.trim();
  if (wanted === '') return {};
  const pageId = /^\d+$/.test(wanted) ? wanted : /\/pages\/(?:edit\/)?(\d+)/.exec(wanted)?.[1];
  return pageId === undefined ? { issueKey: wanted.toUpperCase() } : { pageId };
}

function Chat({ agent }: { readonly agent: RovoAgent }) {
  const id = useId();
  const [chosen, setChosen] = useState<RovoAction | null>(null);
  const [beside, setBeside] = useState('');
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [isBusy, setBusy] = useState(false);
  const use = (action: RovoAction, inputs: Inputs, isConfirmed: boolean) => {
    setBusy(true);
    const note = (answer: string) => {
      setTurns((last) => [...last, { id: last.length + 1, action, inputs, answer }]);
      setBusy(false);
    };
    runAction({ actionKey: action.key, inputs, beside: besideOf(beside), isConfirmed }).then(
      (answer) => {
        note(JSON.stringify(answer, null, 2));
      },
      (error: unknown) => {
        note(error instanceof Error ? error.message : String(error));
      },
    );
  };
  return (
    <div className="rovo">
      <header className="page-head">
        <h1>{agent.name}</h1>
      </header>
      <p>{agent.description}</p>
      <p className="rovo-note">
        Rovo’s language model is not part of the local site. Choose yourself what it would choose, an action
        and its inputs, and see what it would be answered.
      </p>
      <section aria-labelledby={`${id}-starters`}>
        <h2 id={`${id}-starters`}>Conversation starters</h2>
        <p className="rovo-buttons">
          {agent.conversationStarters.map((starter, index) => (
            <button
              key={starter}
              type="button"
              className="button"
              onClick={() => {
                setChosen(agent.actions[index] ?? null);
              }}
            >
              {starter}
            </button>
          ))}
        </p>
      </section>
      <section aria-labelledby={`${id}-action`}>
        <h2 id={`${id}-action`}>Action</h2>
        <p>
          <label htmlFor={`${id}-beside`}>
            Open beside (the key of an issue, or a page’s number or address)
          </label>
          <input
            id={`${id}-beside`}
            value={beside}
            onChange={(event) => {
              setBeside(event.currentTarget.value);
            }}
          />
        </p>
        <p>
          <label htmlFor={`${id}-which`}>Which action</label>
          <select
            id={`${id}-which`}
            value={chosen?.key ?? ''}
            onChange={(event) => {
              setChosen(agent.actions.find(({ key }) => key === event.currentTarget.value) ?? null);
            }}
          >
            <option value="">Choose one</option>
            {agent.actions.map(({ key, name, actionVerb }) => (
              <option key={key} value={key}>
                {name} ({actionVerb})
              </option>
            ))}
          </select>
        </p>
        {chosen && (
          <ActionForm
            key={chosen.key}
            action={chosen}
            isBusy={isBusy}
            onUse={(inputs, isConfirmed) => {
              use(chosen, inputs, isConfirmed);
            }}
          />
        )}
      </section>
      <section aria-labelledby={`${id}-answers`}>
        <h2 id={`${id}-answers`}>What the model would be told</h2>
        <div role="log" aria-label="Answers" aria-busy={isBusy}>
          <ol>
            {turns.map((turn) => (
              <li key={turn.id} className="rovo-turn">
                <p>
                  <strong>{turn.action.name}</strong>{' '}
                  <span className="muted">{JSON.stringify(turn.inputs)}</span>
                </p>
                <pre tabIndex={0}>{turn.answer}</pre>
              </li>
            ))}
          </ol>
        </div>
      </section>
      <details>
        <summary>The agent’s prompt</summary>
        <pre tabIndex={0}>{agent.prompt}</pre>
      </details>
    </div>
  );
}

/** The chat with the app's agent, without a language model. */
export function RovoPage() {
  const agents = useLoaded(readAgents);
  return (
    <Shown loaded={agents} what="page">
      {(list) =>
        list.length === 0 ? (
          <p>No app of this site has an agent.</p>
        ) : (
          <>
            {list.map((agent) => (
              <Chat key={agent.key} agent={agent} />
            ))}
          </>
        )
      }
    </Shown>
  );
}
