import { lazy, Suspense } from 'react';

import { CrashGuard } from '../ui/crash-guard';

import { LogProvider } from './change-log';
import { DeskProvider, useDesk } from './desk';
import { DockProvider } from './dock';
import { Frame } from './frame';
import { HeadButtons } from './head-buttons';
import { HeatPart } from './heat/heat-part';
import { Loading } from './loading';
import { LogBar } from './log-bar';
import { NavProvider, useNav } from './nav';
import { Remarks } from './remarks';
import { CopiedPage } from './states/copied-page';
import { NewPage } from './states/new-page';
import { ListViewProvider } from './table/list-view';
import { useDeskOf } from './state/use-desk';
import { useRegister } from './state/use-register';
import { Trouble, troubleTitle } from './trouble';
import { Suggestions } from './suggestions/suggestions';
import { Verdict } from './verdict/verdict';
import { verdictTitle } from './verdict/verdict-words';
import { RiskWordsProvider, useRiskWords } from './words/risk-words';

// Below the verdict and the picture, so that these need not wait for it; every register that has risks shows it.
const RiskList = lazy(async () => ({ default: (await import('./table/risk-list')).RiskList }));
const RiskRoom = lazy(async () => ({ default: (await import('./risk/risk-room')).RiskRoom }));
const ClashRoom = lazy(async () => ({ default: (await import('./risk/clash-room')).ClashRoom }));
const ReviewRoom = lazy(async () => ({ default: (await import('./review/review-room')).ReviewRoom }));
const PreMortemRoom = lazy(async () => ({
  default: (await import('./pre-mortem/pre-mortem-room')).PreMortemRoom,
}));
const HistoryRoom = lazy(async () => ({ default: (await import('./history/history-room')).HistoryRoom }));
const DeletedRoom = lazy(async () => ({ default: (await import('./history/deleted-room')).DeletedRoom }));
const SettingsRoom = lazy(async () => ({ default: (await import('./settings/settings-room')).SettingsRoom }));
const ImportRoom = lazy(async () => ({ default: (await import('./transfer/import-room')).ImportRoom }));

function Front() {
  const { view } = useNav();
  switch (view.kind) {
    case 'register':
      return null;
    case 'risk':
      return <RiskRoom key={view.riskId} riskId={view.riskId} />;
    case 'new-risk':
      return <RiskRoom key="new" riskId={null} />;
    case 'clash':
      return <ClashRoom clash={view.clash} />;
    case 'review':
      return <ReviewRoom />;
    case 'pre-mortem':
      return <PreMortemRoom />;
    case 'history':
      return <HistoryRoom key={view.riskId ?? ''} riskId={view.riskId} />;
    case 'deleted':
      return <DeletedRoom />;
    case 'settings':
      return <SettingsRoom />;
    case 'import':
      return <ImportRoom />;
  }
}

function PartFailed() {
  const { say } = useRiskWords();
  return <p role="alert">{say('screen.part-failed')}</p>;
}

/** The register: verdict, picture, list; where there is no risk, how to begin. */
function Register() {
  const { risks, deleted } = useDesk();
  const isNew = risks.length === 0 && deleted.length === 0;
  return (
    <ListViewProvider>
      {isNew ? (
        <NewPage />
      ) : (
        <>
          <Remarks />
          <Verdict />
        </>
      )}
      {/* The same before and after the first risk, so that the board is asked once. */}
      <Suggestions />
      {!isNew && (
        <>
          <HeatPart />
          <CrashGuard fallback={<PartFailed />}>
            <Suspense fallback={<div className="register__to-come" aria-busy="true" />}>
              <RiskList />
            </Suspense>
          </CrashGuard>
        </>
      )}
    </ListViewProvider>
  );
}

function Rooms() {
  const { view } = useNav();
  const isInFront = view.kind !== 'register';
  return (
    <>
      <div hidden={isInFront}>
        <Register />
      </div>
      {isInFront && (
        <CrashGuard key={view.kind} fallback={<PartFailed />}>
          <Suspense fallback={<div className="register__to-come" aria-busy="true" />}>
            <Front />
          </Suspense>
        </CrashGuard>
      )}
      <LogBar />
    </>
  );
}

function Whole() {
  const { state, acts } = useRegister();
  const { desk, words } = useDeskOf(state, acts);
  const { view } = useNav();
  const { opened, failure, isAsking } = state;
  const again = () => void acts.read();
  const trouble = failure && troubleTitle(words, failure);
  const refreshTrouble = trouble === null ? null : words.say('risk.not-refreshed', { reason: trouble });
  const isOffered = opened !== null && opened.place === 'copied';

  const spoken = (): string => {
    if (opened === null) return trouble ?? (isAsking ? words.say('risk.loading') : '');
    if (refreshTrouble !== null) return refreshTrouble;
    return desk === null || isOffered ? '' : verdictTitle(words, desk);
  };

  return (
    <RiskWordsProvider value={words}>
      <Frame
        spoken={spoken()}
        actions={
          desk !== null &&
          !isOffered && (
            <DeskProvider value={desk}>
              <div className="register__actions" hidden={view.kind !== 'register'}>
                <HeadButtons isAsking={isAsking} />
              </div>
            </DeskProvider>
          )
        }
      >
        {opened !== null && refreshTrouble !== null && (
          <p className="register__trouble">
            {refreshTrouble}{' '}
            <button type="button" className="link-button" onClick={again}>
              {words.say('failure.retry')}
            </button>
          </p>
        )}
        {opened !== null && (isOffered || desk === null) && <CopiedPage opened={opened} acts={acts} />}
        {desk !== null && !isOffered && (
          <DeskProvider value={desk}>
            <LogProvider>
              <DockProvider>
                <Rooms />
              </DockProvider>
            </LogProvider>
          </DeskProvider>
        )}
        {opened === null && failure !== null && <Trouble failure={failure} onRetry={again} />}
        {opened === null && failure === null && <Loading />}
      </Frame>
    </RiskWordsProvider>
  );
}

/** The whole screen, from the first call on. */
export function RegisterScreen() {
  return (
    <NavProvider>
      <Whole />
    </NavProvider>
  );
}
