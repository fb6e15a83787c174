import { useState } from 'react';

import Button from '@atlaskit/button/new';

import { FORMER_ACCOUNT } from '#src/domain/privacy/former-account';
import type { OwnerLoad } from '#src/domain/risk/roll-up';

import { Lozenge } from '../ui/lozenge';

import type { Choice } from './state/arrange';
import type { People } from './state/use-people';
import { useOverviewWords, type OverviewWords } from './words';
import './owner-loads.css';

const SHOWN = 10;

/** An owner's name; a word for nobody, and for one whose name is not known. */
export function ownerName(
  { say }: Pick<OverviewWords, 'say'>,
  ownerId: string | null,
  people: People,
  areComing = false,
): string {
  if (ownerId === null) return say('overview.owner.nobody');
  if (ownerId === FORMER_ACCOUNT) return say('overview.owner.former');
  return people.get(ownerId)?.name ?? say(areComing ? 'overview.owner.coming' : 'overview.owner.unknown');
}

/** Who owns how much over all registers. An owner narrows the table to the registers in which they own something. */
export function OwnerLoads({
  owners,
  people,
  areComing,
  chosen,
  onChoose,
}: {
  readonly owners: readonly OwnerLoad[];
  readonly people: People;
  readonly areComing: boolean;
  readonly chosen: Choice['owner'];
  readonly onChoose: (part: Pick<Choice, 'owner'>) => void;
}) {
  const words = useOverviewWords();
  const { say, number } = words;
  const [isWhole, setIsWhole] = useState(false);
  if (owners.length === 0) return null;
  const shown = isWhole ? owners : owners.slice(0, SHOWN);
  const most = Math.max(...owners.map(({ live }) => live));
  return (
    <section className="panel" aria-labelledby="overview-owners">
      <h2 id="overview-owners" className="panel__title">
        {say('overview.owner.title')}
      </h2>
      <table className="figures owners">
        <thead>
          <tr>
            <th scope="col">{say('overview.owner.column')}</th>
            <th scope="col" className="owners__load">
              {say('overview.owner.risks')}
            </th>
            <th scope="col" className="figures__number">
              {say('overview.column.high')}
            </th>
            <th scope="col" className="figures__number">
              {say('overview.column.overdue')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ ownerId, live, levels, overdue }) => {
            const isChosen = chosen !== null && chosen.id === ownerId;
            return (
              <tr key={ownerId ?? ''}>
                <th scope="row">
                  <button
                    type="button"
                    className="link-button"
                    aria-pressed={isChosen}
                    onClick={() => {
                      onChoose({ owner: isChosen ? null : { id: ownerId } });
                    }}
                  >
                    {ownerName(words, ownerId, people, areComing)}
                  </button>
                  {ownerId !== null && people.get(ownerId)?.isActive === false && (
                    <>
                      {' '}
                      <Lozenge tone="warning">{say('overview.owner.deactivated')}</Lozenge>
                    </>
                  )}
                </th>
                <td className="owners__load">
                  <span className="owners__live">{number(live)}</span>
                  <span className="owners__bar" aria-hidden="true">
                    <span
                      className="owners__part owners__part--high"
                      style={{ width: `${(levels.high / most) * 100}%` }}
                    />
                    <span
                      className="owners__part"
                      style={{ width: `${((live - levels.high) / most) * 100}%` }}
                    />
                  </span>
                </td>
                <td className="figures__number">{number(levels.high)}</td>
                <td className="figures__number">{number(overdue)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {owners.length > SHOWN && (
        <div className="panel__more">
          <Button
            spacing="compact"
            onClick={() => {
              setIsWhole(!isWhole);
            }}
          >
            {say('overview.owner.all', { isWhole: String(isWhole), count: owners.length })}
          </Button>
        </div>
      )}
    </section>
  );
}
