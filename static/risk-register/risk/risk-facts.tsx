import { lazy, Suspense } from 'react';

import { levelOn } from '#src/domain/risk/level';
import type { Risk } from '#src/domain/risk/risk';

import Button from '@atlaskit/button/new';

import { useDesk } from '../desk';
import { Room, useNav } from '../nav';
import { LevelLozenge } from '../parts/level-lozenge';
import { MitigationCell } from '../table/mitigation-cell';
import { stateWords } from '../words/event-words';
import { findingWords } from '../words/finding-words';
import { useRiskWords } from '../words/risk-words';

const PlanEditor = lazy(async () => ({ default: (await import('./plan-editor')).PlanEditor }));

/** One risk to read. */
export function RiskFacts({ risk }: { readonly risk: Risk }) {
  const words = useRiskWords();
  const { say } = words;
  const { go } = useNav();
  const { register, assessed, mitigations } = useDesk();
  const level = levelOn(risk, register.scale);
  const facts = assessed.get(risk.id) ?? null;
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [say('risk.form.cause'), risk.cause],
    [say('risk.form.event'), risk.event],
    [say('risk.form.effect'), risk.effect],
    [
      say('risk.field.level'),
      <>
        <LevelLozenge level={level} />{' '}
        {say('risk.exposure', { probability: words.step(risk.probability), impact: words.step(risk.impact) })}
      </>,
    ],
    [
      say('risk.form.residual'),
      risk.residual &&
        say('risk.exposure', {
          probability: words.step(risk.residual.probability),
          impact: words.step(risk.residual.impact),
        }),
    ],
    [say('risk.field.category'), words.category(risk.categoryId)],
    [say('risk.field.owner'), words.person(risk.ownerId)],
    [say('risk.field.state'), stateWords(words, risk.state)],
    [say('risk.form.trigger'), risk.trigger],
    [
      say('risk.column.mitigation'),
      <MitigationCell
        key="mitigation"
        risk={{ ...risk, plan: null }}
        assessed={facts}
        words={words}
        mitigations={mitigations}
        isLabelled={false}
      />,
    ],
  ];
  return (
    <Room
      title={`${words.key(risk.id)} ${risk.title}`}
      actions={
        <Button
          appearance="subtle"
          spacing="compact"
          onClick={() => {
            go({ kind: 'history', riskId: risk.id });
          }}
        >
          {say('risk.row.history')}
        </Button>
      }
    >
      {facts !== null && facts.findings.length > 0 && (
        <ul className="room__findings">
          {facts.findings.map((finding) => (
            <li key={finding.check}>{findingWords(words, finding)}</li>
          ))}
        </ul>
      )}
      <dl className="facts">
        {rows
          .filter(([, value]) => value !== null)
          .map(([label, value]) => (
            <div key={label} className="facts__fact">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {risk.plan !== null && (
          <div className="facts__fact">
            <dt>{say('risk.field.plan')}</dt>
            <dd>
              <Suspense fallback={<div aria-busy="true" />}>
                <PlanEditor
                  plan={risk.plan}
                  label={say('risk.field.plan')}
                  isReadOnly
                  onChange={() => undefined}
                />
              </Suspense>
            </dd>
          </div>
        )}
      </dl>
    </Room>
  );
}
