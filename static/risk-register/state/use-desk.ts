import { useCallback, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';

import { assessRegister } from '#src/domain/risk/assess-register';
import { registerChangesSince } from '#src/domain/risk/changes-since';
import { reviewQueue } from '#src/domain/risk/review';
import { newRegister, type Register } from '#src/domain/risk/register';
import type { Risk } from '#src/domain/risk/risk';

import { usePlatform } from '../../ui/bridge-context';
import { useWords } from '../../ui/words';

import type { Desk, ReadOnly } from '../desk';
import { riskWords, type RiskWords } from '../words/risk-words';

import type { Opened } from './opened';
import { shownRisks, type RegisterState } from './register-state';
import { usePeople } from './use-people';
import type { Acts } from './acts';

/** Where there is no register to show: its parts are never drawn. */
const NO_REGISTER = newRegister('none');

function whyReadOnly(opened: Opened | null, isEditing: boolean): ReadOnly {
  if (opened === null || isEditing) return 'editor';
  if (opened.place === 'copied') return 'copied';
  if (opened.place === 'shown-from-elsewhere') return 'elsewhere';
  if (opened.viewer === null) return 'anonymous';
  if (!opened.canEdit) return 'viewer';
  return opened.isLicensed ? null : 'unlicensed';
}

/** Accounts that the register, its risks and its last events name. */
function accountsIn(opened: Opened | null): readonly string[] {
  if (opened === null) return [];
  const ofRisks = opened.risks.flatMap(({ ownerId, state, created, review, deleted }) => [
    ownerId,
    state.kind === 'accepted' ? state.by : null,
    created.by,
    review.last?.by ?? null,
    deleted?.by ?? null,
  ]);
  const ofEvents = opened.events.map(({ act }) => act.by);
  const ofReview = opened.register?.lastReview?.people ?? [];
  return [...ofRisks, ...ofEvents, ...ofReview, opened.viewer].filter((id): id is string => id !== null);
}

/** Everything that the parts of the screen share, worked out from what is known of the register; null before its first answer. */
export function useDeskOf(
  state: RegisterState,
  acts: Acts,
): { readonly desk: Desk | null; readonly words: RiskWords } {
  const intl = useIntl();
  const plain = useWords();
  const { context } = usePlatform();
  const { opened } = state;
  const register = opened?.register ?? NO_REGISTER;
  const risks = useMemo(() => shownRisks(state), [state]);
  const accounts = useMemo(() => accountsIn(opened), [opened]);
  const people = usePeople(accounts);
  const readOnly = whyReadOnly(opened, context.macro?.isEditing === true);
  const numbers = useNumbers(risks);

  const mitigations = useMemo(
    () => opened?.mitigations && new Map(opened.mitigations.map((each) => [each.issueId, each])),
    [opened?.mitigations],
  );
  const [found, setFound] = useState<ReadonlyMap<string, string>>(new Map());
  const learnIssue = useCallback<Desk['learnIssue']>(({ id, key }) => {
    setFound((last) => new Map([...last, [id, key]]));
  }, []);
  const words = useMemo(() => {
    const shown = [...(mitigations?.values() ?? [])];
    return riskWords(plain, intl, {
      scale: register.scale,
      categories: register.categories,
      numbers,
      names: people.names,
      areNamesComing: people.areComing,
      issueKeys: new Map([
        ...found,
        ...shown.flatMap((each) => (each.shown ? [[each.issueId, each.shown.key] as const] : [])),
      ]),
      viewer: opened?.viewer ?? null,
      today: opened?.today ?? '1970-01-01',
    });
  }, [plain, intl, register, numbers, people, mitigations, found, opened?.viewer, opened?.today]);

  const desk = useMemo(() => {
    if (opened?.register === null || opened === null) return null;
    return deskOf(opened, register, risks, mitigations ?? null, { people, learnIssue, readOnly, acts });
  }, [opened, register, risks, mitigations, people, learnIssue, readOnly, acts]);
  return { desk, words };
}

function deskOf(
  opened: Opened,
  register: Register,
  all: readonly Risk[],
  mitigations: Desk['mitigations'],
  rest: Pick<Desk, 'people' | 'learnIssue' | 'readOnly' | 'acts'>,
): Desk {
  const { today, viewer, events } = opened;
  const ended = register.lastReview?.ended.at ?? null;
  const assessment = assessRegister(
    register,
    all,
    {
      today,
      accounts: new Map(
        opened.accounts.map(({ accountId, isActive }) => [accountId, isActive ? 'active' : 'deactivated']),
      ),
      issues: mitigations,
    },
    ended === null ? null : registerChangesSince(all, events, ended, register.scale),
  );
  return {
    opened,
    register,
    risks: all.filter(({ deleted }) => deleted === null),
    deleted: all.filter(({ deleted }) => deleted !== null),
    byId: new Map(all.map((risk) => [risk.id, risk])),
    assessment,
    assessed: new Map(assessment.risks.map((each) => [each.riskId, each])),
    queue: reviewQueue(register, all, today, viewer),
    events,
    mitigations,
    ...rest,
  };
}

/** Numbers of risks by id. A risk keeps its number, so the map stays the same until there is a new one. */
function useNumbers(risks: readonly Risk[]): ReadonlyMap<string, number> {
  const known = useRef<ReadonlyMap<string, number>>(new Map());
  return useMemo(() => {
    if (risks.some(({ id }) => !known.current.has(id))) {
      known.current = new Map([...known.current, ...risks.map(({ id, number }) => [id, number] as const)]);
    }
    return known.current;
  }, [risks]);
}
